// Counts down to the end of an attempt, by the server's clock and not by this machine's. It is said
// aloud at ten, five and one minutes only. At the end what is chosen is sent: it arrives in time.
const line = document.querySelector("[data-deadline]");
const left = line.querySelector("[data-left]");
const said = document.querySelector("[data-left-said]");
const shown = performance.now(); // does not jump when somebody sets the clock
const whole = new Date(line.dataset.deadline) - new Date(line.dataset.now);
const ALOUD = [10, 5, 1];
let next = ALOUD.findIndex((minutes) => whole > minutes * 60000);
tick();

function tick() {
  const rest = whole - (performance.now() - shown);
  if (rest <= 0) return end();
  left.textContent = `: ${words(rest)} left`;
  if (next >= 0 && next < ALOUD.length && rest <= ALOUD[next] * 60000) {
    said.textContent = `${words(ALOUD[next] * 60000)} left`;
    next += 1;
  }
  const step = rest > 60000 ? 60000 : 10000; // quiet: by minutes, then by tens of seconds
  setTimeout(tick, Math.min(rest % step || step, rest) + 20);
}

function words(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds <= 60) return `${Math.ceil(seconds / 10) * 10} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}

function end() {
  const form = document.querySelector("form#answer");
  const has = form && [...new FormData(form)].some(([name, value]) => /^(response|part)/.test(name) && value);
  if (has) form.requestSubmit();
  else location.assign(line.dataset.over);
}

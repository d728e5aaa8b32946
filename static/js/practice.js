// A sitting of practice without loading a page in between, and with single keys. Every page works
// without this; where something fails on the way, the browser goes there as it would have.
// Keys, where the learner has not switched them off (data-anywhere): Enter sends or goes on, Space
// turns a card, 1 to 4 rate it, 0 is "I don't know", U takes the last answer back (see quiz.js).

const sitting = /^\/quiz\/[^/]+/.exec(location.pathname)[0];
const isOurs = (url) => url.origin === location.origin && /^\/\d+$/.test(rest(url));
const rest = (url) => (url.pathname.startsWith(sitting) ? url.pathname.slice(sitting.length) : "");
let busy = false;
tell();

document.addEventListener("click", (event) => {
  const link = event.target.closest("main a[href]");
  if (!link || event.defaultPrevented || event.button || hasModifier(event)) return;
  const url = new URL(link.href);
  if (!isOurs(url)) return;
  event.preventDefault();
  exchange(url, {}, () => location.assign(url));
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  const url = new URL(form.action);
  if (event.defaultPrevented || form.dataset.plain || !isOurs(url)) return;
  event.preventDefault();
  const data = new URLSearchParams(new FormData(form));
  const by = event.submitter;
  if (by?.name) data.append(by.name, by.value);
  exchange(url, { method: "POST", body: data }, () => {
    delete form.dataset.sent;
    form.dataset.plain = "yes"; // the key of the form makes a second sending harmless
    form.requestSubmit(by);
  });
});

window.addEventListener("popstate", () => location.reload());

async function exchange(url, options, otherwise) {
  if (busy) return;
  busy = true;
  try {
    const response = await fetch(url, options);
    const there = new URL(response.url);
    if (!isOurs(there)) return location.assign(there);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const content = page.querySelector("main");
    await loaded(page);
    document.title = page.title;
    document.querySelector("main").replaceChildren(...content.childNodes);
    // An answer leads back to its question: one step back shows what was before that.
    history[there.pathname === location.pathname ? "replaceState" : "pushState"](null, "", there);
    document.dispatchEvent(new Event("shown"));
    settle();
  } catch {
    otherwise();
  } finally {
    busy = false;
  }
}

function loaded(page) {
  const sources = [...page.querySelectorAll("script[type=module][src]")].map((one) => one.src);
  return Promise.all(sources.map((source) => import(source))); // each is run once only
}

function settle() {
  tell();
  window.scrollTo(0, 0);
  const place = [".error-summary", "#back", "#feedback", "main"].map((one) => document.querySelector(one));
  place.find((one) => one).focus({ preventScroll: true });
}

// What the keys do is said only where they do it.
function tell() {
  for (const hint of document.querySelectorAll("[data-anywhere]")) hint.hidden = false;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || hasModifier(event) || !document.querySelector("[data-anywhere]")) return;
  if (event.target.closest("input:not([type=radio], [type=checkbox]), select, textarea")) return;
  const button = pressedBy(event.key, event.target);
  if (button) event.preventDefault();
  button?.click();
});

function pressedBy(key, target) {
  const find = (selector) => document.querySelector(`main ${selector}`);
  const rating = /^[1-4]$/.test(key) && find(`.ratings button:nth-of-type(${key})`);
  if (rating) return rating;
  if (key === "0") return find("button[name=unknown]");
  if (key.toUpperCase() === "U") return find('a[href$="?again=yes"]');
  if (target.closest("button, a, summary, input, [data-order]")) return undefined;
  if (key === "Enter") return find(".actions [data-tone=primary]");
  return key === " " ? find("#response-1 a.button") : undefined;
}

function hasModifier(event) {
  return event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
}

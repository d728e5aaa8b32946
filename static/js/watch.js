// What a teacher watches come in: asked for every two seconds while somebody looks, and exchanged
// only where it changed. Without this, or where it fails, the page has a link to look again.
const EVERY = 2000;
const MOST = 30000; // after failures it asks more seldom
const watched = document.querySelector("[data-watch]");
const into = watched.querySelector("[data-watched]");
const said = watched.querySelector("[data-watching]");
const again = watched.querySelector("[data-reload]");
let tag = "";
let wait = EVERY;
follow();

async function follow() {
  if (document.visibilityState === "visible") {
    try {
      const response = await fetch(watched.dataset.watch, { headers: tag ? { "If-None-Match": tag } : {} });
      if (response.status === 200) {
        into.innerHTML = await response.text(); // from this site, escaped where it was printed
        tag = response.headers.get("ETag") ?? "";
      } else if (response.status !== 304) throw new Error(response.status);
      tell(true);
      wait = EVERY;
    } catch {
      tell(false);
      wait = Math.min(2 * wait, MOST);
    }
  }
  setTimeout(follow, wait);
}

function tell(works) {
  said.hidden = !works;
  again.hidden = works;
}

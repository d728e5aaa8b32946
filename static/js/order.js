// A list that is put in order: by buttons, by arrow keys in a row, or by dragging its grip. It
// fills in the places, which without this script are chosen; what nobody moved only with an answer.
// An entry that is moved stays in its place of the page, its neighbours go round it: focus and pointer stay.
const all = () => document.querySelectorAll("[data-order]:not([data-live])").forEach(enhance);
document.addEventListener("shown", all); // a sitting exchanges what the page shows
all();

function enhance(list) {
  const said = list.parentElement.querySelector("[data-order-said]");
  const rows = () => [...list.children];
  const place = (row) => rows().indexOf(row) + 1;
  const choice = (row) => row.querySelector("select");
  const fill = () => rows().forEach((row) => (choice(row).value = String(place(row))));
  const text = (row) => row.querySelector(".order-text").textContent.trim();

  list.append(...rows().sort((a, b) => Number(choice(a).value) - Number(choice(b).value)));
  for (const row of rows()) {
    const moves = document.createElement("span");
    moves.className = "order-moves";
    moves.append(mover(row, -1, "up", "↑"), mover(row, 1, "down", "↓"));
    // A link to what must be mended leads here now.
    moves.firstChild.id = choice(row).id;
    choice(row).removeAttribute("id");
    choice(row).hidden = true;
    row.append(moves);
    row.querySelector(".order-grip").addEventListener("pointerdown", (event) => drag(row, event));
    row.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault(); // else the page scrolls
      step(row, by);
    });
  }
  list.dataset.live = "yes";
  show();
  list.closest("form")?.addEventListener("submit", (event) => {
    if (event.submitter?.name !== "go") fill();
  });

  function mover(row, by, word, sign) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "order-move", textContent: sign });
    button.setAttribute("aria-label", `Move ${word}: ${text(row)}`);
    button.addEventListener("click", () => step(row, by));
    return button;
  }

  function step(row, by) {
    if (shift(row, by)) settle(row);
    else said.textContent = `${text(row)} is ${by < 0 ? "first" : "last"} already`;
  }

  function shift(row, by) {
    const neighbour = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (by < 0 && neighbour) row.after(neighbour);
    else if (neighbour) row.before(neighbour);
    show();
    return neighbour;
  }

  function settle(row) {
    fill();
    said.textContent = `${text(row)}: place ${place(row)} of ${rows().length}`;
  }

  function show() {
    for (const row of rows()) {
      row.querySelector(".order-grip").dataset.place = String(place(row));
      const [up, down] = row.querySelectorAll(".order-move");
      up.setAttribute("aria-disabled", String(!row.previousElementSibling));
      down.setAttribute("aria-disabled", String(!row.nextElementSibling));
    }
  }

  function drag(row, start) {
    if (start.button) return;
    start.preventDefault();
    const before = place(row);
    const listening = new AbortController();
    const on = (name, act) => document.addEventListener(name, act, { signal: listening.signal });
    const end = () => {
      listening.abort();
      delete row.dataset.dragged;
      if (place(row) !== before) settle(row);
    };
    row.dataset.dragged = "yes";
    on("pointermove", ({ clientY }) => {
      if (clientY < middle(row.previousElementSibling)) shift(row, -1);
      else if (clientY > middle(row.nextElementSibling)) shift(row, 1);
    });
    on("pointerup", end);
    on("pointercancel", end);
  }
}

function middle(row) {
  const { top, height } = row?.getBoundingClientRect() ?? {}; // of no row: no number, nothing is beyond it
  return top + height / 2;
}

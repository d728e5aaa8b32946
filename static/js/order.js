// A list that is put in order. Without this script every entry has a choice of its place; here the
// entries themselves are moved, by buttons, by arrow keys in a row, or by dragging its grip, and
// the places are filled in. What nobody moved is sent only by the button that answers.
// The entry that is moved keeps its place in the page, its neighbours go round it: so it keeps the
// focus and the pointer.

for (const list of document.querySelectorAll("[data-order]")) enhance(list);

function enhance(list) {
  const said = list.parentElement.querySelector("[data-order-said]");
  const rows = () => [...list.children];
  const place = (row) => rows().indexOf(row) + 1;
  const choice = (row) => row.querySelector("select");
  const text = (row) => row.querySelector(".order-text").textContent.trim();

  // What was stored is shown in its order.
  list.append(...rows().sort((a, b) => Number(choice(a).value) - Number(choice(b).value)));
  for (const row of rows()) {
    choice(row).hidden = true;
    const moves = document.createElement("span");
    moves.className = "order-moves";
    moves.append(mover(row, -1, "up", "↑"), mover(row, 1, "down", "↓"));
    // A link to what must be mended leads here now.
    moves.firstChild.id = choice(row).id;
    choice(row).removeAttribute("id");
    row.append(moves);
    row.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by) return;
      event.preventDefault();
      step(row, by);
    });
    row.querySelector(".order-grip").addEventListener("pointerdown", (event) => drag(row, event));
  }
  list.dataset.live = "yes";
  show();

  list.closest("form")?.addEventListener("submit", (event) => {
    if (event.submitter?.name !== "go") fill();
  });

  function mover(row, by, word, sign) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "order-move";
    button.textContent = sign;
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
    if (!neighbour) return false;
    if (by < 0) row.after(neighbour);
    else row.before(neighbour);
    show();
    return true;
  }

  function settle(row) {
    fill();
    said.textContent = `${text(row)}: place ${place(row)} of ${rows().length}`;
  }

  function fill() {
    for (const row of rows()) choice(row).value = String(place(row));
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
    row.dataset.dragged = "yes";
    const before = place(row);
    const move = (event) => {
      const over = (other) => middle(other) > event.clientY;
      const previous = row.previousElementSibling;
      const next = row.nextElementSibling;
      if (previous && over(previous)) shift(row, -1);
      else if (next && !over(next)) shift(row, 1);
    };
    const end = () => {
      document.removeEventListener("pointermove", move);
      document.removeEventListener("pointerup", end);
      document.removeEventListener("pointercancel", end);
      delete row.dataset.dragged;
      if (place(row) !== before) settle(row);
    };
    document.addEventListener("pointermove", move);
    document.addEventListener("pointerup", end);
    document.addEventListener("pointercancel", end);
  }
}

function middle(row) {
  const box = row.getBoundingClientRect();
  return box.top + box.height / 2;
}

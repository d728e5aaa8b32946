// Small comforts for a quiz; every page works without them. They hold for whatever the page shows
// later, too: a sitting of practice exchanges its content.
// data-keys: inside a list of options, A to H and 1 to 8 choose. Only while the focus is in the
//   list (WCAG 2.1.4), so that no key acts behind somebody's back; where something is marked
//   data-anywhere also while it is in nothing that takes keys, which learners can switch off.
// data-once: a form is sent once, however often its button is pressed; after some seconds again,
//   for the first try may have been stopped.
// data-zone: a field for the name of the browser's time zone.
// data-zone-note: stands where no zone was chosen yet; the browser's is, and the note says so.

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const list = event.target.closest("form[data-keys] .options") ?? onlyList(event.target);
  const input = list && chosenBy(event.key, list.querySelectorAll("input"));
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.click();
});

function onlyList(target) {
  if (target.closest("input, select, textarea, button, a, summary, [data-order]")) return null;
  if (!document.querySelector("[data-anywhere]")) return null;
  const lists = document.querySelectorAll("form[data-keys] .options");
  return lists.length === 1 ? lists[0] : null;
}

function chosenBy(key, inputs) {
  const one = key.toUpperCase();
  if (/^[1-8]$/.test(one)) return inputs[Number(one) - 1];
  if (/^[A-H]$/.test(one)) return inputs[one.charCodeAt(0) - 65];
  return undefined;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!("once" in form.dataset)) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 5000);
});

// A page that comes back out of the browser's memory may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";

for (const field of document.querySelectorAll("[data-zone]")) field.value = zone;

for (const note of document.querySelectorAll("[data-zone-note]")) {
  const field = note.closest("form").elements.zone;
  const [offered] = [...field.options].filter((option) => option.value === zone);
  // A page that is shown again may hold what somebody chose before.
  if (!offered || !(offered.selected || field.selectedOptions[0].defaultSelected)) continue;
  offered.selected = true;
  note.textContent = note.dataset.zoneNote;
}

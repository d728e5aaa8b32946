// Small comforts for a quiz; every page works without them.
// data-keys: inside a list of options, A to H and 1 to 8 choose. Only while the focus is in the
//   list (WCAG 2.1.4), so that no key acts behind somebody's back.
// data-once: a form is sent once, however often its button is pressed; after some seconds again,
//   for the first try may have been stopped.

for (const form of document.querySelectorAll("form[data-keys]")) {
  form.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const list = event.target.closest(".options");
    const input = list && chosenBy(event.key, list.querySelectorAll("input"));
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.click();
  });
}

function chosenBy(key, inputs) {
  const one = key.toUpperCase();
  if (/^[1-8]$/.test(one)) return inputs[Number(one) - 1];
  if (/^[A-H]$/.test(one)) return inputs[one.charCodeAt(0) - 65];
  return undefined;
}

for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 5000);
  });
}

// A page that comes back out of the browser's memory may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// A set is checked while one writes: half a second after the last key, one check at a time. What is
// wrong leads to its line. Without this the button "Check it" does the same by a page.
const editor = document.querySelector("[data-editor]");
const form = editor.querySelector("form");
const text = form.elements.yaml;
const into = editor.querySelector("[data-checked]");
const REST = 500;
let checking = null;
let timer = 0;
let saved = text.value;
editor.querySelector("[data-checking]").hidden = false;

text.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(check, REST);
});

async function check() {
  checking?.abort(); // what was written since counts
  checking = new AbortController();
  const body = new URLSearchParams({ base: form.elements.base.value, yaml: text.value });
  try {
    const response = await fetch(editor.dataset.check, { method: "POST", body, signal: checking.signal });
    if (response.ok) into.innerHTML = await response.text(); // from this site, escaped where it was printed
  } catch {
    // Gone on writing, or no network: the next key tries again, and nothing depends on it.
  }
}

editor.addEventListener("click", (event) => {
  const link = event.target.closest("[data-line]");
  if (!link) return;
  event.preventDefault();
  const line = Number(link.dataset.line);
  const lines = text.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  text.focus();
  text.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
  const height = text.scrollHeight / Math.max(lines.length, 1);
  text.scrollTop = Math.max(0, (line - 4) * height);
});

// Leaving with something unsaved is asked about; sending the form is not leaving.
form.addEventListener("submit", () => (saved = text.value));
window.addEventListener("beforeunload", (event) => {
  if (text.value !== saved) event.preventDefault();
});

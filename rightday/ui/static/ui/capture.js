// Quick capture. htmx sends the text while it is typed and swaps what was understood
// (#cap-read), never the text itself. Here: the marks behind the text, the draft kept until it is
// saved, the height of the field. The answer says what to mark in one element,
// <template data-marks='[[start, end, "who"], …]'>: places in the text, kinds who firm tel said.
const DRAFT = "rightday-capture";
const READ = 12_000; // characters: while one types the server reads no more, whatever was pasted
let started = false;

export function start(root) {
  for (const field of root.querySelectorAll("[data-capture-text]:not([data-wired])")) wire(field);
  if (started) return;
  started = true;
  document.addEventListener("htmx:afterSwap", (event) => { if (event.target.id === "cap-read") mark(); });
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.target.matches("[data-capture-text]")) event.detail.parameters.set("text", event.target.value.slice(0, READ));
  });
  // Kept on this device until the line is back: as good as saved.
  document.addEventListener("rightday:kept", (event) => {
    if (!event.target.querySelector("[data-capture-text]")) return;
    forget();
    import("./dialog.js").then((dialog) => dialog.close());
  });
  // Saved: the server says so with HX-Trigger: rightday:captured, or the form was sent without htmx.
  document.addEventListener("rightday:captured", () => { forget(); const field = text(); if (field) field.value = ""; });
}

const text = () => document.querySelector("[data-capture-text]");

function wire(field) {
  field.dataset.wired = "";
  if (!field.value) {
    try { field.value = localStorage.getItem(DRAFT) || ""; } catch { /* no draft then */ }
    if (field.value && window.htmx) window.htmx.trigger(field, "capture:read");
  }
  field.addEventListener("input", () => { save(field.value); shift(field); grow(field); });
  field.addEventListener("scroll", () => { layer().scrollTop = field.scrollTop; });
  field.form.addEventListener("submit", (event) => { if (!event.target.matches("[hx-post]")) forget(); });
  // Read while typing, no button is needed for it.
  for (const button of field.form.querySelectorAll("[data-without-script]")) button.hidden = true;
  field.setSelectionRange(field.value.length, field.value.length);
  grow(field);
  mark();
}

function save(value) {
  try { if (value) localStorage.setItem(DRAFT, value.slice(0, 100_000)); else localStorage.removeItem(DRAFT); } catch { /* full or refused */ }
}

function forget() {
  try { localStorage.removeItem(DRAFT); } catch { /* nothing was kept */ }
}

function grow(field) {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, innerHeight / 2)}px`;
}

const layer = () => document.querySelector("[data-marks]:not(template)");

/** While the answer is under way the marks stand where the words were: keep only those that still fit. */
function shift(field) {
  if (layer().dataset.of !== field.value.slice(0, (layer().dataset.of || "").length)) layer().replaceChildren();
}

function mark() {
  const field = text();
  const answer = document.querySelector("#cap-read template[data-marks]");
  if (!field || !answer || !layer()) return;
  // The server counts characters, the browser halves of them: the same only without emoji.
  const letters = /[\ud800-\udbff]/.test(field.value) ? [...field.value] : field.value;
  const cut = (start, end) => (typeof letters === "string" ? letters.slice(start, end) : letters.slice(start, end).join(""));
  const parts = [];
  let at = 0;
  for (const [start, end, kind] of JSON.parse(answer.dataset.marks)) {
    if (start < at || end > letters.length) continue;
    parts.push(document.createTextNode(cut(at, start)));
    const underlined = document.createElement("mark");
    underlined.className = `m-${kind}`;
    underlined.textContent = cut(start, end);
    parts.push(underlined);
    at = end;
  }
  parts.push(document.createTextNode(`${cut(at)}\n`));
  layer().replaceChildren(...parts);
  layer().dataset.of = cut(0, at);
  layer().scrollTop = field.scrollTop;
}

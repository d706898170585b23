// Find or do. The server answers /find/?q= with the options as HTML: groups of
// <a role="option" id="…" href="…" data-dial="tel:…"> inside the listbox. Arrows move, Enter opens,
// Ctrl Enter dials; the cursor stays in the field (aria-activedescendant).
import { show, close } from "./dialog.js";

const WAITS = 80;
let asked = null;

export async function open(address) {
  const page = new URL(address, location.href);
  const answer = await ask(page, "");
  if (answer === null) { location.assign(address); return; }
  const box = show(field(), list(answer), foot());
  box.classList.add("pal");
  const input = box.querySelector("input");
  input.focus();
  choose(0);
  let timer = 0;
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => refresh(page, input.value), WAITS); });
  input.addEventListener("keydown", keys);
  box.querySelector("[role=listbox]").addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) { event.preventDefault(); act(option, false); }
  });
}

function field() {
  const words = document.querySelector("[data-palette]").textContent.replace(/Ctrl K/, "").trim();
  const head = document.createElement("div");
  head.className = "pal-in";
  const icon = document.querySelector("[data-palette] svg");
  if (icon) head.append(icon.cloneNode(true));
  const input = document.createElement("input");
  for (const [name, value] of Object.entries({ role: "combobox", type: "text", autocomplete: "off", spellcheck: "false", maxlength: "200",
    "aria-expanded": "true", "aria-controls": "pal-list", "aria-autocomplete": "list", "aria-label": words, placeholder: words })) input.setAttribute(name, value);
  const key = document.createElement("kbd");
  key.textContent = "Esc";
  head.append(input, key);
  return head;
}

function list(html) {
  const box = document.createElement("div");
  box.id = "pal-list";
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", document.querySelector("[data-palette]").textContent.trim());
  box.innerHTML = html;
  return box;
}

function foot() {
  const words = document.getElementById("keys-words").dataset;
  const line = document.createElement("footer");
  line.className = "dialog-foot";
  line.innerHTML = "<span><kbd>↑</kbd> <kbd>↓</kbd> </span><span><kbd>↵</kbd> </span><span><kbd>Ctrl ↵</kbd> </span>";
  [words.list, words.open, words.dial].forEach((text, at) => line.children[at].append(text));
  return line;
}

async function ask(page, query) {
  if (asked) asked.abort();
  asked = new AbortController();
  page.searchParams.set("q", query);
  try {
    const answer = await fetch(page, { headers: { "HX-Request": "true", "HX-Target": "pal-list" }, credentials: "same-origin", signal: asked.signal });
    return answer.ok && !answer.redirected ? await answer.text() : null;
  } catch {
    return null;
  }
}

async function refresh(page, query) {
  const html = await ask(page, query);
  const box = document.getElementById("pal-list");
  // An answer that was overtaken, or a failed one, leaves what is there.
  if (html === null || !box) return;
  box.innerHTML = html;
  choose(0);
}

const options = () => [...document.querySelectorAll("#pal-list [role=option]")];

function choose(at) {
  const all = options();
  const input = document.querySelector("dialog.pal input");
  all.forEach((option, index) => {
    if (!option.id) option.id = `pal-${index}`;
    option.tabIndex = -1;
    option.setAttribute("aria-selected", index === at ? "true" : "false");
  });
  if (all[at]) { input.setAttribute("aria-activedescendant", all[at].id); all[at].scrollIntoView({ block: "nearest" }); }
  else input.removeAttribute("aria-activedescendant");
}

function keys(event) {
  const all = options();
  const now = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && all.length) { event.preventDefault(); choose((now + step + all.length) % all.length); return; }
  if (event.key === "Enter" && all[now]) { event.preventDefault(); act(all[now], event.ctrlKey || event.metaKey); }
}

function act(option, dial) {
  const number = option.dataset.dial;
  if (dial && number) { location.assign(number); return; }
  const address = option.getAttribute("href");
  close();
  if (option.hasAttribute("data-dialog")) import("./dialog.js").then((dialog) => dialog.load(address));
  else location.assign(address);
}

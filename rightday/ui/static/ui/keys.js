// The one registry of keys. A key is declared where it acts: data-key="d" on a link, a button
// or a field; it is pressed, or gets the cursor. Nothing else on a page listens for letters.
//
//   data-key="d"  "Enter"  "Escape"  "Mod+Enter"  "g t" (one after the other)
//   data-key-everywhere     listed under "Everywhere" in the list that ? opens
//   <body data-keys-off="all" or "d c">   <body data-keys-changed='[["d","f"]]'>
//
// Letters rest while a field has the cursor. Alt 1…6 does what 1…6 does, also from a field.
const sequence = { first: "", at: 0 };
const helpers = new Map();

/**
 * Register what has no element of its own: handle(event) returns true when it acted.
 * `shown`: the keys as the list of keys prints them; words "" leaves it out of that list.
 */
export function register(key, words, handle, { everywhere = false, shown = key } = {}) {
  helpers.set(key, { key: shown, words, handle, everywhere });
}

export function listen() {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const pressed = nameOf(event);
    if (!pressed) return;
    const typing = inField(event.target);
    const digit = event.altKey && !event.ctrlKey && !event.metaKey && /^Digit[1-9]$/.exec(event.code);
    if (digit) { if (press(digit[0].slice(5), event)) return; }
    if (event.altKey) return;
    const modified = event.ctrlKey || event.metaKey;
    if (!modified && typing && pressed !== "Escape") return;
    // The first Escape leaves the field, the next one the page: no slip takes somebody away from what they type.
    if (pressed === "Escape" && typing && !event.target.closest("dialog")) { event.target.blur(); return; }
    if (pressed === "Enter" && acts(event.target)) return;
    if (!modified && pressed !== "Enter" && pressed !== "Escape" && off(pressed)) return;
    if (!modified && followed(pressed, event)) return;
    if (pressed === "?" ) { event.preventDefault(); import("./help.js").then((help) => help.open(listed())); return; }
    const key = changedBack(pressed);
    const helper = helpers.get(key);
    const help = () => Boolean(helper) && helper.handle(event) && (event.preventDefault(), true);
    // In a row, X ticks the row, whatever X means elsewhere on the page.
    const row = document.activeElement && document.activeElement.closest("[data-row]");
    if (row && !row.querySelector(`[data-key="${CSS.escape(key)}"]`) && help()) return;
    if (press(key, event)) return;
    help();
  });
  showChanged(document);
  document.addEventListener("htmx:afterSettle", () => showChanged(document));
}

/** All keys that work now: [{ key, words, everywhere }], for the list of keys. */
export function listed() {
  const lines = new Map();
  for (const element of candidates()) {
    const key = element.dataset.key;
    if (lines.has(key)) continue;
    lines.set(key, { key, words: wordsOf(element), everywhere: element.hasAttribute("data-key-everywhere") });
  }
  for (const [name, { key, words, everywhere }] of helpers) if (!lines.has(name)) lines.set(name, { key, words, everywhere });
  return [...lines.values()].filter((line) => line.words);
}

function nameOf(event) {
  if (["Control", "Meta", "Alt", "Shift"].includes(event.key)) return "";
  const name = event.key === " " ? "Space" : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `Mod+${name}` : name;
}

function inField(target) {
  return target instanceof Element && (target.isContentEditable ||
    target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset], [type=file])"));
}

function acts(target) {
  return target instanceof Element && target.matches("a[href], button, summary, textarea, select, input");
}

function off(key) {
  const setting = document.body.dataset.keysOff || "";
  return setting === "all" || setting.split(/\s+/).includes(key);
}

function changes() {
  try { return JSON.parse(document.body.dataset.keysChanged || "[]"); } catch { return []; }
}

function changedBack(pressed) {
  for (const [delivered, chosen] of changes()) if (chosen === pressed) return delivered;
  return changes().some(([delivered]) => delivered === pressed) ? "" : pressed;
}

function showChanged(root) {
  for (const [delivered, chosen] of changes()) {
    for (const element of root.querySelectorAll(`[data-key="${CSS.escape(delivered)}"] kbd`)) element.textContent = chosen.toUpperCase();
  }
}

function followed(pressed, event) {
  const soon = event.timeStamp - sequence.at < 1200;
  const first = sequence.first;
  sequence.first = "";
  if (first && soon) return press(`${first} ${pressed}`, event);
  const begins = document.querySelector(`[data-key^="${CSS.escape(pressed)} "]`);
  if (begins && !find(pressed)) { sequence.first = pressed; sequence.at = event.timeStamp; return true; }
  return false;
}

function press(key, event) {
  const element = key && find(key);
  if (!element) return false;
  event.preventDefault();
  if (element.matches("input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=file]), textarea, select")) {
    element.focus();
    if (element.select) element.select();
  } else element.click();
  return true;
}

function candidates() {
  const dialog = document.querySelector("dialog[open]");
  return [...(dialog || document).querySelectorAll("[data-key]")].filter(usable);
}

function usable(element) {
  if (element.disabled || element.getAttribute("aria-disabled") === "true" || element.closest("[inert], [hidden]")) return false;
  // What stands behind "More" has its key all the same.
  if (element.closest("details:not([open])")) return true;
  // A file field is hidden behind its button and still works; links of the sidebar work on a phone.
  return element.matches("input[type=file]") || element.getClientRects().length > 0 || element.hasAttribute("data-key-everywhere");
}

/** Where one key has several places: the row one is at, the bar of ticked rows, the row that is next, outside of rows. */
function find(key) {
  const all = candidates().filter((element) => element.dataset.key === key);
  const here = document.activeElement && document.activeElement.closest("[data-row]");
  return all.find((element) => here && here.contains(element))
    || all.find((element) => element.closest("[data-bulk]"))
    || all.find((element) => element.closest("[data-row][aria-current=true]"))
    || all.find((element) => !element.closest("[data-row]"))
    || all[0];
}

function wordsOf(element) {
  const given = element.dataset.keyWords || element.getAttribute("aria-label") || element.placeholder;
  if (given) return given;
  const label = element.id && document.querySelector(`label[for="${CSS.escape(element.id)}"]`);
  const copy = (label || element).cloneNode(true);
  for (const part of copy.querySelectorAll("kbd, .n, svg, .sr")) part.remove();
  return copy.textContent.trim().replace(/\s+/g, " ");
}

// Rows by keys: J K and the arrows move the cursor to the next row's link (so Enter opens it as
// it opens any link), X ticks the row, Shift X all between, as a click with Shift does; Ctrl A all
// that are shown. A row is [data-row], its link [data-open]. Bars for ticked rows ([data-bulk]) show
// themselves and count; once all that are shown are ticked, they offer all of the view ([data-bulk-all]).
import { register } from "./keys.js";

let started = false;
let lastTicked = null;

export function start() {
  if (!started) wire();
  started = true;
  count();
}

function wire() {
  register("j", words("list"), () => move(1), { shown: "j k" });
  register("k", "", () => move(-1));
  register("ArrowDown", "", () => move(1));
  register("ArrowUp", "", () => move(-1));
  register("x", document.querySelector("[data-row] .ck") ? words("select") : "", (event) => tick(event));
  if (document.querySelector("[data-bulk]")) register("Mod+a", words("all"), (event) => tickAll(event));
  document.addEventListener("click", range);
  document.addEventListener("change", count);
  document.addEventListener("reset", () => setTimeout(count, 0));
  document.addEventListener("htmx:afterSettle", count);
}

function words(name) {
  const template = document.getElementById("keys-words");
  return template ? template.dataset[name] : name;
}

const rows = () => [...document.querySelectorAll("[data-row]")].filter((row) => row.getClientRects().length && !row.closest("[inert]"));

function at(all) {
  const focused = document.activeElement && document.activeElement.closest("[data-row]");
  return all.indexOf(focused);
}

function move(by) {
  const all = rows();
  if (!all.length || document.querySelector("dialog[open]")) return false;
  const now = at(all);
  const marked = all.findIndex((row) => row.getAttribute("aria-current") === "true");
  const next = now >= 0 ? now + by : marked >= 0 && by < 0 ? marked : marked >= 0 ? marked + 1 : 0;
  const row = all[Math.max(0, Math.min(all.length - 1, next))];
  const link = row.querySelector("[data-open]") || row.querySelector("a[href], button");
  link.focus();
  row.scrollIntoView({ block: "nearest" });
  return true;
}

function tick(event) {
  const all = rows();
  const now = at(all);
  if (now < 0) return false;
  const box = boxOf(all[now]);
  if (!box) return false;
  box.checked = !box.checked;
  if (event.shiftKey) between(all, now, box.checked);
  lastTicked = all[now];
  box.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

function between(all, now, checked) {
  if (!lastTicked || !all.includes(lastTicked)) return;
  const [low, high] = [all.indexOf(lastTicked), now].sort((a, b) => a - b);
  for (const row of all.slice(low, high + 1)) { const one = boxOf(row); if (one) one.checked = checked; }
}

function range(event) {
  const box = event.target instanceof Element && event.target.closest("[data-row] .ck input[type=checkbox]");
  if (!box) return;
  const all = rows();
  const row = box.closest("[data-row]");
  if (event.shiftKey) between(all, all.indexOf(row), box.checked);
  lastTicked = row;
  count();
}

function tickAll(event) {
  if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") || document.querySelector("dialog[open]")) return false;
  const boxes = rows().map(boxOf).filter(Boolean);
  if (!boxes.length) return false;
  const checked = !boxes.every((box) => box.checked);
  for (const box of boxes) box.checked = checked;
  count();
  return true;
}

const boxOf = (row) => row.querySelector(".ck input[type=checkbox]");

function count() {
  for (const row of document.querySelectorAll("[data-row]")) {
    const box = boxOf(row);
    if (box) row.classList.toggle("sel", box.checked);
  }
  for (const bar of document.querySelectorAll("[data-bulk]")) {
    const boxes = [...document.querySelectorAll("[data-row] .ck input[type=checkbox]")];
    const ticked = boxes.filter((box) => box.checked).length;
    bar.hidden = ticked === 0;
    const offer = bar.querySelector("[data-bulk-all]");
    const every = offer && offer.querySelector("input").checked ? offer.dataset.number : "";
    bar.querySelector("[data-bulk-count]").textContent = every || ticked;
    whole(bar, ticked > 0 && ticked === boxes.length);
  }
}

function whole(bar, all) {
  const offer = bar.querySelector("[data-bulk-all]");
  if (!offer) return;
  offer.hidden = !all;
  if (!all) offer.querySelector("input").checked = false;
  else if (offer.hasAttribute("hx-get")) document.body.dispatchEvent(new CustomEvent("rightday:all-ticked"));
}

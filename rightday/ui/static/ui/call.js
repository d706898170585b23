// What is typed during a call is kept on this device until its result has arrived: a closed
// tab or a reload loses nothing. One draft for each call, [data-draft="step id"].
const PREFIX = "rightday-draft-";
const OLD = 3 * 24 * 3600 * 1000;
let started = false;

export function start() {
  if (!started) wire();
  started = true;
  restore();
}

function wire() {
  for (const name of ["input", "change"]) document.addEventListener(name, keep);
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.requestConfig.elt.id === "result-form" && event.detail.xhr.status < 400) forget();
  });
  // It waited for the line and has gone now: on to the next call.
  document.addEventListener("rightday:sent", (event) => {
    if (!form() || new URL(event.detail.action, location).pathname !== new URL(form().action).pathname) return;
    forget();
    location.assign(document.querySelector(".queue-back").href);
  });
  document.addEventListener("submit", (event) => {
    // Without htmx the page goes away; the server has it then, or says what is wrong with it all.
    if (event.target.id === "result-form" && !event.target.matches("[hx-post]")) forget();
  });
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(PREFIX) && Date.now() - (JSON.parse(localStorage.getItem(name)).at || 0) > OLD) localStorage.removeItem(name);
  }
}

/** A day that was picked stays in sight, and Enter takes it instead of the suggested one. */
function show() {
  for (const pick of document.querySelectorAll(".nxt-pick")) {
    const day = !!pick.querySelector("[type=date]").value;
    pick.classList.toggle("has-day", day);
    const [from, to] = [document.querySelector(".nxt-go"), pick.querySelector(".pick-it")];
    if (day) { delete from.dataset.key; to.dataset.key = "Enter"; } else { from.dataset.key = "Enter"; delete to.dataset.key; }
  }
}

const page = () => document.querySelector("[data-draft]");
const form = () => document.getElementById("result-form");
const typed = () => [...form().elements].filter((one) => one.name && !["hidden", "submit"].includes(one.type));

function keep(event) {
  if (!page() || !form() || event.target.form !== form()) return;
  if (event.type === "change") show();
  const fields = typed().map((one) => [one.name, one.value, /^(radio|checkbox)$/.test(one.type) ? one.checked : one.value !== ""]);
  const kept = fields.filter(([, , used]) => used).map(([name, value]) => [name, value]);
  try { localStorage.setItem(PREFIX + page().dataset.draft, JSON.stringify({ at: Date.now(), kept })); } catch { /* full: typing goes on */ }
}

function restore() {
  if (!page() || !form() || form().dataset.restored) return;
  form().dataset.restored = "yes";
  let draft;
  try { draft = JSON.parse(localStorage.getItem(PREFIX + page().dataset.draft)); } catch { return; }
  if (!draft) return;
  for (const [name, value] of draft.kept) {
    for (const one of typed().filter((each) => each.name === name)) {
      if (/^(radio|checkbox)$/.test(one.type)) { if (one.value === value) one.checked = true; }
      else if (!one.value) one.value = value;
    }
  }
  show();
}

function forget() {
  if (page()) localStorage.removeItem(PREFIX + page().dataset.draft);
}

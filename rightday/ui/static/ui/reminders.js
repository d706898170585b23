// What cannot wait, as a notification of the browser: each once, on this device, while a page is open. The server
// decides what it is (data-reminders on the body is its address, for who wants them); permission is asked on a click.
const EVERY = 180_000;
const STORE = "rightday-reminded";
const KEPT = 200;
const none = !("Notification" in window);
let started = false;

export function start() {
  tell();
  if (started) return;
  started = true;
  const address = document.body.dataset.reminders;
  if (!address || none) return;
  look(address);
  setInterval(() => look(address), EVERY);
}

// Settings: what this browser says to it, and the button that asks it.
function tell() {
  const state = document.querySelector("[data-notify]");
  const ask = document.querySelector("[data-notify-ask]");
  if (!state || !ask) return;
  const now = none ? "none" : Notification.permission;
  state.textContent = state.dataset[now];
  ask.hidden = now !== "default";
  ask.onclick = async () => {
    await Notification.requestPermission();
    tell();
    document.querySelector("[data-notify]").scrollIntoView({ block: "nearest" });
  };
}

async function look(address) {
  if (Notification.permission !== "granted") return;
  try {
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected) return;
    const { reminders } = await answer.json();
    for (const one of reminders) if (isNew(one.key)) show(one);
  } catch { /* the line is down: the next round asks again */ }
}

function show({ key, title, words, href }) {
  // The same tag twice, from two tabs at once, is one notification.
  const shown = new Notification(title, { body: words, tag: key });
  shown.onclick = () => { window.focus(); location.assign(href); shown.close(); };
}

function isNew(key) {
  let said = [];
  try { said = JSON.parse(localStorage.getItem(STORE) || "[]"); } catch { /* then it is said again */ }
  if (said.includes(key)) return false;
  try { localStorage.setItem(STORE, JSON.stringify([...said, key].slice(-KEPT))); } catch { /* as above */ }
  return true;
}

// A toast stays ten seconds, longer while the pointer or the cursor is on it. U undoes.
const STAYS = 10_000;
const known = new WeakSet();

export function watchToasts() {
  const place = document.getElementById("toasts");
  if (!place) return;
  for (const toast of place.querySelectorAll("[data-toast]")) keep(toast);
  new MutationObserver(() => {
    for (const toast of place.querySelectorAll("[data-toast]")) keep(toast);
  }).observe(place, { childList: true });
}

/** What htmx could not send and no outbox keeps: say so, the words are still in their field. */
export function watchFailures() {
  for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
    document.addEventListener(name, (event) => {
      if (event.target.closest("[data-outbox], [data-find], [data-capture-text]")) return;
      const words = document.getElementById("keys-words").dataset;
      say(event.detail.requestConfig.verb === "get" ? words.unread : words.unsent);
    });
  }
}

/** Say something from script; `words` is text. */
export function say(words) {
  const place = document.getElementById("toasts");
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.dataset.toast = "";
  toast.append(Object.assign(document.createElement("span"), { textContent: words }));
  place.append(toast);
}

function keep(toast) {
  if (known.has(toast)) return;
  known.add(toast);
  // Only the newest can be undone by its key.
  for (const older of document.querySelectorAll("[data-toast] [data-key=u]")) if (!toast.contains(older)) delete older.dataset.key;
  let timer = setTimeout(() => toast.remove(), STAYS);
  const wait = () => clearTimeout(timer);
  const go = () => { clearTimeout(timer); timer = setTimeout(() => toast.remove(), STAYS); };
  toast.addEventListener("pointerenter", wait);
  toast.addEventListener("focusin", wait);
  toast.addEventListener("pointerleave", go);
  toast.addEventListener("focusout", go);
}

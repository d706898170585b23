// The entry: what every page needs is imported, what a page may need is loaded when it does.
// Each form and link works without any of this.
import { listen } from "./keys.js";
import { watchFailures, watchToasts } from "./toast.js";
import { sendOnce } from "./once.js";

listen();
watchToasts();
watchFailures();
sendOnce();

// Each feature is loaded by what is on the page, also when it arrives later in a piece.
const features = [
  ["[data-rows], [data-row]", () => import("./lists.js")],
  ["[data-board]", () => import("./board.js")],
  ["[data-find]", () => import("./find.js")],
  ["[data-outbox]", () => import("./outbox.js")],
  ["[data-draft]", () => import("./call.js")],
  ["[data-capture-text]", () => import("./capture.js")],
  ["[data-drop]", () => import("./drop.js")],
  ["[data-print]", () => import("./print.js")],
  ["[data-track]", () => import("./track.js")],
  ["[data-reminders], [data-notify]", () => import("./reminders.js")],
  ["[data-order]", () => import("./order.js")],
];

function look() {
  for (const [selector, load] of features) {
    if (document.querySelector(selector)) load().then((feature) => feature.start(document));
  }
  let waits = false;
  try { waits = (localStorage.getItem("rightday-outbox") || "[]") !== "[]"; } catch { /* nothing can wait then */ }
  if (waits) import("./outbox.js").then((outbox) => outbox.start(document));
}

// Django's token travels with whatever htmx sends, also from elements outside of a form.
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRFToken"] = document.querySelector("meta[name=csrf-token]").content;
});

// Signed out meanwhile: the answer is the way in, which belongs on a page of its own.
document.addEventListener("htmx:beforeSwap", (event) => {
  const door = document.body.dataset.signIn;
  const to = event.detail.xhr.responseURL && new URL(event.detail.xhr.responseURL).pathname;
  if (!door || !to || !to.startsWith(door) || location.pathname.startsWith(door)) return;
  event.detail.shouldSwap = false;
  location.assign(`${door}?next=${encodeURIComponent(location.pathname + location.search)}`);
});

look();
document.addEventListener("htmx:afterSettle", look);
document.addEventListener("rightday:arrived", look);

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
  const link = event.target instanceof Element && event.target.closest("[data-palette], a[data-dialog], button[data-dialog]");
  if (!link) return;
  event.preventDefault();
  if (link.matches("[data-palette]")) import("./palette.js").then((palette) => palette.open(link.href));
  else import("./dialog.js").then((dialog) => dialog.load(link.href || asked(link)));
});

// A button of a form asks with what is filled in there: the address that the form would go to.
function asked(button) {
  const filled = new URLSearchParams(new FormData(button.form, button));
  for (const name of ["csrfmiddlewaretoken", "once"]) filled.delete(name);
  return `${button.formAction}?${filled}`;
}

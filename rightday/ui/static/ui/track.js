// The track of a lead by keys: one stop for Tab, arrows along it, Enter opens as it opens any link.
// What is awaited is in sight when the page comes. A point clicked has the cursor, so that it is
// there again when its dialog closes.
let started = false;

export function start() {
  for (const track of document.querySelectorAll("[data-track]:not([data-set])")) {
    track.dataset.set = "";
    const all = links(track);
    const now = track.querySelector("[aria-current] a") || all[0];
    for (const link of all) link.tabIndex = link === now ? 0 : -1;
    if (!now || track.scrollWidth <= track.clientWidth) continue;
    track.scrollLeft = now.getBoundingClientRect().left - track.getBoundingClientRect().left - track.clientWidth / 3;
  }
  if (started) return;
  started = true;
  document.addEventListener("keydown", along, true);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("[data-track] a");
    if (link) stop(link);
  }, true);
}

const links = (track) => [...track.querySelectorAll("a")];

function along(event) {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -100, End: 100 }[event.key];
  const link = by && event.target instanceof Element && event.target.closest("[data-track] a");
  if (!link || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const all = links(link.closest("[data-track]"));
  stop(all[Math.max(0, Math.min(all.length - 1, all.indexOf(link) + by))]);
}

function stop(link) {
  for (const other of links(link.closest("[data-track]"))) other.tabIndex = other === link ? 0 : -1;
  link.focus();
}

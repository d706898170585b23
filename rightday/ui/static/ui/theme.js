// The side, light or dark, before the first paint; the button goes to the other one and this
// device remembers. Not a module: modules run after the page is drawn.
(() => {
  const root = document.documentElement;
  const key = "rightday-theme";
  let saved = null;
  try { saved = localStorage.getItem(key); } catch { /* private windows may refuse */ }
  if (saved === "light" || saved === "dark") root.dataset.theme = saved;
  addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-theme-toggle]");
    if (!button) return;
    const asked = button.dataset.themeToggle;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    const side = asked || (dark ? "light" : "dark");
    if (side === "system") delete root.dataset.theme; else root.dataset.theme = side;
    try { if (side === "system") localStorage.removeItem(key); else localStorage.setItem(key, side); } catch { /* as above */ }
  });
})();

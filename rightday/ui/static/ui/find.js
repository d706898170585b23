// Search over a list. htmx sends and swaps (attributes of ui.find); here are only the keys:
// Esc clears, ↓ goes into the list, Enter goes to the first row.
let started = false;

export function start() {
  if (started) return;
  started = true;
  document.addEventListener("keydown", (event) => {
    const field = event.target;
    if (!(field instanceof Element) || !field.matches("[data-find] input[type=search]")) return;
    if (event.key === "Escape" && field.value) {
      event.preventDefault();
      field.value = "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (event.key === "ArrowDown" || (event.key === "Enter" && document.querySelector("[data-row]"))) {
      const link = document.querySelector("[data-row] [data-open]");
      if (!link) return;
      event.preventDefault();
      link.focus();
    }
  });
}

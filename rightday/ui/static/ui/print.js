// A button that prints the page: there only where a script can do it. Ctrl P does the same.
export function start(root) {
  for (const button of root.querySelectorAll("[data-print][hidden]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}

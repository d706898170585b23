// A file let go over the box is the file chosen in its field; the form is sent as it stands.
export function start(root) {
  for (const box of root.querySelectorAll("[data-drop]:not([data-wired])")) wire(box);
}

function wire(box) {
  box.dataset.wired = "";
  const field = box.querySelector("input[type=file]");
  const stop = (event) => { event.preventDefault(); event.stopPropagation(); };
  for (const name of ["dragenter", "dragover"]) box.addEventListener(name, (event) => { stop(event); box.classList.add("is-over"); });
  for (const name of ["dragleave", "drop"]) box.addEventListener(name, (event) => { stop(event); box.classList.remove("is-over"); });
  box.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  // Let go beside the box, the browser would leave the page for the file.
  for (const name of ["dragover", "drop"]) document.addEventListener(name, (event) => event.preventDefault());
  // Ctrl V anywhere but in a field: a copied file, or a copied table, is sent as it is.
  document.addEventListener("paste", (event) => {
    if (event.target.closest && event.target.closest("input, textarea, select")) return;
    const table = document.querySelector("textarea[data-paste]");
    const text = event.clipboardData.getData("text/plain");
    if (event.clipboardData.files.length) {
      field.files = event.clipboardData.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (table && text.trim()) {
      table.value = text;
      table.form.requestSubmit();
    } else return;
    event.preventDefault();
  });
  const chosen = () => {
    if (!field.files.length) return;
    box.querySelector("[data-drop-h]").textContent = Array.from(field.files, (file) => file.name).join(", ");
    if (field.form) field.form.requestSubmit();
  };
  field.addEventListener("change", chosen);
  // Chosen before this script had come. Gone back to, the browser remembers the file that was sent.
  const [arrival] = performance.getEntriesByType("navigation");
  if (!arrival || arrival.type !== "back_forward") chosen();
}

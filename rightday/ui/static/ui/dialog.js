// The one <dialog> of a page. The browser traps focus, makes the page inert, closes on Esc and
// gives focus back; here it only gets its inside. A link with data-dialog opens what its
// address answers to htmx (the header HX-Request); without script the link is an ordinary page.
const dialog = () => document.getElementById("dialog");
let wired = false;

/** Show these nodes. Returns the dialog. */
export function show(...nodes) {
  const box = dialog();
  wire(box);
  box.className = "dialog";
  box.replaceChildren(...nodes);
  if (!box.open) box.showModal();
  const first = box.querySelector("[autofocus]");
  if (first) first.focus();
  if (window.htmx) window.htmx.process(box);
  document.dispatchEvent(new CustomEvent("rightday:arrived"));
  return box;
}

/** Load a piece of HTML and show it; when it cannot be had, go to the page instead. */
export async function load(address) {
  let text;
  try {
    const answer = await fetch(address, { headers: { "HX-Request": "true", "HX-Target": "dialog" }, credentials: "same-origin" });
    if (!answer.ok || answer.redirected || (await isPage(answer))) throw new Error(String(answer.status));
    text = await answer.text();
  } catch {
    location.assign(address);
    return null;
  }
  const holder = document.createElement("template");
  holder.innerHTML = text;
  return show(holder.content);
}

export function close() {
  const box = dialog();
  if (box && box.open) box.close();
}

async function isPage(answer) {
  return (await answer.clone().text()).trimStart().toLowerCase().startsWith("<!doctype");
}

function wire(box) {
  if (wired) return;
  wired = true;
  box.addEventListener("click", (event) => {
    const closer = event.target.closest("[data-close]");
    if (closer || event.target === box) { event.preventDefault(); box.close(); }
  });
  box.addEventListener("close", () => box.replaceChildren());
  // The server closes it: HX-Trigger: rightday:close
  document.addEventListener("rightday:close", close);
}

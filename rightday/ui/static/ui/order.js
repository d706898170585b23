// Rows of a list in an order of their own: Alt ↑ and Alt ↓ move the one with the cursor, its grip
// drags it. Either sends the row's small form (.ms-move), so the server says what the order is.
// A row that is open has buttons of its own, which take along what was typed.
let started = false;

export function start() {
  if (started) return;
  started = true;
  document.addEventListener("keydown", byKey);
  document.addEventListener("pointerdown", drag);
}

function byKey(event) {
  if (!event.altKey || event.ctrlKey || event.metaKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  const row = event.target instanceof Element && event.target.closest("[data-order] > [data-place]");
  if (!row) return;
  event.preventDefault();
  move(row, event.key === "ArrowUp" ? "up" : "down");
}

function move(row, to) {
  const button = row.querySelector(`form:not(.ms-move) button[value="${to}"]`);
  if (button) { button.click(); return; }
  const form = row.querySelector(".ms-move");
  if (!form || row.classList.contains("ms-open")) return;
  form.elements.act.value = to;
  form.requestSubmit();
}

function drag(event) {
  const grip = event.target instanceof Element && event.target.closest("[data-order] .grip");
  if (!grip || event.button) return;
  const row = grip.closest("[data-place]");
  const list = row.parentElement;
  let over = row;
  const follow = (moved) => {
    const found = [...list.children].find((one) => moved.clientY < one.getBoundingClientRect().bottom) || list.lastElementChild;
    over.classList.remove("ms-over");
    over = found;
    over.classList.toggle("ms-over", over !== row);
    moved.preventDefault();
  };
  const end = () => {
    removeEventListener("pointermove", follow);
    over.classList.remove("ms-over");
    if (over === row) return;
    // The click that ends a drag is none.
    grip.addEventListener("click", (click) => click.preventDefault(), { once: true, capture: true });
    move(row, over.dataset.place);
  };
  addEventListener("pointermove", follow);
  addEventListener("pointerup", end, { once: true });
}

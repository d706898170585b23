// A form being sent cannot be sent again: its buttons rest until the answer is there. The
// server makes sure (the hidden field `once`); this spares people the waiting second click.
export function sendOnce() {
  // Later than every other listener, so that a form which was stopped is left alone.
  addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sending) { event.preventDefault(); event.stopImmediatePropagation(); return; }
    form.dataset.sending = "yes";
    const button = event.submitter;
    // After the browser has read the form: a disabled button's value would be missing.
    setTimeout(() => {
      // Stopped: by a script of ours, or by htmx because the person said no when asked.
      if (event.defaultPrevented && !form.dataset.underway) wake(form);
      else rest(form, button);
    }, 0);
  }, true);
  addEventListener("htmx:beforeSend", (event) => {
    const form = event.target.closest("form");
    if (form) form.dataset.underway = "yes";
  });
  addEventListener("htmx:afterRequest", (event) => wake(event.target.closest("form")));
  addEventListener("pageshow", () => { for (const form of document.forms) wake(form); });
}

function rest(form, button) {
  if (!form.dataset.sending) return;
  for (const one of form.querySelectorAll("button:not([type=button])")) {
    if (!one.disabled) { one.disabled = true; one.dataset.rests = "yes"; }
  }
  if (button) setTimeout(() => { if (form.dataset.sending) button.classList.add("is-busy"); }, 300);
}

function wake(form) {
  if (!form) return;
  delete form.dataset.sending;
  delete form.dataset.underway;
  for (const one of form.querySelectorAll("[data-rests]")) {
    one.disabled = false;
    one.classList.remove("is-busy");
    delete one.dataset.rests;
  }
}

// A result whose sending fails is kept on this device with its key (`once`), shown as waiting,
// and sent when the line is back: at once on `online`, every 15 seconds, or by Try now. The key
// makes it count once, however often it is sent. Forms: <form data-outbox="Progressed, Martin">.
import { say } from "./toast.js";

const STORE = "rightday-outbox";
const AGAIN = 15_000;
let started = false;
let sending = false;

export function start() {
  if (started) return;
  started = true;
  for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
    document.addEventListener(name, (event) => { if (lost(event)) keep(event); });
  }
  // Without htmx on the form, the browser would show its own error page and the words were gone.
  document.addEventListener("submit", (event) => {
    if (navigator.onLine || !event.target.matches("[data-outbox]:not([hx-post])")) return;
    event.preventDefault();
    put(event.target, new FormData(event.target, event.submitter));
  });
  addEventListener("online", send);
  setInterval(send, AGAIN);
  draw();
  send();
}

function lost(event) {
  // A field of the form that is read while one types is no result: only the form itself is kept.
  if (!event.target.closest("[data-outbox]") || event.target.matches("[data-capture-text]")) return false;
  return event.type !== "htmx:responseError" || event.detail.xhr.status >= 500;
}

function keep(event) {
  const form = event.target.closest("[data-outbox]");
  const sent = event.detail.requestConfig;
  const body = new FormData(form);
  for (const [name, value] of sent.formData.entries()) body.set(name, value);
  put(form, body, sent.path);
}

function put(form, body, path = "") {
  const fields = [...body.entries()].filter(([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken");
  const button = fields.find(([name]) => name === "result");
  const once = body.get("once");
  const waiting = read().filter((one) => one.once !== once);
  waiting.push({ once, action: path || form.action, fields, label: form.dataset.outbox || (button && button[1]) || document.title, at: new Date().toISOString() });
  write(waiting);
  form.dataset.waits = "yes";
  form.dispatchEvent(new CustomEvent("rightday:kept", { bubbles: true }));
  draw();
}

async function send() {
  if (sending || !read().length) return;
  sending = true;
  try {
    for (const one of read()) {
      if (one.refused) continue;
      const outcome = await post(one);
      if (outcome === "later") break;
      const rest = read().filter((other) => other.once !== one.once);
      if (outcome === "refused") rest.push({ ...one, refused: true });
      write(rest);
      if (outcome === "sent") {
        say(`${place().dataset.sent} ${one.label}`);
        document.dispatchEvent(new CustomEvent("rightday:sent", { detail: one }));
      }
      draw();
    }
  } finally {
    sending = false;
  }
}

async function post(one) {
  let answer;
  try {
    const token = document.querySelector("meta[name=csrf-token]").content;
    answer = await fetch(one.action, {
      method: "POST", body: new URLSearchParams(one.fields), credentials: "same-origin",
      headers: { "X-CSRFToken": token, "HX-Request": "true", "X-Rightday-Outbox": one.at },
    });
  } catch {
    return "later";
  }
  // Signed out meanwhile: it waits until this person is back.
  if (answer.redirected && new URL(answer.url).pathname.startsWith(document.body.dataset.signIn || "/accounts/")) return "later";
  if (answer.status >= 500 || answer.status === 403 || answer.status === 429) return "later";
  return answer.ok ? "sent" : "refused";
}

const place = () => document.getElementById("outbox");

function draw() {
  const box = place();
  const waiting = read();
  box.replaceChildren();
  const going = waiting.filter((one) => !one.refused);
  if (going.length) {
    const words = going.length === 1 ? box.dataset.one : box.dataset.many.replace("{n}", going.length);
    box.append(line(words, going, [[box.dataset.now, send]]));
  }
  for (const one of waiting.filter((each) => each.refused)) {
    box.append(line(`${box.dataset.refused} ${one.label}`, [one], [[box.dataset.release, () => { write(read().filter((other) => other.once !== one.once)); draw(); }]]));
  }
}

function line(words, kept, buttons) {
  const box = place();
  const row = document.createElement("div");
  row.className = "toast waiting";
  row.append(Object.assign(document.createElement("span"), { textContent: words }));
  const copy = async (event) => {
    await navigator.clipboard.writeText(kept.map(asText).join("\n\n"));
    event.target.textContent = box.dataset.copied;
  };
  for (const [label, act] of [...buttons, [box.dataset.copy, copy]]) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "link", textContent: label });
    button.addEventListener("click", act);
    row.append(button);
  }
  return row;
}

function asText(one) {
  const said = one.fields.filter(([name, value]) => value && name !== "once").map(([name, value]) => `${name}: ${value}`);
  return [`${one.label} (${new Date(one.at).toLocaleString()})`, ...said].join("\n");
}

function read() {
  try { return JSON.parse(localStorage.getItem(STORE) || "[]"); } catch { return []; }
}

function write(waiting) {
  localStorage.setItem(STORE, JSON.stringify(waiting));
}

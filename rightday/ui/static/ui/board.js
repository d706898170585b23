// The board: a card is dragged to a column, or moved by M (a dialog of the columns). It is in its new
// column at once; the server's answer is the card as it is then, and where it refuses, the card goes back
// and the reason is said. Without script the M of a card is a page. H and L, as the arrows, go sideways.
import { register } from "./keys.js";
import { close } from "./dialog.js";
import { say } from "./toast.js";

let started = false;
let dragged = null;

export function start() {
  if (started) return;
  started = true;
  register("h", "", () => sideways(-1));
  register("l", "", () => sideways(1));
  register("ArrowLeft", "", () => sideways(-1));
  register("ArrowRight", "", () => sideways(1));
  document.addEventListener("dragstart", lift);
  document.addEventListener("dragover", over);
  document.addEventListener("dragend", drop);
  document.addEventListener("drop", land);
  document.addEventListener("submit", choose);
  document.addEventListener("keydown", among);
}

function lift(event) {
  dragged = event.target instanceof Element ? event.target.closest("[data-card]") : null;
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.id);
  dragged.classList.add("card-lifted");
}

function over(event) {
  const column = dragged && columnAt(event.target);
  for (const other of document.querySelectorAll(".col-over")) if (other !== column) other.classList.remove("col-over");
  if (!column) return;
  event.preventDefault();
  column.classList.add("col-over");
}

function land(event) {
  const column = dragged && columnAt(event.target);
  if (!column) return;
  event.preventDefault();
  const card = dragged;
  drop();
  move(card, column);
}

function drop() {
  if (dragged) dragged.classList.remove("card-lifted");
  for (const other of document.querySelectorAll(".col-over")) other.classList.remove("col-over");
  dragged = null;
}

const columnAt = (target) => target instanceof Element && target.closest("[data-stage]");
const columnOf = (stage) => document.querySelector(`[data-board] [data-stage="${CSS.escape(stage)}"]`);

// The dialog of M on the page of a board: its button moves the card here.
function choose(event) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches("dialog form[data-moving]")) return;
  const card = document.getElementById(`card-${form.dataset.moving}`);
  const column = event.submitter && columnOf(event.submitter.value);
  if (!card || !column) return;
  event.preventDefault();
  event.stopPropagation();
  close();
  move(card, column);
}

async function move(card, column) {
  const from = card.closest("[data-stage]");
  if (!from || from === column) return;
  const stage = column.dataset.stage;
  const next = card.nextElementSibling;
  const had = card.contains(document.activeElement) || document.activeElement === document.body;
  put(card, column, column.querySelector("ul").firstElementChild);
  const said = document.getElementById("board-said");
  said.textContent = said.dataset.moving.replace("%s", column.querySelector("h2 a").textContent);
  if (had) card.querySelector("[data-open]").focus();
  card.setAttribute("aria-busy", "true");
  const { answer, text } = await send(card, stage);
  card.removeAttribute("aria-busy");
  if (answer && answer.ok) return arrived(card, text, had);
  put(card, from, next && next.parentElement === from.querySelector("ul") ? next : null);
  if (had) card.querySelector("[data-open]").focus();
  say(reason(text) || said.dataset.refused);
  if (answer && answer.status === 409 && window.htmx) {
    window.htmx.ajax("GET", location.href, { target: "#found", swap: "outerHTML" });
  }
}

async function send(card, stage) {
  const body = new URLSearchParams({ stage, seen: card.dataset.seen, once: crypto.randomUUID() });
  const token = document.querySelector("meta[name=csrf-token]").content;
  try {
    const answer = await fetch(card.dataset.move, {
      method: "POST", body, credentials: "same-origin", headers: { "HX-Request": "true", "X-CSRFToken": token },
    });
    return { answer, text: await answer.text() };
  } catch {
    return { answer: null, text: "" };
  }
}

function arrived(card, text, had) {
  const holder = document.createElement("template");
  holder.innerHTML = text;
  const fresh = holder.content.querySelector("[data-card]");
  const toasts = document.getElementById("toasts");
  for (const toast of holder.content.querySelectorAll("[data-toast]")) toasts.append(toast);
  if (!fresh) return;
  const column = columnOf(fresh.dataset.at);
  if (column && column !== card.closest("[data-stage]")) put(card, column, column.querySelector("ul").firstElementChild);
  card.replaceWith(fresh);
  if (window.htmx) window.htmx.process(fresh);
  if (had) fresh.querySelector("[data-open]").focus();
}

function reason(text) {
  const holder = document.createElement("template");
  holder.innerHTML = text;
  const problem = holder.content.querySelector("[data-problem]");
  return problem ? problem.dataset.problem : "";
}

// The counts follow where they are exact; "99+" stays.
function put(card, column, before) {
  const from = card.closest("[data-stage]");
  column.querySelector("ul").insertBefore(card, before);
  for (const [one, by] of [[from, -1], [column, 1]]) {
    const count = one.querySelector("[data-col-count]");
    if (from !== column && /^\d+$/.test(count.textContent)) count.textContent = Number(count.textContent) + by;
  }
}

function sideways(by) {
  if (document.querySelector("dialog[open]")) return false;
  const columns = [...document.querySelectorAll("[data-board] [data-stage]")].filter((one) => one.querySelector("[data-card]"));
  if (!columns.length) return false;
  const card = document.activeElement && document.activeElement.closest("[data-card]");
  const at = card ? columns.indexOf(card.closest("[data-stage]")) : -1;
  const row = card ? [...card.parentElement.querySelectorAll("[data-card]")].indexOf(card) : 0;
  const column = columns[card ? Math.max(0, Math.min(columns.length - 1, at + by)) : 0];
  const cards = [...column.querySelectorAll("[data-card]")];
  const next = cards[Math.min(row, cards.length - 1)];
  next.querySelector("[data-open]").focus();
  next.scrollIntoView({ block: "nearest", inline: "center" });
  return true;
}

// In the dialog the arrows go through the columns.
function among(event) {
  const button = event.target instanceof Element && event.target.closest("[data-moving] .stage");
  const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!button || !by) return;
  event.preventDefault();
  const all = [...button.closest("form").querySelectorAll(".stage")];
  all[(all.indexOf(button) + by + all.length) % all.length].focus();
}

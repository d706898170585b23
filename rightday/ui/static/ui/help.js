// ? opens the list of all keys, built from the registry: it cannot say what is not so.
import { show } from "./dialog.js";

const PRINTED = { Enter: "↵", Escape: "Esc", ArrowDown: "↓", ArrowUp: "↑" };

export function open(lines) {
  const words = document.getElementById("keys-words").dataset;
  const all = [...lines, { key: "?", words: words.help, everywhere: true }, { key: "Escape", words: words.back, everywhere: true }];
  const groups = document.createElement("div");
  groups.className = "key-groups";
  for (const [title, everywhere] of [[words.here, false], [words.everywhere, true]]) {
    const seen = new Set();
    const rows = all.filter((line) => line.everywhere === everywhere && !seen.has(line.key) && seen.add(line.key));
    if (rows.length) groups.append(group(title, rows));
  }
  show(head(words), groups);
}

function head(words) {
  const header = element("header", "dialog-head");
  const title = element("h2", "", words.title);
  title.id = "dialog-title";
  const close = element("button", "btn btn-bare", words.close);
  close.type = "button";
  close.dataset.close = "";
  header.append(title, close);
  return header;
}

function group(title, rows) {
  const section = document.createElement("section");
  const list = document.createElement("ul");
  for (const { key, words } of rows) {
    const row = element("li", "", words);
    const keys = document.createElement("span");
    for (const part of key.replace("Mod+", "Ctrl ").split(" ")) keys.append(element("kbd", "", printed(part)), " ");
    row.append(keys);
    list.append(row);
  }
  section.append(element("h3", "", title), list);
  return section;
}

function printed(key) {
  return PRINTED[key] || (key.length === 1 ? key.toUpperCase() : key);
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

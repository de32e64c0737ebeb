/*
The record of a sentence beside the text. A click on a sentence, Enter on its mark, or the arrow
keys show it; Escape closes it. Without this script every mark is a link to the same record.
*/
const reader = document.querySelector("[data-reader]");
const panel = reader?.querySelector("[data-panel]");
const records = new Map();
let chosen = null;

const marks = () => [...reader.querySelectorAll(".prose span[id] > a")];

async function recordAt(address) {
  if (!records.has(address)) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(String(response.status));
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    records.set(address, page.querySelector("[data-record]"));
  }
  return records.get(address).cloneNode(true);
}

function closeButton() {
  const head = document.createElement("p");
  head.className = "panel-head";
  const button = document.createElement("button");
  button.className = "button button-quiet";
  button.type = "button";
  button.textContent = panel.dataset.close;
  button.addEventListener("click", close);
  head.append(button);
  return head;
}

function close() {
  const sentence = chosen;
  choose(null);
  panel.hidden = true;
  document.body.classList.remove("has-record");
  sentence?.querySelector("a").focus();
}

function choose(sentence) {
  chosen?.classList.remove("is-chosen");
  sentence?.classList.add("is-chosen");
  chosen = sentence;
}

async function show(sentence, block = "nearest") {
  choose(sentence);
  const mark = sentence.querySelector("a");
  let content;
  try {
    const record = await recordAt(mark.href);
    content = [...record.childNodes];
  } catch {
    const link = document.createElement("a");
    link.href = mark.href;
    link.textContent = mark.href;
    content = [panel.dataset.failed, " ", link];
  }
  if (chosen !== sentence) return; // another was chosen meanwhile
  panel.replaceChildren(closeButton(), ...content);
  panel.hidden = false;
  panel.scrollTop = 0;
  document.body.classList.add("has-record");
  sentence.scrollIntoView({ block });
  history.replaceState(null, "", `#${sentence.id}`);
}

function onClick(event) {
  const sentence = event.target.closest(".prose span[id]");
  if (!sentence || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  if (String(getSelection())) return; // the reader is copying words
  event.preventDefault();
  show(sentence);
}

const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function onKey(event) {
  if (event.key === "Escape" && !panel.hidden) return close();
  const step = steps[event.key];
  const mark = event.target.closest?.(".prose span[id] > a");
  if (!step || !mark || event.altKey || event.ctrlKey || event.metaKey) return;
  const all = marks();
  const next = all[all.indexOf(mark) + step];
  if (!next) return;
  event.preventDefault();
  move(mark, next);
  if (!panel.hidden) show(next.parentElement);
}

// One stop of the Tab key for the whole text; the arrow keys go from mark to mark.
function move(from, to) {
  from.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
  to.scrollIntoView({ block: "nearest" });
}

const outline = reader?.querySelector("[data-outline]");
if (outline) outline.open = matchMedia("(min-width: 62rem)").matches;

if (panel) {
  document.body.classList.add("has-reader");
  // An address with the place of a sentence opens its record where there is room beside the text.
  const addressed = document.getElementById(location.hash.slice(1))?.closest(".prose span[id]");
  if (addressed && matchMedia("(min-width: 80rem)").matches) show(addressed, "center");
  marks().forEach((mark, place) => (mark.tabIndex = place ? -1 : 0));
  reader.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  reader.addEventListener("focusin", (event) => {
    const mark = event.target.closest(".prose span[id] > a");
    if (mark) for (const each of marks()) each.tabIndex = each === mark ? 0 : -1;
  });
}

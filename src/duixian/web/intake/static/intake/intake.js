// Dropping files, seeing them sent, and watching them being read. The page works without it.
const POLL_MILLISECONDS = 1500;

function listChosen(input) {
  const chosen = document.querySelector("[data-intake-chosen]");
  chosen.replaceChildren(...[...input.files].map((file) => {
    const item = document.createElement("li");
    item.textContent = `${file.name} (${Math.max(1, Math.round(file.size / 1024)).toLocaleString()} KiB)`;
    return item;
  }));
  chosen.hidden = input.files.length === 0;
}

function acceptDrops(drop, input) {
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("is-over");
    });
  }
  for (const name of ["dragleave", "drop"]) {
    drop.addEventListener(name, () => drop.classList.remove("is-over"));
  }
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    const all = new DataTransfer();
    for (const file of [...input.files, ...event.dataTransfer.files]) all.items.add(file);
    input.files = all.files;
    listChosen(input);
  });
}

function sendWithProgress(event, form, input) {
  if (input.files.length === 0) return;
  event.preventDefault();
  const sending = document.querySelector("[data-intake-sending]");
  const button = form.querySelector("button[type=submit]");
  const request = new XMLHttpRequest();
  request.open("POST", form.action || location.href);
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    sending.hidden = false;
    sending.value = total ? (100 * loaded) / total : 0;
  });
  request.addEventListener("load", () => {
    const isHere = new URL(request.responseURL).pathname === location.pathname;
    if (isHere && [200, 400].includes(request.status)) showAnswer(request.responseText);
    else if (isHere) location.reload();
    else location.assign(request.responseURL); // signed out meanwhile, say: the server shows the way
  });
  request.addEventListener("error", () => {
    sending.hidden = true;
    button.disabled = false;
    HTMLFormElement.prototype.submit.call(form); // the browser says what is wrong with the line
  });
  button.disabled = true;
  request.send(new FormData(form));
}

function showAnswer(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("main");
  const main = document.querySelector("main");
  main.replaceChildren(...fresh.childNodes);
  start();
  main.focus();
}

function watch() {
  const list = document.querySelector("[data-intake-list]");
  const open = [...(list?.querySelectorAll("[data-open]") ?? [])];
  if (open.length === 0) return;
  const query = new URLSearchParams(open.map((row) => ["id", row.dataset.intake]));
  setTimeout(async () => {
    try {
      const answer = await fetch(`${list.dataset.address}?${query}`, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const { intakes } = await answer.json();
      if (intakes.some(isNews)) await refresh();
    } finally {
      watch();
    }
  }, POLL_MILLISECONDS);
}

function isNews({ id, state, done }) {
  const row = document.querySelector(`[data-intake="${CSS.escape(id)}"]`);
  return row.dataset.state !== state || row.dataset.done !== String(done);
}

async function refresh() {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const row of fresh.querySelectorAll("[data-intake]")) {
    const old = document.querySelector(`[data-intake="${CSS.escape(row.dataset.intake)}"]`);
    if (!old) continue;
    if (old.dataset.state !== row.dataset.state) {
      document.querySelector("[data-intake-said]").textContent =
        `${row.querySelector("th").textContent}: ${row.querySelector(".badge").textContent}`;
    }
    old.replaceWith(document.adoptNode(row));
  }
}

function start() {
  const form = document.querySelector("[data-intake-form]");
  const input = form.querySelector("input[type=file]");
  input.addEventListener("change", () => listChosen(input));
  if (input.files.length > 0) listChosen(input); // chosen before this script came, or kept by the browser
  acceptDrops(document.querySelector("[data-intake-drop]"), input);
  form.addEventListener("submit", (event) => sendWithProgress(event, form, input));
  watch();
}

start();

// The keyboard of the desk. Keys count only while an item has the focus, so that they never
// surprise who types or uses the keys of a screen reader.
const items = [...document.querySelectorAll("[data-desk-item]")];

function focusOn(index) {
  const item = items[Math.max(0, Math.min(index, items.length - 1))];
  item?.focus({ preventScroll: true });
  item?.scrollIntoView({ block: "nearest" });
}

function press(item, decision) {
  item.querySelector(`button[name=decision][value=${decision}]`).click();
}

function correct(item) {
  const details = item.querySelector("details");
  details.open = true;
  details.querySelector("select, input:not([type=hidden])")?.focus();
}

const keys = {
  j: (item) => focusOn(items.indexOf(item) + 1),
  k: (item) => focusOn(items.indexOf(item) - 1),
  a: (item) => press(item, "accept"),
  r: (item) => press(item, "reject"),
  c: correct,
  u: () => document.querySelector("[data-desk-undo] button")?.click(),
};

for (const item of items) {
  item.tabIndex = 0;
  item.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return item.focus();
    if (event.target !== item || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act(item);
  });
}

// After a decision the page comes back at the list: the item that took the place of the decided
// one is ready for the next key.
for (const [place, item] of items.entries()) {
  item.addEventListener("submit", () => sessionStorage.setItem("desk-place", place));
}
// Going to the list takes the focus away, as late as when the page is loaded; so it waits for that.
if (location.hash === "#items") {
  addEventListener("load", () => {
    requestAnimationFrame(() => focusOn(Number(sessionStorage.getItem("desk-place"))));
  });
}

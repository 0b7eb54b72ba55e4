// Movement by keys in an article: j and k, or the arrows while the list has the focus, go from finding to finding, in the text and in the
// list at once; Enter opens why it was found, Escape comes back. The keys can be switched off (WCAG 2.1.4). Without this file the list
// beside the article is a list of links that do the same.
const notes = [...document.querySelectorAll(".findings .note")];
const keys = document.getElementById("keys");
const list = document.querySelector(".findings");
let at = -1;

const link = (note) => note.querySelector("a");
const words = (note) => document.getElementById(decodeURIComponent(link(note).hash.slice(1)));

// The finding becomes the one that is looked at, as if its link were followed.
function choose(n) {
  notes[at]?.removeAttribute("aria-current");
  at = n;
  notes[at].setAttribute("aria-current", "true");
  notes[at].scrollIntoView({ block: "nearest" });
}

function go(step) {
  const shown = notes.map((note, n) => [note, n]).filter(([note]) => words(note)?.checkVisibility());
  const next = step > 0 ? shown.find(([, n]) => n > at) : shown.findLast(([, n]) => n < at);
  if (!next) return;
  choose(next[1]);
  const mark = words(next[0]);
  location.replace(link(next[0]).hash);
  // In the list the focus stays in the list.
  if (list.contains(document.activeElement)) return link(next[0]).focus({ preventScroll: true });
  mark.tabIndex = -1;
  mark.focus();
}

function why() {
  const details = notes[at].querySelector("details");
  details.open = true;
  details.querySelector("summary").focus();
}

function back() {
  const mark = notes[at] && words(notes[at]);
  notes[at]?.querySelector("details")?.removeAttribute("open");
  if (mark && document.activeElement !== mark) {
    mark.tabIndex = -1;
    return mark.focus();
  }
  notes[at]?.removeAttribute("aria-current");
  at = -1;
  document.activeElement?.blur();
}

function pressed(event) {
  if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
  const inList = list.contains(document.activeElement);
  const step = { j: 1, k: -1, ...(inList && { ArrowDown: 1, ArrowUp: -1 }) }[event.key];
  if (step) go(step);
  else if (event.key === "Escape") back();
  else if (event.key === "Enter" && at >= 0 && document.activeElement === words(notes[at])) why();
  else return;
  event.preventDefault();
}

if (notes.length) {
  keys.closest("label").hidden = false;
  addEventListener("keydown", pressed);
  // A finding that was clicked or tabbed to, in the list or in the text, is the one to go on from.
  for (const [n, note] of notes.entries()) {
    note.addEventListener("focusin", () => choose(n));
    words(note)?.addEventListener("click", (event) => event.detail === 1 && !getSelection().toString() && (choose(n), event.stopPropagation()));
  }
  const asked = notes.findIndex((note) => link(note).hash === location.hash);
  if (asked >= 0) choose(asked);
}

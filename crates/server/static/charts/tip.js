// One box for the whole page that tells about the mark under the pointer or the focus. It can be pointed at (its links can be followed),
// stays until pointer or focus leave, and goes with Escape (WCAG 1.4.13). Texts are hostile: they are only ever set as text.
import { words } from "./words.js";

const box = document.createElement("div");
box.className = "tip-box";
box.hidden = true;
document.querySelector("main").append(box);

let leaving;
const stay = () => clearTimeout(leaving);
const hide = () => ((box.hidden = true), stay());
const leave = () => (stay(), (leaving = setTimeout(hide, 200)));

box.addEventListener("pointerenter", stay);
box.addEventListener("pointerleave", leave);
addEventListener("keydown", (event) => event.key === "Escape" && hide());
addEventListener("scroll", hide, { passive: true, capture: true });

// An element with a text.
export function text(name, words, language) {
  const element = document.createElement(name);
  element.textContent = words;
  if (language) element.lang = language;
  return element;
}

// The link that a mark is, in words. The mark itself is in the order of the keyboard already.
function opening(mark) {
  const link = text("a", words.open);
  link.href = mark.getAttribute("href");
  link.tabIndex = -1;
  return link;
}

function show(mark, content) {
  stay();
  box.replaceChildren(text("b", mark.getAttribute("aria-label")), ...content(), opening(mark));
  box.hidden = false;
  const at = mark.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const middle = at.left + at.width / 2 - width / 2;
  const above = at.top - height - 8;
  box.style.left = `${Math.max(8, Math.min(middle, innerWidth - width - 8))}px`;
  box.style.top = `${above > 8 ? above : Math.min(at.bottom + 8, innerHeight - height - 8)}px`;
}

// Lets a mark be told about: its label, then the elements that `content` gives, then where it leads.
export function tell(mark, content = () => []) {
  mark.querySelector("title")?.remove();
  const open = () => show(mark, content);
  mark.addEventListener("pointerenter", open);
  mark.addEventListener("pointerleave", leave);
  mark.addEventListener("focus", () => mark.matches(":focus-visible") && open());
  mark.addEventListener("blur", leave);
}

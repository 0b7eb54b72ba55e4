// The buttons below a drawing that can be zoomed: one stop of the Tab key, the arrows go from button to button.
import { words } from "./words.js";

// Puts a toolbar after the drawing; `actions` has a sign, the key of its words and what it does, each.
export function buttons(svg, actions) {
  const bar = document.createElement("div");
  bar.className = "chart-bar";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", words.how);
  const all = actions.map(([sign, word, act], n) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.title = words[word];
    button.setAttribute("aria-label", words[word]);
    button.tabIndex = n ? -1 : 0;
    button.addEventListener("click", act);
    return button;
  });
  bar.addEventListener("keydown", (event) => move(all, event));
  bar.append(...all);
  const place = svg.closest(".scroll") ?? svg;
  place.after(bar);
  return bar;
}

function move(all, event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const from = all.indexOf(document.activeElement);
  const to = all[(from + step + all.length) % all.length];
  all.forEach((button) => (button.tabIndex = button === to ? 0 : -1));
  to.focus();
}

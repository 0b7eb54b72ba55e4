// The months of a pair as curves (Observable Plot): with and without what is not asserted as certain, over the server's bars, which
// stay links. A month without events is zero. Pointing at a month opens its events.
import { tell, text } from "./tip.js";
import { numbers, words } from "./words.js";

const { d3, Plot } = globalThis;

export function relations(svg) {
  const bars = [...svg.querySelectorAll("a[data-month]")];
  for (const bar of bars) tell(bar, () => events(bar));
  if (bars.length < 2) return;
  const curves = drawn(svg, months(bars));
  svg.querySelector("a").before(curves);
  toggle(svg, curves.querySelector(".all"));
}

// The events of a month, as the table of the pair has them.
function events(bar) {
  const row = document.getElementById(bar.getAttribute("href").slice(1));
  const copies = [...row.lastElementChild.children].map((event) => event.cloneNode(true));
  for (const link of copies.flatMap((event) => [...event.querySelectorAll("a")])) link.tabIndex = -1;
  return copies.length ? copies : [text("span", "")];
}

function months(bars) {
  const told = new Map(bars.map((bar) => [bar.dataset.month, bar.dataset]));
  const [first, last] = d3.extent(told.keys()).map((month) => new Date(`${month}-01`));
  const all = d3.utcMonth.range(first, d3.utcMonth.offset(last, 1));
  return all.map((day) => {
    const { score = 0, confirmed = 0 } = told.get(day.toISOString().slice(0, 7)) ?? {};
    return { day: d3.utcDay.offset(day, 14), score: Number(score), confirmed: Number(confirmed) };
  });
}

function drawn(svg, data) {
  const [first, last, left, right, most] = numbers(svg, "first", "last", "left", "right", "most");
  const { width, height } = svg.viewBox.baseVal;
  const line = (y, className) => Plot.lineY(data, { x: "day", y, curve: "monotone-x", stroke: "currentColor", className });
  const plot = Plot.plot({
    width,
    height,
    margin: 0,
    x: { type: "utc", domain: [first, last].map((day) => new Date(day * 864e5)), range: [left, right], axis: null },
    y: { domain: [-most, most], range: [136, 16], axis: null },
    marks: [line("score", "all"), line("confirmed", "confirmed")],
  });
  // Its own style has no place under the policy of the page, and ours says the same.
  plot.querySelectorAll("style").forEach((style) => style.remove());
  plot.classList.add("curves");
  plot.setAttribute("aria-hidden", "true");
  return plot;
}

// A box to tick below the drawing that leaves out what is not certain.
function toggle(svg, all) {
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), { type: "checkbox" });
  box.addEventListener("change", () => {
    all.setAttribute("visibility", box.checked ? "hidden" : "visible");
    svg.classList.toggle("certain-only", box.checked);
  });
  label.className = "chart-bar";
  label.append(box, " ", words.sure);
  svg.after(label);
}

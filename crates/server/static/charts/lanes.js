// Events in lanes over time: dragging moves along the time axis, a mark tells its date, kind and words.
import { tell } from "./tip.js";
import { show, time } from "./zoom.js";

export function lanes(svg) {
  svg.querySelectorAll(".mark").forEach((mark) => tell(mark));
  time(svg, true);
  // The latest is what most come for.
  show(svg, 1);
}

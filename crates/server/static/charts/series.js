// A figure over time: a point tells its bounds, who gives it and the sentence; a stretch drawn with the pointer is zoomed to.
import { tell, text } from "./tip.js";
import { numbers } from "./words.js";
import { time } from "./zoom.js";

const { d3 } = globalThis;

export function series(svg) {
  for (const mark of svg.querySelectorAll(".mark")) tell(mark, () => [text("q", mark.dataset.said, "ja")]);
  const [left, right] = numbers(svg, "left", "right");
  const [top, bottom] = numbers(svg.querySelector(".ticks"), "top", "bottom");
  const zoom = time(svg, false);
  const brush = d3.brushX().extent([[left, top], [right, bottom]]).touchable(false);
  // Below the marks, which stay links.
  const area = d3.select(svg).insert("g", ".plot").attr("class", "brush").call(brush);
  brush.on("end", ({ selection }) => {
    if (!selection) return;
    const seen = d3.zoomTransform(svg);
    area.call(brush.move, null);
    zoom(...selection.map((x) => seen.invertX(x)));
  });
}

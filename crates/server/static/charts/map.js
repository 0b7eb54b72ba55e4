// The map: moved and zoomed as a plane; marks and names keep their size, so that near places come apart.
import { tell } from "./tip.js";
import { plane } from "./zoom.js";

export function map(svg) {
  svg.querySelectorAll(".stage > a").forEach((mark) => tell(mark));
  const sizes = new Map([...svg.querySelectorAll("circle")].map((circle) => [circle, circle.r.baseVal.value]));
  const lines = new Map([...svg.querySelectorAll("[stroke-width]")].map((line) => [line, Number(line.getAttribute("stroke-width"))]));
  plane(svg, (scale) => {
    for (const [circle, size] of sizes) circle.setAttribute("r", size / scale);
    for (const [line, width] of lines) line.setAttribute("stroke-width", width / scale);
    for (const name of svg.querySelectorAll(".name")) {
      const [x, y] = ["x", "y"].map((key) => name.getAttribute(key));
      name.setAttribute("transform", `translate(${x} ${y}) scale(${1 / scale}) translate(${-x} ${-y})`);
    }
  });
}

// The map: moved and zoomed as a plane; marks and names keep their size, so that near places come apart.
import { tell } from "./tip.js";
import { plane, show } from "./zoom.js";

const { d3 } = globalThis;

export function map(svg) {
  svg.querySelectorAll(".stage > a").forEach((mark) => tell(mark));
  const sizes = new Map([...svg.querySelectorAll("circle")].map((circle) => [circle, circle.r.baseVal.value]));
  const lines = new Map([...svg.querySelectorAll("[stroke-width]")].map((line) => [line, Number(line.getAttribute("stroke-width"))]));
  const places = [...svg.querySelectorAll(".spot")].map((spot) => spot.cx.baseVal.value);
  show(svg, places.length ? d3.mean(places) / svg.viewBox.baseVal.width : 0.5);
  plane(svg, (scale) => {
    for (const [circle, size] of sizes) circle.setAttribute("r", size / scale);
    for (const [line, width] of lines) line.setAttribute("stroke-width", width / scale);
    for (const name of svg.querySelectorAll(".name")) {
      const [x, y] = ["x", "y"].map((key) => name.getAttribute(key));
      name.setAttribute("transform", `translate(${x} ${y}) scale(${1 / scale}) translate(${-x} ${-y})`);
    }
  });
}

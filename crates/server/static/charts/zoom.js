// Zooming in two ways: along the time axis (marks keep their size, months get longer), and as a plane (map, network).
// The wheel zooms with Ctrl or Cmd only, and one finger scrolls the page, so that no drawing holds a reader back.
import { buttons } from "./buttons.js";
import { language, numbers, pace, words } from "./words.js";

const { d3 } = globalThis;
const DAY = 864e5;

function wanted(event) {
  if (event.type === "wheel") return event.ctrlKey || event.metaKey;
  return !event.button && event.touches?.length !== 1;
}

function go(svg, zoom, transform) {
  const target = d3.select(svg);
  (pace ? target.transition().duration(pace) : target).call(zoom.transform, transform);
}

function by(svg, zoom, factor) {
  const target = d3.select(svg);
  (pace ? target.transition().duration(pace) : target).call(zoom.scaleBy, factor);
}

// Where a drawing is wider than its window, shows its middle, or another part of it.
export function show(svg, share = 0.5) {
  const pane = svg.closest(".scroll");
  pane.scrollLeft = (pane.scrollWidth - pane.clientWidth) * share;
}

// Lets a drawing be moved and zoomed as a whole; `follow` is told of each scale.
export function plane(svg, follow = () => {}) {
  const stage = svg.querySelector(".stage");
  const { width, height } = svg.viewBox.baseVal;
  const zoom = d3
    .zoom()
    .scaleExtent([1, 12])
    .translateExtent([[0, 0], [width, height]])
    .filter(wanted)
    .on("zoom", ({ transform }) => {
      stage.setAttribute("transform", transform);
      follow(transform.k);
    });
  d3.select(svg).call(zoom).on("dblclick.zoom", null);
  buttons(svg, [
    ["＋", "nearer", () => by(svg, zoom, 1.6)],
    ["－", "farther", () => by(svg, zoom, 1 / 1.6)],
    ["⤢", "whole", () => go(svg, zoom, d3.zoomIdentity)],
  ]);
}

// Lets the time axis of a drawing be zoomed and moved; `dragging` tells whether dragging moves it. Gives what zooms to a stretch.
export function time(svg, dragging) {
  const [first, last, left, right] = numbers(svg, "first", "last", "left", "right");
  const days = d3.scaleUtc([new Date(first * DAY), new Date(last * DAY)], [left, right]);
  const grid = svg.querySelector(".ticks");
  const whole = [...grid.childNodes];
  clip(svg, left, right);
  const draw = (transform) => {
    for (const mark of svg.querySelectorAll("[data-at]")) shift(mark, transform);
    for (const mark of svg.querySelectorAll("[data-from]")) stretch(mark, transform);
    if (transform.k === 1) grid.replaceChildren(...whole);
    else ticks(grid, transform.rescaleX(days));
  };
  const zoom = d3
    .zoom()
    .scaleExtent([1, Math.max(1, (last - first) / 10)])
    .extent([[left, 0], [right, 1]])
    .translateExtent([[left, -Infinity], [right, Infinity]])
    .filter((event) => wanted(event) && (dragging || event.type === "wheel"))
    .on("zoom", ({ transform }) => draw(transform));
  const pan = (share) => d3.select(svg).call(zoom.translateBy, (share * (right - left)) / d3.zoomTransform(svg).k, 0);
  d3.select(svg).call(zoom).on("dblclick.zoom", null);
  svg.addEventListener("focusin", ({ target }) => reveal(target, svg, zoom, left, right));
  buttons(svg, [
    ["＋", "nearer", () => by(svg, zoom, 2)],
    ["－", "farther", () => by(svg, zoom, 0.5)],
    ["←", "earlier", () => pan(0.3)],
    ["→", "later", () => pan(-0.3)],
    ["⤢", "whole", () => go(svg, zoom, d3.zoomIdentity)],
  ]).append(Object.assign(document.createElement("span"), { textContent: dragging ? words.drag : words.brush }));
  return (from, to) => {
    const k = Math.min(zoom.scaleExtent()[1], (right - left) / (to - from));
    go(svg, zoom, d3.zoomIdentity.translate((left + right) / 2 - (k * (from + to)) / 2, 0).scale(k));
  };
}

function shift(mark, transform) {
  const at = Number(mark.dataset.at);
  mark.setAttribute("transform", `translate(${transform.applyX(at) - at} 0)`);
}

function stretch(mark, transform) {
  const [from, to] = numbers(mark, "from", "to").map((x) => transform.applyX(x));
  const line = mark.localName === "line";
  mark.setAttribute(line ? "x1" : "x", from);
  mark.setAttribute(line ? "x2" : "width", line ? to : Math.max(to - from, 12));
}

// Moves a mark that gets the focus out of sight into sight.
function reveal(mark, svg, zoom, left, right) {
  const held = mark.querySelector("[data-at], [data-from]") ?? mark;
  const at = Number(held.dataset.at ?? held.dataset.from);
  const x = d3.zoomTransform(svg).applyX(at);
  if (x < left || x > right) d3.select(svg).call(zoom.translateTo, at, 0);
}

// Cuts the marks off where the axis ends.
function clip(svg, left, right) {
  const id = `clip-${[...document.querySelectorAll("svg[data-chart]")].indexOf(svg)}`;
  const shape = d3.select(svg).append("clipPath").attr("id", id).append("rect");
  shape.attr("x", left - 8).attr("width", right - left + 16).attr("y", -20).attr("height", svg.viewBox.baseVal.height + 40);
  svg.querySelector(".plot").setAttribute("clip-path", `url(#${id})`);
}

function ticks(grid, scale) {
  const [left, right] = scale.range();
  const { top, bottom, label } = grid.dataset;
  const days = scale.ticks((right - left) / 110);
  const month = days.every((day) => day.getUTCDate() === 1);
  const year = month && days.every((day) => day.getUTCMonth() === 0);
  const parts = { timeZone: "UTC", year: "numeric" };
  if (!year) parts.month = "short";
  if (!month) parts.day = "numeric";
  const form = new Intl.DateTimeFormat(language, parts);
  const lines = d3.select(grid).html(null).selectAll("g").data(days).join("g");
  lines.append("line").attr("class", "faint").attr("x1", scale).attr("x2", scale).attr("y1", top).attr("y2", bottom);
  lines.append("text").attr("class", "mid").attr("x", scale).attr("y", label).text((day) => form.format(day));
}

// Who acts on whom: forces spread the actors out, each can be dragged, the whole can be moved and zoomed. An arrow leads to its pair,
// an actor to its page; whoever is pointed at is brought out with all that it has to do with.
import { tell } from "./tip.js";
import { plane, show } from "./zoom.js";

const { d3 } = globalThis;
const BEND = 0.12;
const REACH = 6;

export function network(svg) {
  const { width, height } = svg.viewBox.baseVal;
  const nodes = [...svg.querySelectorAll(".actor-node")].map(node);
  const known = new Map(nodes.map((one) => [one.id, one]));
  const edges = [...svg.querySelectorAll(".edge")].map((element) => ({
    element,
    source: known.get(element.dataset.source),
    target: known.get(element.dataset.target),
  }));
  const forces = d3
    .forceSimulation(nodes)
    .force("link", d3.forceLink(edges).distance(150).strength(0.25))
    .force("apart", d3.forceManyBody().strength(-1100))
    .force("x", d3.forceX(width / 2).strength(0.04))
    .force("y", d3.forceY(height / 2).strength(0.14))
    .force("room", d3.forceCollide(30))
    .stop();
  const draw = () => {
    for (const one of nodes) keep(one, width, height);
    edges.forEach(connect);
  };
  // The forces always give the same places: there is no chance in them.
  for (let n = 0; n < 300; n++) (forces.tick(), nodes.forEach((one) => within(one, width, height)));
  draw();
  drag(nodes, forces.on("tick", draw));
  for (const { element } of edges) tell(element);
  for (const one of nodes) bring(svg, one, edges);
  plane(svg);
  show(svg);
}

function node(element) {
  const [circle, name] = ["circle", "text"].map((kind) => element.querySelector(kind));
  return { element, circle, name, id: element.dataset.id, x: circle.cx.baseVal.value, y: circle.cy.baseVal.value };
}

function within(one, width, height) {
  one.x = Math.max(150, Math.min(width - 150, one.x));
  one.y = Math.max(20, Math.min(height - 20, one.y));
}

// Draws an actor where it is, its name on the outer side.
function keep(one, width, height) {
  within(one, width, height);
  const left = one.x < width / 2;
  one.circle.setAttribute("cx", one.x);
  one.circle.setAttribute("cy", one.y);
  one.name.setAttribute("x", one.x + (left ? -12 : 12));
  one.name.setAttribute("y", one.y + 4);
  one.name.classList.toggle("end", left);
}

// Draws an arrow from rim to rim, bent to its right as the server draws it (`src/charts/network.rs`).
function connect({ element, source, target }) {
  const [x, y] = [(source.x + target.x) / 2 - (target.y - source.y) * BEND, (source.y + target.y) / 2 + (target.x - source.x) * BEND];
  const rim = (one, gap) => {
    const share = (REACH + gap) / Math.max(1, Math.hypot(x - one.x, y - one.y));
    return `${one.x + (x - one.x) * share} ${one.y + (y - one.y) * share}`;
  };
  for (const path of element.querySelectorAll("path")) path.setAttribute("d", `M${rim(source, 1)}Q${x} ${y} ${rim(target, 3)}`);
}

function drag(nodes, forces) {
  const move = d3
    .drag()
    .clickDistance(4)
    .on("start", ({ active }) => active || forces.alphaTarget(0.2).restart())
    .on("drag", ({ x, y }, one) => Object.assign(one, { fx: x, fy: y }))
    .on("end", ({ active }) => active || forces.alphaTarget(0));
  d3.selectAll(nodes.map((one) => one.element)).data(nodes).call(move);
}

// While an actor has the pointer or the focus, arrows that are not its own stand back.
function bring(svg, one, edges) {
  const on = () => {
    svg.classList.add("dim");
    for (const { element, source, target } of edges) element.classList.toggle("lit", source === one || target === one);
  };
  const off = () => svg.classList.remove("dim");
  for (const [event, act] of [["pointerenter", on], ["pointerleave", off], ["focus", on], ["blur", off]]) one.element.addEventListener(event, act);
}

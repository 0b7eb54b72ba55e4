// Transfers from givers to receivers: pointing at a strand, a giver, a receiver or an entry of the legend brings out what belongs to it.
import { tell } from "./tip.js";

export function flow(svg) {
  const strands = [...svg.querySelectorAll("[data-giver][data-receiver]")];
  strands.forEach((strand) => (tell(strand), bring(svg, strands, strand, (other) => other === strand)));
  for (const side of ["giver", "receiver"]) {
    for (const node of svg.querySelectorAll(`.end-node[data-${side}]`)) {
      bring(svg, strands, node, (strand) => strand.dataset[side] === node.dataset[side]);
    }
  }
  for (const entry of svg.closest("figure").querySelectorAll(".legend li")) {
    // Its key has the class of the colour or of the state.
    const kind = entry.querySelector(".key").classList[1];
    bring(svg, strands, entry, (strand) => strand.classList.contains(kind));
  }
}

// While `over` has the pointer or the focus, strands that do not belong to it stand back.
function bring(svg, strands, over, belongs) {
  const on = () => (svg.classList.add("dim"), strands.forEach((strand) => strand.classList.toggle("lit", belongs(strand))));
  const off = () => svg.classList.remove("dim");
  for (const [event, act] of [["pointerenter", on], ["pointerleave", off], ["focus", on], ["blur", off]]) over.addEventListener(event, act);
}

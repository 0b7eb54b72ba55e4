// Adds to the drawings of a page what a script can: each says with `data-chart` which module it wants. The drawings come whole from the
// server, so without this file, or with an old browser, they stay as they are.
import { flow } from "./flow.js";
import { lanes } from "./lanes.js";
import { map } from "./map.js";
import { network } from "./network.js";
import { relations } from "./relations.js";
import { series } from "./series.js";

const charts = { flow, lanes, map, network, relations, series };

for (const svg of document.querySelectorAll("svg[data-chart]")) charts[svg.dataset.chart]?.(svg);

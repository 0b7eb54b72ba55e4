// What the server says to the scripts: words in the reader's language stand as data on the tag of `main.js`; numbers on each drawing.

export const words = document.querySelector("script[data-open]").dataset;

export const language = document.documentElement.lang;

// Milliseconds that a change may take: none for who wants no motion.
export const pace = matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 250;

// The named numbers of a drawing.
export function numbers(svg, ...names) {
  return names.map((name) => Number(svg.dataset[name]));
}

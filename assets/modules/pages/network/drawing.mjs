/* The network drawn as SVG; the table beside it says the same. */

import { open } from "../../base/address.mjs";
import { nearest } from "../../base/dom.mjs";
import { svg } from "../../base/elements.mjs";
import { degrees, labelled, placeNodes, shortName, spread } from "./layout.mjs";

/** @typedef {{ name: string, kind: string, centre: boolean, href: string }} GraphNode */
/** @typedef {{ ends: [number, number], style: string, width: number, words: string }} GraphLink */
/** @typedef {{ label: string, nodes: GraphNode[], links: GraphLink[] }} Graph */

const RESIZED_MS = 200;
/** @type {Graph | null} */
let shown = null;
let resized = 0;

/** @param {string} words */
const title = (words) => svg("title", {}, words);

/** @param {GraphLink} link @param {[number, number][]} places */
const lineOf = (link, places) => {
  const [[x1, y1], [x2, y2]] = link.ends.map((end) => places[end]);
  return svg(
    "line",
    {
      x1,
      y1,
      x2,
      y2,
      class: `link link-${link.style}`,
      "stroke-width": link.width,
      "data-ends": link.ends.join(" "),
    },
    title(link.words),
  );
};

/**
 * A node's symbol and its name.
 * @param {GraphNode} node
 * @param {number} n
 * @param {[number, number]} place
 * @param {{ count: number, named: boolean }} drawn
 */
const nodeOf = (node, n, [x, y], { count, named }) => {
  const size = node.centre ? 34 : Math.min(28, 17 + 1.4 * count);
  const dot = svg(
    "image",
    {
      href: `/assets/symbols/${node.kind}.svg`,
      x: x - size / 2,
      y: y - size / 2,
      width: size,
      height: size,
      class: "dot",
      "data-node": n,
      "data-href": node.href,
    },
    title(node.name),
  );
  const text = svg(
    "text",
    {
      x,
      y: y + size / 2 + 12,
      "text-anchor": "middle",
      class: named ? "name" : "name is-quiet",
      "data-node": n,
    },
    shortName(node.name),
  );
  return { dot, text };
};

/** @param {Graph} graph @param {HTMLElement} holder */
const draw = (graph, holder) => {
  // An empty stage is not displayed, so it has no width to measure.
  if (!holder.firstChild) holder.append(document.createElement("span"));
  const width = Math.max(280, holder.clientWidth || 800);
  const height = width < 600 ? 420 : 560;
  const places = spread(placeNodes(graph.nodes.length, graph.links), width, height);
  const counts = degrees(graph.nodes.length, graph.links);
  const names = labelled(graph.nodes, places, counts, width);
  const nodes = graph.nodes.map((node, n) =>
    nodeOf(node, n, places[n], { count: counts[n], named: names.has(n) }),
  );
  const drawing = svg(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": graph.label },
    svg("g", {}, ...graph.links.map((link) => lineOf(link, places))),
    svg("g", {}, ...nodes.map(({ dot }) => dot)),
    svg("g", {}, ...nodes.map(({ text }) => text)),
  );
  holder.replaceChildren(drawing);
  followPointer(drawing, graph);
};

/**
 * The nodes that share a link with one, itself included.
 * @param {GraphLink[]} links
 * @param {number} n
 */
const neighbours = (links, n) =>
  new Set([n, ...links.filter(({ ends }) => ends.includes(n)).flatMap(({ ends }) => ends)]);

/**
 * Pointing at an organisation shows its name and its links alone.
 * @param {SVGSVGElement} drawing
 * @param {Graph} graph
 */
const followPointer = (drawing, graph) => {
  /** @param {number} n */
  const stress = (n) => {
    const near = neighbours(graph.links, n);
    drawing.classList.add("is-stressed");
    for (const one of drawing.querySelectorAll("[data-node]")) {
      const at = Number(one.getAttribute("data-node"));
      one.classList.toggle("is-near", near.has(at));
      one.classList.toggle("is-at", at === n);
    }
    for (const one of drawing.querySelectorAll("[data-ends]")) {
      const ends = (one.getAttribute("data-ends") || "").split(" ").map(Number);
      one.classList.toggle("is-near", ends.includes(n));
    }
  };
  drawing.addEventListener("mouseover", ({ target }) => {
    const at = nearest(target, "[data-node]");
    if (at) stress(Number(at.dataset.node));
    else drawing.classList.remove("is-stressed");
  });
  drawing.addEventListener("mouseleave", () => drawing.classList.remove("is-stressed"));
  drawing.addEventListener("click", ({ target }) => {
    const at = nearest(target, "[data-href]");
    if (at) open(at.dataset.href || "/");
  });
};

const drawAgain = () => {
  window.clearTimeout(resized);
  resized = window.setTimeout(() => {
    if (shown && document.getElementById("network-drawing")) drawNetwork(shown);
  }, RESIZED_MS);
};

/**
 * Draw a network, or nothing.
 * @param {Graph | null} graph
 */
export const drawNetwork = (graph) => {
  if (graph && !shown) window.addEventListener("resize", drawAgain);
  if (!graph) window.removeEventListener("resize", drawAgain);
  shown = graph;
  window.requestAnimationFrame(() => {
    const holder = document.getElementById("network-drawing");
    if (!holder) return;
    holder.parentElement?.classList.toggle("is-empty", !graph);
    if (graph) draw(graph, holder);
    else holder.replaceChildren();
  });
};

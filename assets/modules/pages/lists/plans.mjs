/* The map of a list, drawn here from the project's outlines: which organisations are in the list is
   told to no tile server. Far-away territories each have a frame. */

import { held } from "../../base/answers.mjs";
import { make, svg } from "../../base/elements.mjs";
import { number, sayMany } from "../../base/texts.mjs";
import {
  mercator,
  numbersTogether,
  pathOf,
  planOf,
  ringsOn,
  scaleBar,
  WIDTH,
} from "../../map/plan.mjs";
import { pointOf } from "./rows.mjs";
import { pageWords } from "./words.mjs";

/** @import { Plan, Spot } from "../../map/plan.mjs" */
/** @import { Told } from "../../base/lines.mjs" */
/** @import { Row } from "./rows.mjs" */
/** @typedef {{ features: { geometry: { type: string, coordinates: any[] } | null }[] }} Outlines */
/** @typedef {{ id: string, number: number, facts: Told, point: Spot }} Located */

const NUMBERED = 150;
/** @type {Promise<Outlines> | null} */
let outlines = null;

const outlinesOf = () => {
  outlines ||= fetch("/api/v1/outlines/department").then(held);
  outlines.catch(() => {
    outlines = null;
  });
  return outlines;
};

/**
 * The name of the frame that an organisation is drawn in; empty for mainland France.
 * @param {Pick<Told, "department" | "department_code">} facts
 */
export const frameOf = ({ department, department_code }) => {
  const code = department_code || "";
  return /^9[78]/.test(code) ? department || code : "";
};

/** @param {Outlines} collection @param {Plan} plan */
const land = (collection, plan) =>
  collection.features.flatMap(({ geometry }) => {
    const rings = geometry ? ringsOn(geometry, plan) : [];
    if (!rings.length) return [];
    const d = rings.map(pathOf).join("");
    return [svg("path", { d, class: "list-land", "fill-rule": "evenodd" })];
  });

/** @param {Plan} plan @param {Spot[]} points */
const scaleDrawn = (plan, points) => {
  const { km, length } = scaleBar(plan, points);
  const y = plan.height - 14;
  return [
    svg("path", { d: `M14 ${y - 4}V${y}H${14 + length}V${y - 4}`, class: "list-scale-bar" }),
    svg("text", { x: 14, y: y - 7, class: "list-scale" }, `${number(km)}\u00a0km`),
  ];
};

/** @param {Located} one @param {Spot} place @param {number} size */
const pin = (one, [x, y], size) =>
  svg(
    "g",
    { class: "list-pin", "data-line": one.id },
    svg("title", {}, `${one.number}. ${one.facts.name}`),
    svg("image", {
      href: `/assets/symbols/${one.facts.kind}.svg`,
      x: x - size / 2,
      y: y - size / 2,
      width: size,
      height: size,
    }),
  );

/** @param {Located[]} some @param {Spot[]} places */
const numbers = (some, places) =>
  numbersTogether(
    some.map((one) => one.number),
    places,
  ).map(({ x, y, words }) => {
    const left = x > WIDTH - 60;
    return svg(
      "text",
      {
        x: left ? x - 11 : x + 11,
        y: y + 5,
        class: "list-pin-number",
        "text-anchor": left ? "end" : "start",
      },
      words,
    );
  });

/** @param {string} name @param {Located[]} some @param {Outlines} collection */
const frame = (name, some, collection) => {
  const points = some.map((one) => one.point);
  const plan = planOf(points);
  const places = points.map(plan.at);
  const label = sayMany(pageWords().mapOf, some.length);
  const numbered = some.length <= NUMBERED;
  const drawing = svg(
    "svg",
    {
      viewBox: `0 0 ${WIDTH} ${plan.height.toFixed(0)}`,
      class: "list-map-drawing",
      role: "img",
      "aria-label": name ? `${name}. ${label}` : label,
    },
    ...land(collection, plan),
    ...some.map((one, n) => pin(one, places[n], numbered ? 18 : 11)).reverse(),
    ...(numbered ? numbers(some, places) : []),
    ...scaleDrawn(plan, points),
  );
  const caption = name ? make("figcaption", {}, name) : null;
  return make("figure", { class: "list-map-frame" }, drawing, caption);
};

/**
 * The rows that have a point.
 * @param {Row[]} rows
 * @returns {Located[]}
 */
const locatedOf = (rows) =>
  rows.flatMap(({ line, facts, number: n }) => {
    const point = pointOf(facts);
    if (!facts || !point) return [];
    return [{ id: line.id, number: n, facts, point: mercator([point.lon, point.lat]) }];
  });

/** @param {string} words */
const hint = (words) => make("p", { class: "hint" }, words);

/**
 * Draw the rows that have a point into `holder`.
 * @param {HTMLElement} holder
 * @param {Row[]} rows
 */
export const drawPlans = async (holder, rows) => {
  const words = pageWords();
  const located = locatedOf(rows);
  const drawn = JSON.stringify(located.map((one) => [one.id, one.number]));
  if (holder.dataset.drawn === drawn) return;
  holder.dataset.drawn = drawn;
  const missing = rows.length - located.length;
  try {
    const collection = located.length ? await outlinesOf() : { features: [] };
    if (holder.dataset.drawn !== drawn) return;
    /** @type {Map<string, Located[]>} */
    const frames = new Map();
    for (const one of located) {
      const name = frameOf(one.facts);
      frames.set(name, [...(frames.get(name) || []), one]);
    }
    holder.replaceChildren(
      ...[...frames].map(([name, some]) => frame(name, some, collection)),
      ...(missing ? [hint(sayMany(words.notOnMap, missing))] : []),
      ...(frames.size ? [hint(words.mapCredit)] : []),
    );
  } catch {
    holder.dataset.drawn = "";
    holder.replaceChildren(hint(words.mapFailed));
  }
};

/* The lines of a list as they are shown: filtered, sorted, with distances. Pure functions. */

import { kmBetween } from "../../base/distances.mjs";
import { STATUSES } from "./model.mjs";

/** @import { Told } from "../../base/lines.mjs" */
/** @import { Line, List } from "./model.mjs" */
/** @typedef {"mine" | "name" | "commune" | "distance" | "status"} Sort */
/** @typedef {{ name: string, lon: number, lat: number }} Origin */
/** @typedef {{ facts: Map<string, Told | null>, sort: Sort, status: string, origin: Origin | null }} Wanted */
/** @typedef {{ line: Line, facts: Told | null | undefined, number: number, distance_km: number | null }} Row `facts` are undefined before they were asked, null when nothing answers to the id */

/** @type {Sort[]} */
export const SORTS = ["mine", "name", "commune", "distance", "status"];

const collator = new Intl.Collator("fr", { numeric: true });
const LAST = "\uffff";

/** @param {Row} row */
export const nameOf = ({ line, facts }) => (facts ? facts.name : line.name) || line.id;
/** @param {Row} row */
const communeOf = ({ facts }) => facts?.commune || LAST;
/** @param {Row} row */
const rankOf = ({ line }) => (line.status ? STATUSES.indexOf(line.status) : STATUSES.length);
/** @param {Row} row */
const kmOf = ({ distance_km }) => distance_km ?? Number.MAX_VALUE;

/** @type {Record<Sort, (a: Row, b: Row) => number>} */
const COMPARE = {
  mine: () => 0,
  name: (a, b) => collator.compare(nameOf(a), nameOf(b)),
  commune: (a, b) => collator.compare(communeOf(a), communeOf(b)),
  distance: (a, b) => kmOf(a) - kmOf(b),
  status: (a, b) => rankOf(a) - rankOf(b),
};

/**
 * @param {Told | null | undefined} facts
 * @returns {{ lon: number, lat: number } | null}
 */
export const pointOf = (facts) =>
  facts && facts.lon !== null && facts.lat !== null ? { lon: facts.lon, lat: facts.lat } : null;

/**
 * The lines of a list as rows: filtered, then sorted; equal ones keep their owner's order.
 * @param {List} list
 * @param {Wanted} wanted
 * @returns {Row[]}
 */
export const rowsOf = (list, wanted) =>
  list.lines
    .map((line, index) => {
      const facts = wanted.facts.get(line.id);
      const point = pointOf(facts);
      const km = wanted.origin && point ? kmBetween(wanted.origin, point) : null;
      return { line, facts, number: index + 1, distance_km: km };
    })
    .filter(({ line }) => wanted.status === "all" || (line.status || "none") === wanted.status)
    .sort((a, b) => COMPARE[wanted.sort](a, b) || a.number - b.number);

/**
 * The lines in the order of the rows shown; those that are not shown stay after them, as they were.
 * @param {Line[]} lines
 * @param {Row[]} rows
 */
export const inOrderOf = (lines, rows) => {
  const order = new Map(rows.map(({ line }, n) => [line.id, n]));
  /** @param {Line} line */
  const rank = (line) => order.get(line.id) ?? order.size;
  return [...lines].sort((a, b) => rank(a) - rank(b));
};

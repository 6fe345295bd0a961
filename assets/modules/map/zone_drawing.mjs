/* How zones are told apart, which départements a window meets, where names find room. Pure. */

/** @import { Window } from "./window.mjs" */
/** @typedef {[x: number, y: number, width: number, height: number]} Box */
/** @typedef {{ tag: "path" | "circle", attributes: Record<string, string | number> }} Stroke */

/** Sides of the tile that a pattern repeats, in pixels. */
export const TILE = 12;

/** @param {string} d @param {number} [width] @returns {Stroke} */
const line = (d, width = 1.4) => ({ tag: "path", attributes: { d, "stroke-width": width } });

/** @param {number} x @param {number} y @param {number} r @returns {Stroke} */
const dot = (x, y, r) => ({ tag: "circle", attributes: { cx: x, cy: y, r } });

const RISING = "M-3 3L3 -3M0 12L12 0M9 15L15 9";
const FALLING = "M-3 9L3 15M0 0L12 12M9 -3L15 3";

/** Zones that touch: each of another colour, and of another pattern. */
const BESIDE = [
  [line(RISING)],
  [dot(3, 3, 1.5), dot(9, 9, 1.5)],
  [line("M0 3H12M0 9H12")],
  [line(FALLING)],
  [line("M3 0V12M9 0V12")],
  [line("M3 6H9M6 3V9")],
];

/** Levels of a grid, the densest first: ever less of one colour. */
const LEVELS = [
  [line(RISING, 2.6), line(FALLING, 2.6)],
  [line(RISING, 1.6), line(FALLING, 1.6)],
  [line("M-3 3L3 -3M0 12L12 0M9 15L15 9M-3 9L9 -3M3 15L15 3", 1.8)],
  [line(RISING, 1.6)],
  [dot(3, 3, 1.7), dot(9, 9, 1.7)],
  [dot(6, 6, 1.3)],
  [],
];

/** @param {boolean} graded */
export const styles = (graded) => (graded ? LEVELS : BESIDE).length;

/**
 * How the zones of a style are drawn; styles beyond the last come again.
 * @param {number} style
 * @param {boolean} graded
 * @returns {{ name: string, strokes: Stroke[] }} the name of their colour, and what a tile holds
 */
export const drawnAs = (style, graded) => {
  const known = graded ? LEVELS : BESIDE;
  const n = style % known.length;
  return { name: graded ? `level-${n}` : `beside-${n}`, strokes: known[n] };
};

/**
 * The window of a geometry's positions.
 * @param {any} coordinates
 * @returns {Window}
 */
export const boxOf = (coordinates) => {
  if (typeof coordinates[0] === "number") {
    const [lon, lat] = coordinates;
    return [lon, lat, lon, lat];
  }
  return coordinates.map(boxOf).reduce(around);
};

/** @param {Window} a @param {Window} b @returns {Window} */
const around = (a, b) => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

/** @param {Window} a @param {Window} b */
export const meets = (a, b) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** @param {Box} a @param {Box} b */
const overlap = (a, b) =>
  a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];

/**
 * The names that have room, the widest zones first: none lies over another.
 * @template {{ box: Box, room: number }} Name
 * @param {Name[]} names `room` is how wide the zone is on screen
 * @returns {Name[]}
 */
export const withRoom = (names) => {
  /** @type {Name[]} */
  const kept = [];
  for (const name of [...names].sort((a, b) => b.room - a.room)) {
    const fits = name.room >= 0.7 * name.box[2];
    if (fits && !kept.some((other) => overlap(other.box, name.box))) kept.push(name);
  }
  return kept;
};

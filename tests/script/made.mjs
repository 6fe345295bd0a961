/* Synthetic lists and organisations. */

/** A line of a list, with what is given. */
export const line = (id, given = {}) => ({
  id,
  name: `Synthetic ${id}`,
  note: "",
  status: null,
  checked_on: null,
  ...given,
});

/** A list of the lines. */
export const list = (id, lines, given = {}) => ({
  id,
  name: `List ${id}`,
  created_on: "2026-11-22",
  lines,
  ...given,
});

/** Numbers in [0, 1[ that are the same at each run (mulberry32). */
export const numbers = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

/** One of the values, by a generator of numbers. */
export const oneOf = (next, values) => values[Math.floor(next() * values.length)];

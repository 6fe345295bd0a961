/* The outlines of régions and départements, asked for once per page. */

import { held } from "../base/answers.mjs";

/** @typedef {import("../base/answers.mjs").Schemas["Outlines"]} Outlines */
/** @type {Map<string, Promise<Outlines>>} */
const asked = new Map();

/**
 * @param {"region" | "department"} level
 * @returns {Promise<Outlines>}
 */
export const outlinesOf = (level) => {
  const known = asked.get(level);
  if (known) return known;
  const outlines = fetch(`/api/v1/outlines/${level}`).then(held);
  asked.set(level, outlines);
  outlines.catch(() => asked.delete(level));
  return outlines;
};

export const departmentOutlines = () => outlinesOf("department");

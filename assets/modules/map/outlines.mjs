/* The outlines of régions and départements, asked for once per page. */

import { heldOnce } from "../base/answers.mjs";

/** @typedef {import("../base/answers.mjs").Schemas["Outlines"]} Outlines */

/**
 * @param {"region" | "department"} level
 * @returns {Promise<Outlines>}
 */
export const outlinesOf = (level) => heldOnce(`/api/v1/outlines/${level}`);

export const departmentOutlines = () => outlinesOf("department");

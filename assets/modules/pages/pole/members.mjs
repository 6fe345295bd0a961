/* Who is in the group of a PTCE: the first lines of a list. Pure functions. */

import { LENGTHS, MOST_MEMBERS } from "../lists/model.mjs";

/** @import { Line, List } from "../lists/model.mjs" */

/**
 * Whether two groups have the same members, in whatever order.
 * @param {string[]} a
 * @param {string[]} b
 */
export const alike = (a, b) => a.length === b.length && a.every((one) => b.includes(one));

/**
 * Each member once, as many as a group takes; what is no id is left out.
 * @param {readonly unknown[]} ids
 * @returns {string[]}
 */
export const membersOf = (ids) => {
  const texts = ids.flatMap((one) => (typeof one === "string" ? [one.trim()] : []));
  const fit = texts.filter((one) => one && one.length <= LENGTHS.id);
  return [...new Set(fit)].slice(0, MOST_MEMBERS);
};

/**
 * The members of the group that a list is.
 * @param {{ lines: { id: string }[] }} list
 */
export const membersIn = (list) => membersOf(list.lines.map((line) => line.id));

/**
 * Lines for members, under the names that are known.
 * @param {string[]} ids
 * @param {Map<string, string>} names
 * @returns {Partial<Line>[]}
 */
export const linesFor = (ids, names) => ids.map((id) => ({ id, name: names.get(id) || "" }));

/**
 * The lines of a list once its group is another: who left is taken out, who came stands at the end,
 * every other line stays as its owner wrote it.
 * @template {{ id: string }} Kept
 * @param {Kept[]} lines
 * @param {string[]} before
 * @param {string[]} next
 * @returns {{ kept: Kept[], coming: string[] }}
 */
export const changedTo = (lines, before, next) => {
  const gone = new Set(before.filter((id) => !next.includes(id)));
  const kept = lines.filter((line) => !gone.has(line.id));
  const there = new Set(kept.map((line) => line.id));
  return { kept, coming: next.filter((id) => !there.has(id)) };
};

/**
 * The list that has these members and no other.
 * @param {List[]} lists
 * @param {string[]} ids
 */
export const listOfMembers = (lists, ids) =>
  lists.find((list) => list.lines.length === ids.length && alike(membersIn(list), ids)) || null;

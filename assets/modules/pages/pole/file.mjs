/* A group that starts from a file: those of its lines whom the directory surely knows. */

import { matchRows, readFile } from "../match/asking.mjs";

/** @import { Waiting } from "../match/asking.mjs" */
/** @import { Said } from "../match/rows.mjs" */

/**
 * Those of a file that are surely known, each once: one that may be another is left to be matched.
 * @param {Iterable<Pick<Said, "verdict" | "id">>} said of each line
 */
export const surelyFound = (said) => [
  ...new Set([...said].flatMap(({ verdict, id }) => (verdict === "found" && id ? [id] : []))),
];

/**
 * Read a file and match its lines.
 * @param {File} file
 * @param {Waiting} waiting
 */
export const membersOfFile = async (file, waiting) => {
  const { signal } = new AbortController();
  const list = await readFile(file, "", signal, waiting);
  const how = { columns: list.understood, every: false, communes: new Map() };
  /** @type {Said[]} */
  const every = [];
  await matchRows(list, how, signal, waiting, (_, said) => every.push(...said.values()));
  return { ids: surelyFound(every), lines: list.rows.length };
};

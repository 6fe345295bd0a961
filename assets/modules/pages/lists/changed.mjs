/* What happened to an organisation since its line was kept. */

import { say } from "../../base/texts.mjs";
import { dayOf } from "./words.mjs";

/** @import { Row } from "./rows.mjs" */
/** @typedef {{ words: string, update?: boolean }} Changed `update`: the line can take today's name */

/**
 * @param {Row} row
 * @param {{ builtOn: string, lineIds: Set<string> }} view
 * @param {ListPageTexts} words
 * @returns {Changed[]}
 */
export const changesOf = ({ line, facts }, view, words) => {
  if (facts === undefined) return [];
  if (facts === null) return [{ words: say(words.goneSince, { date: dayOf(view.builtOn) }) }];
  /** @type {Changed[]} */
  const told = [];
  if (facts.id !== line.id) {
    const twice = view.lineIds.has(facts.id) ? ` ${words.alreadyHere}` : "";
    const merged = say(words.merged, { old: line.name || line.id, name: facts.name });
    told.push({ update: true, words: merged + twice });
  } else if (line.name && facts.name !== line.name) {
    told.push({ update: true, words: say(words.renamed, { old: line.name }) });
  }
  if (facts.ended) told.push({ words: say(words.ended, { why: facts.ended }) });
  return told;
};

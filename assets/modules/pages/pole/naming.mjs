/* The names of members, for lines that a list keeps: those of the page, else those of today. */

import { held, sent } from "../../base/answers.mjs";
import { all } from "../../base/dom.mjs";
import { editList, listOf, nextSteps } from "../lists/store.mjs";

/** @import { Schemas } from "../../base/answers.mjs" */
/** @import { List } from "../lists/model.mjs" */
/** @import { Step } from "../lists/steps.mjs" */

/** Names that the page tells beside its buttons. */
export const namesHere = () =>
  new Map(
    all("[data-group-remove], [data-group-toggle]").flatMap(({ dataset }) =>
      (dataset.groupRemove || dataset.groupToggle || "")
        .split("\n")
        .map((id) => /** @type {[string, string]} */ ([id, dataset.name || ""])),
    ),
  );

/** What the page proposes as the name of a list, after the territory or the pole. */
export const nameTold = () => all("[data-group-name]")[0]?.dataset.groupName || "";

/**
 * Lines without a name get that of today, as part of the step that brought them.
 * @param {string} id of the list
 * @param {Step} step
 */
const nameLines = async (id, step) => {
  const ids = (listOf(id)?.lines || []).flatMap((line) => (line.name ? [] : [line.id]));
  if (!ids.length) return;
  /** @type {Schemas["FollowedLines"]} */
  const facts = await held(await fetch("/api/v1/lists/lines", sent({ ids })));
  if (nextSteps().undo !== step) return;
  const names = new Map(facts.lines.map((line) => [line.asked, line.name]));
  const named = (/** @type {List} */ list) => {
    for (const line of list.lines) line.name = line.name || names.get(line.id) || "";
  };
  editList(id, step.words, named, step);
};

/**
 * The same, later; without an answer the lines keep their ids for names.
 * @param {string} id
 * @param {Step} step
 */
export const nameSoon = (id, step) => nameLines(id, step).catch(() => {});

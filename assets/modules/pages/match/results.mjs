/* What stands over the rows of a matched list: which of them to show, and what leaves. */

import { icon, make } from "../../base/elements.mjs";
import { save } from "../../base/leaving.mjs";
import { number, say, sayMany, texts } from "../../base/texts.mjs";
import { countsOf, csvOfMatched } from "./rows.mjs";

/** @import { Matched, ReadList, Verdict } from "./rows.mjs" */
/** @typedef {"all" | Verdict} Filter */

/** @type {Filter[]} */
const FILTERS = ["all", "found", "ambiguous", "unknown"];

/**
 * The verdicts, counted; one of them is shown.
 * @param {Matched[]} rows
 * @param {Filter} shown
 * @param {MatchWords} words
 * @param {(code: Filter) => void} choose
 */
export const filtersDrawn = (rows, shown, words, choose) => {
  const counts = countsOf(rows);
  return make(
    "div",
    { class: "match-filters", role: "group", "aria-label": words.filter },
    FILTERS.map((code) =>
      make(
        "button",
        {
          type: "button",
          id: `match-filter-${code}`,
          class: `button match-filter verdict-${code}`,
          "aria-pressed": String(shown === code),
          onclick: () => choose(code),
        },
        make("strong", {}, number(counts[code])),
        ` ${words.filters[code]}`,
      ),
    ),
  );
};

/**
 * Into a list of the browser, or into a file.
 * @param {ReadList & { name: string }} list
 * @param {Matched[]} rows
 * @param {string[]} ids those found
 * @param {MatchWords} words
 */
export const actionsDrawn = (list, rows, ids, words) => {
  const download = () => {
    const content = csvOfMatched(list.columns, rows, words, texts().kinds);
    save(content, words.fileName, "text/csv");
  };
  const adding = {
    type: "button",
    class: "button button-strong list-add",
    "data-add-to-list": ids.join(" "),
    "data-list-name": say(words.listName, { name: list.name }),
    "aria-haspopup": "dialog",
    disabled: !ids.length,
  };
  return make(
    "div",
    { class: "match-actions" },
    make("button", adding, icon("list-plus"), sayMany(words.addToList, ids.length)),
    make(
      "button",
      { type: "button", class: "button", onclick: download },
      icon("download"),
      words.download,
    ),
  );
};

/** @param {boolean} every @param {MatchWords} words @param {(every: boolean) => void} show */
export const everyDrawn = (every, words, show) => {
  /** @type {HTMLInputElement} */
  const box = make("input", {
    type: "checkbox",
    id: "match-every",
    checked: every,
    onchange: () => show(box.checked),
  });
  return make("label", { class: "match-every", for: "match-every" }, box, ` ${words.unlikelyToo}`);
};

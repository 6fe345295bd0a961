/* A list on paper: boxes to tick, room for what is not known. */

import { today } from "../../base/days.mjs";
import { make } from "../../base/elements.mjs";
import { say } from "../../base/texts.mjs";
import { nameOf } from "./rows.mjs";
import { dayOf, pageWords } from "./words.mjs";

/** @import { Child } from "../../base/elements.mjs" */
/** @import { List } from "./model.mjs" */
/** @import { Row } from "./rows.mjs" */

const BLANK = "…………………………";

/** @param {...Child} children */
const cell = (...children) => make("td", {}, ...children);

/** @param {Row} shown */
const row = (shown) => {
  const { line, facts, number } = shown;
  const words = pageWords();
  const address = facts && [facts.address, facts.postcode, facts.commune].filter(Boolean).join(" ");
  return make(
    "tr",
    {},
    cell("☐"),
    cell(String(number)),
    cell(make("strong", {}, nameOf(shown)), make("br"), facts ? facts.what : words.gone),
    cell(address || ""),
    cell(facts ? facts.told_phone : words.noPhone),
    cell(line.status ? words.statuses[line.status] : ""),
    cell(line.checked_on ? dayOf(line.checked_on) : BLANK),
    make("td", { class: "print-note" }, line.note),
    cell(facts ? facts.told_source : ""),
  );
};

/**
 * @param {List} list
 * @param {Row[]} rows
 * @param {string} builtOn
 */
export const printedList = (list, rows, builtOn) => {
  const words = pageWords();
  const titles = words.printColumns.map((title) => make("th", { scope: "col" }, title));
  const about = say(words.printAbout, {
    n: rows.length,
    total: list.lines.length,
    date: dayOf(today()),
    edition: builtOn ? dayOf(builtOn) : "…",
  });
  return make(
    "div",
    { class: "print-only lists-print" },
    make("h2", {}, list.name),
    make("p", {}, about),
    make("table", {}, make("thead", {}, make("tr", {}, titles)), make("tbody", {}, rows.map(row))),
  );
};

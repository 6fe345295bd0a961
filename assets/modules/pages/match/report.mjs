/* What the reading of a list did not take as it stands, and the columns that it asks about. */

import { make } from "../../base/elements.mjs";
import { say, sayMany } from "../../base/texts.mjs";

/** @import { Schemas } from "../../base/answers.mjs" */
/** @import { ReadList } from "./rows.mjs" */
/** @typedef {Schemas["ListReport"]} Report */

const EXAMPLES = 3;

/**
 * A reading of pieces of a list told together; lines set apart and notes are the whole file's.
 * @param {Report} report
 * @param {Report} more of the next piece
 * @returns {Report}
 */
export const withPiece = (report, more) => {
  const doubts = report.doubts.map((one) => ({ ...one }));
  for (const doubt of more.doubts) {
    const known = doubts.find((one) => one.column === doubt.column && one.code === doubt.code);
    if (known) {
      known.count += doubt.count;
      known.examples = [...known.examples, ...doubt.examples].slice(0, EXAMPLES);
    } else doubts.push({ ...doubt });
  }
  doubts.sort((a, b) => b.count - a.count);
  return {
    ...report,
    emails: report.emails + more.emails,
    mobiles: report.mobiles + more.mobiles,
    doubts,
  };
};

/** @param {Report} report @returns {Report} what the cells told is to be told again */
export const beforePieces = (report) => ({ ...report, emails: 0, mobiles: 0, doubts: [] });

/** @param {Report["doubts"][number]} doubt @param {MatchWords} words */
const doubtful = (doubt, words) => {
  const told = words.report;
  const examples = doubt.examples
    .map(({ line, value }) => say(told.example, { n: line, value }))
    .join(", ");
  return make(
    "li",
    {},
    make("strong", {}, say(told.column, { column: doubt.column })),
    `, ${sayMany(told.times, doubt.count)}\u00a0: ${words.doubts[doubt.code] || doubt.reason}`,
    examples ? make("span", { class: "hint" }, ` ${say(told.examples, { examples })}`) : null,
  );
};

/**
 * The report of a list that was read; it says so when there is nothing to say.
 * @param {Report} report
 * @param {MatchWords} words
 */
export const reportDrawn = (report, words) => {
  const told = words.report;
  const apart = Object.entries(report.apart).map(([why, n]) =>
    say(sayMany(told.apart, n), { reason: words.why[/** @type {keyof typeof words.why} */ (why)] }),
  );
  const sentences = [
    report.emails ? sayMany(told.emails, report.emails) : "",
    report.mobiles ? sayMany(told.mobiles, report.mobiles) : "",
    report.persons.length ? say(told.persons, { columns: report.persons.join(", ") }) : "",
    ...apart,
    ...report.notes,
  ].filter(Boolean);
  const items = [
    ...sentences.map((text) => make("li", {}, text)),
    ...report.doubts.map((doubt) => doubtful(doubt, words)),
  ];
  return make(
    "section",
    { class: "match-report", "aria-labelledby": "match-report" },
    make("h3", { id: "match-report" }, told.title),
    items.length ? make("ul", {}, ...items) : make("p", { class: "empty" }, told.all),
  );
};

/** @param {ReadList} list @param {string} column */
const sampleOf = (list, column) => {
  const place = list.columns.indexOf(column);
  const cells = list.rows.map((row) => row.cells[place]).filter(Boolean);
  return [...new Set(cells)].slice(0, EXAMPLES).join(" · ");
};

/**
 * The columns that were not understood: what each holds is asked, with cells of it.
 * @param {ReadList} list
 * @param {Record<string, string>} understood
 * @param {MatchWords} words
 * @param {(field: string, column: string) => void} correct
 */
export const unknownDrawn = (list, understood, words, correct) => {
  const read = Object.values(understood);
  const unknown = list.unknown.filter((column) => !read.includes(column));
  if (!unknown.length) return null;
  const told = words.report;
  const asked = unknown.map((column) => {
    const id = `match-unknown-${list.columns.indexOf(column)}`;
    const options = Object.entries(words.fields)
      .filter(([field]) => !understood[field])
      .map(([field, label]) => make("option", { value: field }, label));
    /** @type {HTMLSelectElement} */
    const select = make(
      "select",
      { id, onchange: () => select.value && correct(select.value, column) },
      make("option", { value: "" }, told.holdsNothing),
      ...options,
    );
    return make(
      "div",
      { class: "match-field" },
      make("label", { for: id }, say(told.holds, { column })),
      select,
      make("p", { class: "hint" }, sampleOf(list, column)),
    );
  });
  return make(
    "section",
    { class: "match-unknown", "aria-labelledby": "match-unknown" },
    make("h3", { id: "match-unknown" }, told.unknown),
    make("p", { class: "hint" }, told.unknownAbout),
    make("div", { class: "match-fields" }, ...asked),
  );
};

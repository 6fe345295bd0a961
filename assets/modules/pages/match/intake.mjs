/* Where a list comes in, which of its sheets, which columns. */

import { make } from "../../base/elements.mjs";
import { say } from "../../base/texts.mjs";
import { tableOf } from "./pasted.mjs";

/** @import { ReadList } from "./rows.mjs" */

/**
 * A place to drop a file or choose it, another to paste lines; each gives a file to `take`.
 * @param {MatchWords} words
 * @param {(file: File) => void} take
 */
export const intake = (words, take) => {
  /** @type {HTMLInputElement} */
  const input = make("input", {
    type: "file",
    id: "match-file",
    accept:
      ".csv,.txt,.tsv,.xlsx,.xlsm,.xls,.ods,.geojson,.json,.umap,.geojsonl,.jsonl,.ndjson,.kml,.kmz,.gpx,.gpkg",
    onchange: () => takeFirst(input.files),
  });
  /** @param {FileList | null | undefined} files */
  const takeFirst = (files) => {
    if (files?.[0]) take(files[0]);
  };
  /** @type {HTMLDivElement} */
  const zone = make(
    "div",
    {
      class: "match-drop",
      ondragover: (event) => {
        event.preventDefault();
        zone.classList.add("is-over");
      },
      ondragleave: () => zone.classList.remove("is-over"),
      ondrop: (event) => {
        event.preventDefault();
        zone.classList.remove("is-over");
        takeFirst(event.dataTransfer?.files);
      },
    },
    make("label", { for: "match-file" }, words.drop),
    input,
    make("p", { class: "hint" }, words.limits),
  );
  const text = make("textarea", { id: "match-pasted", rows: "5" });
  const takePasted = () => {
    if (text.value.trim()) take(new File([tableOf(text.value)], `${words.pasted}.csv`));
  };
  return make(
    "section",
    { class: "match-intake" },
    zone,
    make(
      "details",
      { class: "match-paste" },
      make("summary", {}, words.paste),
      make("label", { for: "match-pasted" }, words.pasteLabel),
      text,
      make("button", { type: "button", class: "button", onclick: takePasted }, words.readPasted),
    ),
  );
};

/**
 * The sheets of a workbook, when there are several: one is read at a time.
 * @param {ReadList} list
 * @param {MatchWords} words
 * @param {(sheet: string) => void} choose
 */
export const sheets = (list, words, choose) => {
  if (!list.sheets || list.sheets.length < 2) return null;
  /** @type {HTMLSelectElement} */
  const select = make(
    "select",
    { id: "match-sheet", onchange: () => choose(select.value) },
    list.sheets.map((sheet) =>
      make("option", { value: sheet, selected: sheet === list.sheet }, sheet),
    ),
  );
  return make(
    "div",
    { class: "match-sheet match-field" },
    make("label", { for: "match-sheet" }, words.sheet),
    select,
    make("p", { class: "hint" }, say(words.sheetAbout, { n: list.sheets.length })),
  );
};

/** @param {Record<string, string>} understood @param {MatchWords} words */
const summary = (understood, words) =>
  Object.entries(words.fields)
    .filter(([code]) => understood[code])
    .map(([code, label]) => `${label} ← ${understood[code]}`)
    .join(" · ") || words.noColumn;

/**
 * The column of each field, to be corrected.
 * @param {{ list: ReadList, understood: Record<string, string>, open: boolean }} state
 * @param {MatchWords} words
 * @param {(field: string, column: string) => void} correct
 * @param {(open: boolean) => void} unfolded
 */
export const columnsField = ({ list, understood, open }, words, correct, unfolded) => {
  /** @param {string} code @param {string} label */
  const field = (code, label) => {
    const id = `match-field-${code}`;
    /** @param {string} value @param {string} shown */
    const option = (value, shown) =>
      make("option", { value, selected: value === (understood[code] || "") }, shown);
    /** @type {HTMLSelectElement} */
    const select = make(
      "select",
      { id, onchange: () => correct(code, select.value) },
      option("", words.noColumn),
      list.columns.map((column) => option(column, column)),
    );
    return make("div", { class: "match-field" }, make("label", { for: id }, label), select);
  };
  const fields = Object.entries(words.fields).map(([code, label]) => field(code, label));
  /** @type {HTMLDetailsElement} */
  const details = make(
    "details",
    { class: "match-columns", open, ontoggle: () => unfolded(details.open) },
    make("summary", {}, `${words.columns}\u00a0: `, summary(understood, words)),
    make("p", { class: "hint" }, words.columnsAbout),
    make("div", { class: "match-fields" }, ...fields),
  );
  return details;
};

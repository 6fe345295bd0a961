/* What the export dialog is made of, before anything is known of an export. */

import { closeButton, make } from "../../base/elements.mjs";
import { say } from "../../base/texts.mjs";

/** @param {string} name @param {string} label @param {string} [more] */
const button = (name, label, more = "") =>
  make("button", { type: "button", class: `button${more}`, "data-part": name }, label);

/** @param {ClientTexts["export"]} t */
const formatsField = (t) =>
  make(
    "fieldset",
    { class: "export-formats" },
    make("legend", {}, t.format),
    t.formats.map(({ code, name, what }) =>
      make(
        "label",
        { class: "export-format" },
        make("input", { type: "radio", name: "export-format", value: code }),
        make(
          "span",
          {},
          make("strong", {}, name),
          make("small", {}, what),
          make("small", { class: "export-most", "data-most": code }),
        ),
      ),
    ),
  );

/** @param {ClientTexts["export"]} t */
const alsoField = (t) =>
  make(
    "details",
    { class: "export-also", "data-part": "also" },
    make("summary", {}, t.also),
    make(
      "fieldset",
      {},
      make("legend", { class: "visually-hidden" }, t.also),
      t.formats.map(({ code, name }) =>
        make(
          "label",
          {},
          make("input", { type: "checkbox", "data-also": code }),
          make("span", {}, name),
        ),
      ),
    ),
  );

/** @param {ClientTexts["export"]} t */
const columnsField = (t) =>
  make(
    "fieldset",
    { class: "export-columns" },
    make("legend", {}, t.columns),
    make("p", { class: "hint", id: "export-columns-hint" }, t.columnsHint),
    make(
      "div",
      { class: "export-all" },
      button("all", t.keepAll, " button-small"),
      button("reset", t.firstOrder, " button-small"),
    ),
    make("ol", { "data-part": "columns" }),
  );

/** @param {ClientTexts["export"]} t */
const sideOf = (t) =>
  make(
    "div",
    { class: "export-side" },
    make("fieldset", { "data-part": "rows", class: "export-rows" }, make("legend", {}, t.rows)),
    make(
      "label",
      { "data-part": "sort-place", class: "export-sort" },
      t.sort,
      make("select", { "data-part": "sort" }),
    ),
    columnsField(t),
  );

/**
 * The dialog, with its words and empty places (`data-part`).
 * @param {ClientTexts["export"]} t
 * @returns {HTMLDialogElement}
 */
export const exportForm = (t) => {
  /** @type {HTMLDialogElement} */
  const made = make(
    "dialog",
    { id: "export-dialog", class: "export-dialog", "aria-labelledby": "export-title" },
    make(
      "div",
      { class: "export-heading" },
      make("h2", { id: "export-title", tabindex: "-1" }),
      closeButton(t.close, () => made.close()),
    ),
    make("p", { class: "export-query", "data-part": "query" }),
    make("p", { class: "export-count", "data-part": "count", role: "status" }),
    make(
      "div",
      { class: "export-body" },
      make("div", {}, formatsField(t), alsoField(t)),
      sideOf(t),
    ),
    make("p", {
      class: "export-refusal callout callout-warn",
      "data-part": "refusal",
      role: "alert",
    }),
    make("div", { class: "export-running", "data-part": "running" }),
    make("p", { class: "visually-hidden", "data-part": "moved", role: "status" }),
    make(
      "div",
      { class: "export-actions" },
      button("print", t.print),
      button("cancel", t.close),
      button("go", t.download, " button-strong"),
    ),
  );
  return made;
};

/**
 * One line for each site, or for each person.
 * @param {ClientTexts["export"]} t
 * @param {string} chosen
 */
export const rowChoices = (t, chosen) =>
  t.rowsChoices.map(({ code, name }) =>
    make(
      "label",
      {},
      make("input", {
        type: "radio",
        name: "export-rows",
        value: code,
        checked: code === chosen,
      }),
      make("span", {}, name),
    ),
  );

/**
 * What a format cannot hold, with another that can.
 * @param {ClientTexts["export"]} t
 * @param {() => void} takeOther
 * @param {number} rows
 * @param {number} most
 */
export const refusalOf = (t, takeOther, rows, most) => [
  make("span", {}, say(t.tooLong, { n: rows, most })),
  make("button", { type: "button", class: "button button-small", onclick: takeOther }, t.takeXlsx),
];

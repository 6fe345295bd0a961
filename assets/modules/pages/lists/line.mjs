/* One line of a list on screen: facts of today, what changed since, and what its owner writes. */

import { today } from "../../base/days.mjs";
import { all } from "../../base/dom.mjs";
import { fromHtml, icon, make, warning } from "../../base/elements.mjs";
import { say } from "../../base/texts.mjs";
import { changesOf } from "./changed.mjs";
import { LENGTHS, STATUSES } from "./model.mjs";
import { nameOf } from "./rows.mjs";
import { away, dayOf, pageWords } from "./words.mjs";

/** @import { Attribute, Child } from "../../base/elements.mjs" */
/** @import { Acts } from "./acts.mjs" */
/** @import { Changed } from "./changed.mjs" */
/** @import { Line } from "./model.mjs" */
/** @import { Row } from "./rows.mjs" */
/** @typedef {{ builtOn: string, lineIds: Set<string> }} LineView */
/** @typedef {{ box: HTMLElement, update(line: Line): void }} Fields */
/** @typedef {{ item: HTMLLIElement, update(row: Row, place: { movable: boolean, total: number }): void }} DrawnLine */

const BEFORE_COLON = "\u00a0: ";

/**
 * @param {string} name
 * @param {string} words
 * @param {Record<string, Attribute>} attributes
 */
const iconButton = (name, words, attributes) =>
  make(
    "button",
    { type: "button", class: "kept-button", title: words, ...attributes },
    icon(name),
    make("span", { class: "visually-hidden" }, words),
  );

/** @param {string} name */
const aside = (name) => make("span", { class: "visually-hidden" }, ` : ${name}`);

/**
 * @param {string} words
 * @param {string} name
 * @param {HTMLElement} control
 * @param {...Child} more
 */
const labelled = (words, name, control, ...more) =>
  make(
    "div",
    { class: "kept-field" },
    make("label", {}, make("span", {}, words), aside(name), control),
    ...more,
  );

/**
 * What the owner writes; each change is one step to undo.
 * @param {Line} line
 * @param {string} name
 * @param {Acts} act
 * @returns {Fields}
 */
const fields = ({ id }, name, act) => {
  const words = pageWords();
  const options = STATUSES.map((code) => make("option", { value: code }, words.statuses[code]));
  /** @type {HTMLSelectElement} */
  const status = make(
    "select",
    {
      "data-control": "status",
      onchange: () => act.write(id, { status: STATUSES.find((s) => s === status.value) || null }),
    },
    make("option", { value: "" }, words.noStatus),
    options,
  );
  /** @type {HTMLInputElement} */
  const checked = make("input", {
    type: "date",
    "data-control": "checked",
    max: "9999-12-31",
    onchange: () => act.write(id, { checked_on: checked.value || null }),
  });
  const now = make(
    "button",
    {
      type: "button",
      class: "button button-small",
      "data-control": "today",
      onclick: () => act.write(id, { checked_on: today() }),
    },
    words.today,
    aside(name),
  );
  /** @type {HTMLTextAreaElement} */
  const note = make("textarea", {
    rows: "2",
    maxlength: LENGTHS.note,
    "data-control": "note",
    onchange: () => act.write(id, { note: note.value }),
  });
  /** @param {{ value: string }} control @param {string} value */
  const set = (control, value) => {
    if (control.value !== value) control.value = value;
  };
  return {
    box: make(
      "div",
      { class: "kept-fields" },
      labelled(words.status, name, status),
      labelled(words.checkedOn, name, checked, now),
      labelled(words.note, name, note),
    ),
    update: (line) => {
      set(status, line.status || "");
      set(checked, line.checked_on || "");
      set(note, line.note);
    },
  };
};

/**
 * What a reader of someone's link sees of it.
 * @param {Line} line
 * @returns {Fields}
 */
const plainFields = (line) => {
  const words = pageWords();
  const box = make(
    "div",
    { class: "kept-fields kept-plain" },
    line.status ? make("span", { class: "badge" }, words.statuses[line.status]) : null,
    line.checked_on
      ? make("span", {}, say(words.checkedThen, { date: dayOf(line.checked_on) }))
      : null,
    line.note ? make("p", { class: "kept-note" }, line.note) : null,
  );
  return { box, update: () => {} };
};

/**
 * @param {Line} line
 * @param {string} name
 * @param {Acts} act
 */
const moving = ({ id }, name, act) => {
  const words = pageWords();
  /** @param {string} text */
  const named = (text) => text + BEFORE_COLON + name;
  return make(
    "div",
    { class: "kept-move" },
    iconButton("grip-vertical", named(words.move), {
      "data-control": "handle",
      class: "kept-button kept-handle",
      "aria-describedby": "lists-keys",
      "aria-pressed": "false",
    }),
    iconButton("arrow-up", named(words.up), {
      "data-control": "up",
      onclick: () => act.step(id, -1),
    }),
    iconButton("arrow-down", named(words.down), {
      "data-control": "down",
      onclick: () => act.step(id, 1),
    }),
  );
};

/**
 * @param {Changed} change
 * @param {Line} line
 * @param {Acts | null} act
 */
const changeNote = (change, { id }, act) =>
  warning(
    make(
      "div",
      {},
      make("p", {}, change.words),
      change.update && act
        ? make(
            "button",
            {
              type: "button",
              class: "button button-small",
              "data-control": "update",
              onclick: () => act.follow(id),
            },
            pageWords().update,
          )
        : null,
    ),
  );

/**
 * The element of a line and how to bring it up to date; without `act` it is read-only.
 * @param {Row} first
 * @param {LineView} view
 * @param {Acts | null} act
 * @returns {DrawnLine}
 */
export const lineElement = (first, view, act) => {
  const words = pageWords();
  const { line, facts } = first;
  const name = nameOf(first);
  const own = act ? fields(line, name, act) : plainFields(line);
  const number = make("span", { class: "kept-number" });
  const none = make("span", { class: "symbol symbol-none", "aria-hidden": "true" });
  const notes = changesOf(first, view, words).map((change) => changeNote(change, line, act));
  const item = make(
    "li",
    { class: "kept-line", "data-id": line.id },
    act ? moving(line, name, act) : null,
    make("div", { class: "kept-mark" }, number, facts ? fromHtml(facts.symbol) : none),
    make(
      "div",
      { class: "kept-body" },
      facts ? fromHtml(facts.html) : make("span", { class: "kept-name" }, name),
      notes,
    ),
    own.box,
    act
      ? iconButton("x", words.remove + BEFORE_COLON + name, {
          "data-control": "remove",
          onclick: () => act.remove(line.id),
        })
      : null,
  );
  return {
    item,
    update: (row, { movable, total }) => {
      number.textContent = String(row.number);
      own.update(row.line);
      const km = row.distance_km;
      for (const place of all(".line-away", item)) {
        place.textContent = km === null ? "" : away(km);
      }
      for (const button of all(".kept-move button", item)) {
        const ends = { up: row.number === 1, down: row.number === total };
        const atEnd = ends[/** @type {"up" | "down"} */ (button.dataset.control)];
        button.setAttribute("aria-disabled", String(!movable || Boolean(atEnd)));
      }
    },
  };
};

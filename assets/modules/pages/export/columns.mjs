/* The columns of an export: boxes to tick, moved by dragging, by buttons, or by Alt and an arrow. */

import { nearest } from "../../base/dom.mjs";
import { icon, make } from "../../base/elements.mjs";
import { draggable } from "../../base/reordering.mjs";
import { say } from "../../base/texts.mjs";

/** @import { Column } from "./choice.mjs" */
/** @typedef {(key: string, to: number, focus?: string) => void} Move `to` from 0; `focus` is what of the column gets the keyboard */

/** @param {number} step @param {string} name @param {string} label */
const mover = (step, name, label) =>
  make(
    "button",
    { type: "button", class: "column-move", "data-step": step, "aria-label": label },
    icon(name),
  );

/** @param {Column} column @param {boolean} kept @param {ClientTexts["export"]} t */
const item = ({ key, heading, always }, kept, t) =>
  make(
    "li",
    { "data-id": key },
    icon("grip-vertical"),
    make(
      "label",
      {},
      make("input", {
        type: "checkbox",
        "data-column": key,
        "aria-describedby": "export-columns-hint",
        checked: always || kept,
        disabled: always,
      }),
      make("span", {}, heading, always ? [" ", make("small", {}, t.always)] : null),
    ),
    mover(-1, "chevron-down is-up", say(t.up, { column: heading })),
    mover(1, "chevron-down", say(t.down, { column: heading })),
  );

/**
 * @param {HTMLElement} list
 * @param {Column[]} columns in their order
 * @param {Set<string>} off those left out
 * @param {ClientTexts["export"]} t
 */
export const drawColumns = (list, columns, off, t) =>
  list.replaceChildren(...columns.map((column) => item(column, !off.has(column.key), t)));

/**
 * @param {HTMLElement} list
 * @param {Move} move
 */
export const listenColumns = (list, move) => {
  /** @param {HTMLElement} line */
  const placeOf = (line) => [...list.children].indexOf(line);
  /** @param {Event} event @param {number} step @param {string} focus */
  const shift = (event, step, focus) => {
    const line = nearest(event.target, "li");
    if (line) move(line.dataset.id || "", placeOf(line) + step, focus);
  };
  list.addEventListener("click", (event) => {
    const step = nearest(event.target, "[data-step]")?.dataset.step;
    if (step) shift(event, Number(step), `[data-step="${step}"]`);
  });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !event.altKey) return;
    event.preventDefault();
    const pressed = nearest(event.target, "[data-step]")?.dataset.step;
    shift(event, step, pressed ? `[data-step="${pressed}"]` : "input");
  });
  return draggable(list, {
    /* The rest of a line is for the finger that scrolls. */
    handle: ".icon-grip-vertical",
    movable: () => true,
    refuse: () => {},
    cancel: () => {},
    drop: (key, n) => move(key, n - 1),
  });
};

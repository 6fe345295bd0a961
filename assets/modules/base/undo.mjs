/* What was done, and how to undo it. It stays until it is closed or something else is done. */

import { make } from "./elements.mjs";
import { texts } from "./texts.mjs";

/** @type {(() => unknown) | null} */
let undo = null;

const bar = () => {
  const there = document.getElementById("undo-bar");
  if (there) return there;
  const made = make("div", { id: "undo-bar", class: "undo-bar", role: "status" });
  document.body.append(made);
  return made;
};

const closeUndo = () => {
  undo = null;
  bar().replaceChildren();
};

const turnBack = () => {
  const back = undo;
  closeUndo();
  back?.();
  const next = document.getElementById("partners-title") || document.getElementById("document");
  next?.focus({ preventScroll: true });
};

/**
 * Tell what was done, with a way back when there is one (`act`).
 * @param {string} words
 * @param {(() => unknown) | null} [act]
 * @param {boolean} [focus]
 */
export const offerUndo = (words, act = null, focus = false) => {
  const t = texts();
  undo = act;
  const undoing = make("button", { type: "button", onclick: turnBack }, t.undo);
  const closing = make(
    "button",
    { type: "button", "aria-label": t.close, onclick: closeUndo },
    "×",
  );
  bar().replaceChildren(make("span", {}, words), ...(act ? [undoing] : []), closing);
  if (focus) undoing.focus({ preventScroll: true });
};

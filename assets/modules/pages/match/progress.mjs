/* How far a list has come, and the button that stops it. */

import { the } from "../../base/dom.mjs";
import { make } from "../../base/elements.mjs";

/**
 * What is going on, nothing when nothing is.
 * @param {string} busy in words, blank when nothing is
 * @param {number | undefined} total rows, unknown while a file is read
 * @param {number} done
 * @param {MatchWords} words
 * @param {() => void} stop
 */
export const progressBar = (busy, total, done, words, stop) => {
  if (!busy) return null;
  const measured = total ? { max: total, value: done } : {};
  return make(
    "div",
    { class: "match-progress", id: "match-progress" },
    make("progress", { "aria-label": busy, ...measured }),
    make("span", {}, busy),
    make("button", { type: "button", class: "button button-small", onclick: stop }, words.cancel),
  );
};

/** @param {string} busy @param {number} done */
export const progressMoved = (busy, done) => {
  const bar = document.getElementById("match-progress");
  if (!bar) return;
  the("progress", bar).setAttribute("value", String(done));
  the("span", bar).textContent = busy;
};

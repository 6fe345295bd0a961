/* Arrows between the « Quoi ? » box and what its words may mean; Escape goes back to the box, then folds
   the list, which lies over the page. */

import { find } from "../../base/dom.mjs";

const BOX = "search-text";

/**
 * Where a key leads from one of several stops, the box being 0; the same stop where it leads nowhere.
 * @param {string} key
 * @param {number} here
 * @param {number} stops how many there are, the box included
 */
export const stopAfter = (key, here, stops) => {
  if (key === "ArrowDown") return Math.min(here + 1, stops - 1);
  if (key === "ArrowUp") return Math.max(here - 1, 0);
  if (key === "Escape") return 0;
  return here;
};

/**
 * Fold the list from the box, and keep what is typed there: a search box forgets it at Escape.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} around
 */
const fold = (event, around) => {
  if (around.dataset.folded || !find(".search-meant a", around)) return;
  around.dataset.folded = "1";
  if (event.key === "Escape") event.preventDefault();
};

const unfold = () => {
  const around = find(".search-what");
  if (around) delete around.dataset.folded;
};

/** @param {KeyboardEvent} event */
const move = (event) => {
  const around = find(".search-what");
  if (!(event.target instanceof HTMLElement) || !around?.contains(event.target)) return;
  if (event.key === "ArrowDown") unfold();
  if (event.target.id === BOX && (event.key === "Escape" || event.key === "Enter")) {
    fold(event, around);
    return;
  }
  const stops = [document.getElementById(BOX), ...around.querySelectorAll(".search-meant a")];
  const here = stops.indexOf(event.target);
  const next = stopAfter(event.key, here, stops.length);
  const stop = stops[next];
  if (here < 0 || next === here || !(stop instanceof HTMLElement)) return;
  event.preventDefault();
  stop.focus();
};

/** Listen from the start. */
export const startMeant = () => {
  document.addEventListener("keydown", move);
  document.addEventListener("input", unfold);
};

/* Arrows between the « Quoi ? » box and what its words may mean; Escape goes back to the box. */

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

/** @param {KeyboardEvent} event */
const move = (event) => {
  const around = find(".search-what");
  if (!(event.target instanceof HTMLElement) || !around?.contains(event.target)) return;
  const stops = [document.getElementById(BOX), ...around.querySelectorAll(".search-meant a")];
  const here = stops.indexOf(event.target);
  const next = stopAfter(event.key, here, stops.length);
  const stop = stops[next];
  if (here < 0 || next === here || !(stop instanceof HTMLElement)) return;
  event.preventDefault();
  stop.focus();
};

/** Listen from the start. */
export const startMeant = () => document.addEventListener("keydown", move);

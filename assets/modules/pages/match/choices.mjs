/* Choices kept for the next upload: only a hash of the row and an id. */

import { keepText, keptValue } from "../../base/kept.mjs";
import { withChoice } from "./rows.mjs";

/** @import { Choices } from "./rows.mjs" */

const KEY = "territorial-map.matches";
/** @type {Choices | null} */
let cached = null;

/** @returns {Choices} */
export const keptChoices = () => {
  if (cached) return cached;
  const kept = keptValue(KEY);
  const ours = kept?.v === 1 && kept.verdicts && typeof kept.verdicts === "object";
  cached = /** @type {Choices} */ (ours ? kept.verdicts : {});
  return cached;
};

/**
 * Keep a choice; `undefined` forgets it. Without room, it holds for this page.
 * @param {string | null} key
 * @param {string | null | undefined} choice
 */
export const keepChoice = (key, choice) => {
  if (!key) return;
  cached = withChoice(keptChoices(), key, choice);
  keepText(KEY, JSON.stringify({ v: 1, verdicts: cached }));
};

/** Hear what other tabs keep. */
export const startChoices = () =>
  window.addEventListener("storage", (event) => {
    if (event.key === KEY) cached = null;
  });

/* The words of lists: those of every page, and those of « Mes listes ». */

import { rules, say, sayMany, texts, written } from "../../base/texts.mjs";
import { dayInWords, distanceInWords } from "../../base/writing.mjs";

/** The words that every page has. */
export const listWords = () => texts().lists;

/** @type {{ holder: HTMLElement, words: ListPageTexts } | null} */
let known = null;

/**
 * The words of the page « Mes listes », written into it by the server.
 * @returns {ListPageTexts}
 */
export const pageWords = () => {
  const holder = document.getElementById("lists-words");
  if (holder && known?.holder !== holder) known = { holder, words: written(holder, "words") };
  return known ? known.words : /** @type {ListPageTexts} */ ({});
};

/** @param {string} iso */
export const dayOf = (iso) => dayInWords(iso, rules());

/** @param {number} n */
export const organisations = (n) => sayMany(listWords().organisations, n);

/** @param {number} km */
export const away = (km) => say(pageWords().away, { distance: distanceInWords(km, rules()) });

/* Words of the page's language, written into it by the server, and how counts are told. */

import { agreeing, decimalInWords, formOf, wholeInWords } from "./writing.mjs";

/** @typedef {Record<string, string | number>} Values */

/** @returns {string} */
export const language = () => document.documentElement.lang || "fr";

/**
 * The JSON that the server wrote into an element of the page; empty while it is not there.
 * @param {HTMLElement | null} holder
 * @param {string} name
 */
export const written = (holder, name) => JSON.parse(holder?.dataset[name] || "{}");

/** @type {{ told: string, words: ClientTexts | null }} */
let read = { told: "", words: null };

/** @returns {ClientTexts} The words that every page carries, read once. */
export const texts = () => {
  const told = document.getElementById("client-texts")?.dataset.texts || "{}";
  if (told !== read.told || !read.words) read = { told, words: JSON.parse(told) };
  return /** @type {ClientTexts} */ (read.words);
};

/** @returns {Writing} How the language of this page, or of this frame, writes numbers. */
export const rules = () => texts().writing ?? written(document.body, "texts").writing;

/** @param {number} n */
export const number = (n) => wholeInWords(n, rules());

/**
 * A number with the digits asked for, as the language writes it.
 * @param {number} n
 * @param {number} digits
 * @param {number} [least]
 */
export const decimal = (n, digits, least = digits) => decimalInWords(n, digits, least, rules());

/**
 * A text with its `{names}` filled in; numbers are written as the language does.
 * @param {string | undefined} words
 * @param {Values | object} [values]
 */
export const say = (words, values = {}) => {
  const given = { words: words || "", values: /** @type {Values} */ (values) };
  const ready = language() === "fr" ? agreeing(given.words, given.values) : given;
  return fillIn(ready.words, ready.values, number);
};

/**
 * A text with its `{names}` filled in; a name without value stays as it is.
 * @param {string} words
 * @param {Values} values
 * @param {(n: number) => string} written how numbers are written
 */
export const fillIn = (words, values, written = String) =>
  words.replace(/\{(\w+)\}/g, (whole, name) => {
    if (!(name in values)) return whole;
    const value = values[name];
    return typeof value === "number" ? written(value) : value;
  });

/**
 * The form of a count: `[one, many]`.
 * @param {string[]} forms
 * @param {number} n
 * @param {Values} [values]
 */
export const sayMany = (forms, n, values = {}) => say(formOf(forms, n, rules()), { n, ...values });

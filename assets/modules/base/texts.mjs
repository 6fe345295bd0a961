/* Words of the page's language, written into it by the server, and how counts are told. */

/** @typedef {Record<string, string | number>} Values */

/** @returns {string} */
export const language = () => document.documentElement.lang || "fr";

/**
 * The JSON that the server wrote into an element of the page; empty while it is not there.
 * @param {HTMLElement | null} holder
 * @param {string} name
 */
export const written = (holder, name) => JSON.parse(holder?.dataset[name] || "{}");

/** @returns {ClientTexts} The words that every page carries. */
export const texts = () => written(document.getElementById("client-texts"), "texts");

/** @param {number} n */
export const number = (n) => new Intl.NumberFormat(language()).format(n);

/**
 * A number with the digits asked for, as the language writes it.
 * @param {number} n
 * @param {number} digits
 * @param {number} [least]
 */
export const decimal = (n, digits, least = digits) =>
  new Intl.NumberFormat(language(), {
    minimumFractionDigits: least,
    maximumFractionDigits: digits,
  }).format(n);

/**
 * A text with its `{names}` filled in; numbers are written as the language does.
 * @param {string | undefined} words
 * @param {Values | object} [values]
 */
export const say = (words, values = {}) =>
  fillIn(words || "", /** @type {Values} */ (values), number);

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
export const sayMany = (forms, n, values = {}) =>
  say(formOf(forms, n, language()), { n, ...values });

/**
 * @param {string[]} forms one, many
 * @param {number} n
 * @param {string} locale
 */
export const formOf = (forms, n, locale) =>
  forms[new Intl.PluralRules(locale).select(n) === "one" ? 0 : 1];

/* Numbers, counts, distances and days as each language writes them, by the rules of
 * `domain/language/writing.py` that the server hands over. Pure functions. */

import { fold } from "./folding.mjs";

/**
 * A whole number with its thousands apart.
 * @param {number} n
 * @param {Pick<Writing, "thousands">} rules
 */
export const wholeInWords = (n, { thousands }) => String(n).replace(/\B(?=(\d{3})+$)/g, thousands);

/**
 * A number with its decimals, `most` at most and `least` at least, and its thousands apart.
 * @param {number} n
 * @param {number} most
 * @param {number} least
 * @param {Pick<Writing, "thousands" | "decimal">} rules
 */
export const decimalInWords = (n, most, least, rules) => {
  const [whole = "", after = ""] = n.toFixed(most).split(".");
  let kept = after;
  while (kept.length > least && kept.endsWith("0")) kept = kept.slice(0, -1);
  const figure = whole.replace(/\B(?=(\d{3})+$)/g, rules.thousands);
  return kept ? `${figure}${rules.decimal}${kept}` : figure;
};

/**
 * A distance as people say it: metres below one kilometre, else whole kilometres, halves rounded down.
 * @param {number} km
 * @param {Writing} rules
 */
export const distanceInWords = (km, rules) => {
  const step = rules.stepMetres;
  const metres = Math.max(1, Math.ceil((km * 1000) / step - 0.5)) * step;
  if (metres < 1000) return rules.metres.replace("{n}", String(metres));
  const whole = Math.max(1, Math.ceil(km - 0.5));
  return rules.kilometres.replace("{n}", wholeInWords(whole, rules));
};

/**
 * A day as people write it.
 * @param {string} iso
 * @param {Pick<Writing, "dayFirst">} rules
 */
export const dayInWords = (iso, { dayFirst }) =>
  dayFirst ? iso.split("-").reverse().join("/") : iso;

/**
 * The form of a whole count.
 * @param {string[]} forms one, many
 * @param {number} n
 * @param {Pick<Writing, "singularFrom" | "singularUpTo">} rules
 */
export const formOf = (forms, n, { singularFrom, singularUpTo }) =>
  forms[singularFrom <= n && n <= singularUpTo ? 0 : 1];

/** « de », « que » or « à » before a value, whose first letters decide how they are written. */
const BEFORE_VALUE = /(?<![\p{L}\p{N}])([Dd]e|[Qq]ue|[Àà]) \{(\w+)\}/gu;
/** @type {Record<string, Record<string, string>>} */
const CONTRACTED = { de: { le: "du ", les: "des " }, à: { le: "au ", les: "aux " } };

/**
 * A French text ready for its values: elided (« d’Archer ») and contracted (« au Mans ») as they ask.
 * @param {string} words
 * @param {Record<string, string | number>} values
 * @returns {{ words: string, values: Record<string, string | number> }}
 */
export const agreeing = (words, values) => {
  /** @type {Record<string, string>} */
  const rests = {};
  const agreed = words.replace(BEFORE_VALUE, (whole, word, name) => {
    const value = values[name];
    if (typeof value !== "string") return whole;
    const small = word.toLowerCase();
    if (small !== "à" && /^(?:[aeiou]|y(?![aeiou]))/.test(fold(value.slice(0, 2))))
      return `${word.slice(0, -1)}’{${name}}`;
    const article = /^(les?) (?=\S)/i.exec(value);
    const contracted = article && CONTRACTED[small]?.[article[1].toLowerCase()];
    if (!article || !contracted) return whole;
    rests[`${name}_without_article`] = value.slice(article[0].length);
    const start = word === small ? contracted : contracted[0].toUpperCase() + contracted.slice(1);
    return `${start}{${name}_without_article}`;
  });
  return { words: agreed, values: { ...values, ...rests } };
};

/* Numbers, counts, distances and days as each language writes them, by the rules of
 * `domain/language/writing.py` that the server hands over. Pure functions. */

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

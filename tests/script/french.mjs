/* A page in French, for functions that ask its language and how it writes numbers. */

/** What `script_rules` of `domain/language/writing.py` gives for French. */
export const FRENCH = {
  decimal: ",",
  thousands: "\u00a0",
  singularFrom: 0,
  singularUpTo: 1,
  dayFirst: true,
  metres: "{n}\u00a0m",
  kilometres: "{n}\u00a0km",
  stepMetres: 50,
  oneDecimalBelowKm: 10,
};

const carried = { dataset: { texts: JSON.stringify({ writing: FRENCH }) } };
globalThis.document = { documentElement: { lang: "fr" }, getElementById: () => carried };

/* Files for spreadsheets, as text. Pure functions. */

/* What a spreadsheet would run as a formula. */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/* A number, a telephone by groups of digits, a sign alone: nothing is calculated. */
const HARMLESS = /^[+-](?:\(?\d\)?(?:[ \u00a0\u202f.,]?\(?\d\)?)*(?: ?[%€])?)?$/;

/**
 * A cell that no spreadsheet runs as a formula, quoted where it must be; numbers and telephones stay.
 * @param {unknown} value
 */
export const cell = (value) => {
  if (typeof value === "number") return String(value);
  const text = value === null || value === undefined ? "" : String(value);
  const harmless = FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
};

/**
 * Rows as CSV that French spreadsheets open: a mark of the encoding, semicolons, CRLF.
 * @param {unknown[][]} rows
 */
export const csvOf = (rows) =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;

/**
 * A name that every file system takes.
 * @param {string} name
 * @param {string} extension
 */
export const fileName = (name, extension) => {
  const plain = name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase()
    .slice(0, 60);
  return `${plain || "liste"}.${extension}`;
};

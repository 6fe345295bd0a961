/* Pasted lines as a table: a header is made where there is none. Pure functions. */

const KNOWN =
  /(^|[;\t,])\s*"?(nom|name|siret|siren|structure|raison sociale|d[ée]nomination|organisation|organisme)\b/i;

/** @param {string} line */
const quoted = (line) => `"${line.trim().replace(/"/g, '""')}"`;

/**
 * Headings from what the first line's cells hold.
 * @param {string[]} cells
 */
export const headings = (cells) => {
  /** @type {Set<string>} */
  const taken = new Set();
  /** @param {...string} names */
  const first = (...names) => names.find((one) => !taken.has(one)) || `Colonne ${taken.size + 1}`;
  /** @param {string} digits */
  const named = (digits) => {
    if (/^\d{14}$/.test(digits)) return first("SIRET");
    if (/^\d{9}$/.test(digits)) return first("SIREN");
    if (/^\d{4,5}$/.test(digits)) return first("Code postal");
    return first("Nom", "Commune");
  };
  return cells.map((cell) => {
    const name = named(cell.replace(/[\s.]/g, ""));
    taken.add(name);
    return name;
  });
};

/**
 * The text of a table from what was pasted.
 * @param {string} text
 */
export const tableOf = (text) => {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .filter((line) => line.trim());
  const first = lines[0] || "";
  const separator = ["\t", ";"].find((one) => first.includes(one));
  if (KNOWN.test(first)) return `${lines.join("\n")}\n`;
  if (separator) {
    return `${[headings(first.split(separator)).join(separator), ...lines].join("\n")}\n`;
  }
  const numbers = lines.every((line) => /^[\d\s.]{9,20}$/.test(line.trim()));
  return `${[numbers ? "SIRET" : "Nom", ...lines.map(quoted)].join("\n")}\n`;
};

/* Rows of a list and what matching says of them, the reader's choices included. Pure functions. */

import { csvOf } from "../../base/files.mjs";
import { hash } from "../../base/hashing.mjs";

/** @import { Schemas } from "../../base/answers.mjs" */
/** @typedef {Schemas["MatchVerdict"]} Verdict */
/** @typedef {Schemas["MatchCandidate"]} Candidate */
/** @typedef {Omit<Schemas["MatchedRow"], "line" | "reason">} Said */
/** @typedef {Schemas["ReadLine"]} ReadRow */
/** @typedef {Pick<Schemas["ListRead"], "columns" | "rows" | "understood" | "sheets" | "sheet" | "report" | "unknown">} ReadList */
/** @typedef {Said & { line: number, cells: string[], hash: string | null, choice: string | null | undefined, reused: boolean }} Matched `choice`: null for none of them, undefined while nothing was chosen */
/** @typedef {Record<string, { id: string | null }>} Choices by hash of their row */

/* What makes a row the same at the next upload. */
const TELLING = [
  "name",
  "acronym",
  "siret",
  "siren",
  "finess",
  "rna",
  "postcode",
  "commune",
  "commune_code",
];
/** Any one of these columns is enough to look for an organisation. */
export const NAMING = ["name", "acronym", "siret", "siren", "finess", "rna", "id"];
const MOST_KEPT = 5000;

/** @type {Said} */
const UNREADABLE = {
  verdict: "unknown",
  id: null,
  score: 0,
  likelihood: "unlikely",
  why: "unreadable",
  warnings: [],
  candidates: [],
  communes: [],
};

/**
 * A hash of the row's telling cells; null when it has none.
 * @param {string[]} columns
 * @param {string[]} cells
 * @param {Record<string, string>} understood the column of each field
 */
export const hashOf = (columns, cells, understood) => {
  const text = TELLING.map((field) => {
    const place = columns.indexOf(understood[field]);
    return place < 0 ? "" : (cells[place] || "").trim().toLowerCase().replace(/\s+/g, " ");
  }).join("|");
  return text.replace(/\|/g, "") ? hash(text) : null;
};

/**
 * A row with its answer, and the choice made at an earlier upload where it still stands.
 * @param {ReadRow} row
 * @param {Said | undefined} said
 * @param {string | null} key its hash
 * @param {Choices} kept
 * @returns {Matched}
 */
export const matched = (
  row,
  said = { ...UNREADABLE, why: row.apart || "unreadable" },
  key,
  kept,
) => {
  const before = key ? kept[key] : undefined;
  const stands =
    before && (before.id === null || said.candidates.some((one) => one.id === before.id));
  return {
    ...said,
    line: row.line,
    cells: row.cells,
    hash: key,
    choice: stands ? before.id : undefined,
    reused: Boolean(stands),
  };
};

/**
 * The choices with one more, or one forgotten (`undefined`); the oldest leave when there are many.
 * @param {Choices} kept
 * @param {string} key
 * @param {string | null | undefined} choice
 * @returns {Choices}
 */
export const withChoice = (kept, key, choice) => {
  const others = Object.entries(kept).filter(([other]) => other !== key);
  /** @type {[string, { id: string | null }][]} */
  const entries = choice === undefined ? others : [...others, [key, { id: choice }]];
  return Object.fromEntries(entries.slice(-MOST_KEPT));
};

/**
 * What a row is now.
 * @param {Pick<Matched, "choice" | "verdict">} row
 * @returns {Verdict}
 */
export const verdictOf = ({ choice, verdict }) => {
  if (choice === undefined) return verdict;
  return choice === null ? "unknown" : "found";
};

/** @param {Pick<Matched, "choice" | "id">} row */
export const idOf = ({ choice, id }) => (choice === undefined ? id : choice);

/** @param {Matched} row */
export const candidateOf = (row) => row.candidates.find((one) => one.id === idOf(row)) || null;

/**
 * Why a row is what it is.
 * @param {Matched} row
 * @param {MatchWords} words
 */
export const reasonOf = (row, words) => {
  if (row.choice === undefined) return words.why[row.why];
  if (row.reused) return words.earlier;
  return row.choice === null ? words.yourNone : words.yourChoice;
};

/** @param {Matched[]} rows */
export const countsOf = (rows) => {
  const counts = { all: rows.length, found: 0, ambiguous: 0, unknown: 0 };
  for (const row of rows) counts[verdictOf(row)] += 1;
  return counts;
};

/** @param {Matched[]} rows */
export const foundIds = (rows) => [...new Set(rows.flatMap((row) => idOf(row) ?? []))];

/**
 * The column of a field was corrected: one column has one meaning.
 * @param {Record<string, string>} understood
 * @param {string} field
 * @param {string} column empty for none
 * @returns {Record<string, string>}
 */
export const corrected = (understood, field, column) => {
  const others = Object.entries(understood).filter(
    ([other, named]) => other !== field && (!column || named !== column),
  );
  return Object.fromEntries(column ? [...others, [field, column]] : others);
};

/**
 * The original rows, then what matching says: the file that the command line writes.
 * @param {string[]} columns
 * @param {Matched[]} rows
 * @param {MatchWords} words
 * @param {Record<string, string>} kinds
 */
export const csvOfMatched = (columns, rows, words, kinds) => {
  const names = Object.keys(words.headings);
  const head = [...columns, ...names.map((name) => words.headings[name])];
  const lines = rows.map((row) => {
    const added = addedTo(row, words, kinds);
    return [...columns.map((_, n) => row.cells[n]), ...names.map((name) => added[name])];
  });
  return csvOf([head, ...lines]);
};

/**
 * The code never goes without its nomenclature.
 * @param {Candidate | null | undefined} candidate
 * @param {MatchWords} words
 */
const nafOf = (candidate, words) =>
  candidate?.naf && candidate.naf_nomenclature
    ? `${candidate.naf} (${words.nomenclatures[candidate.naf_nomenclature]})`
    : "";

/**
 * @param {Matched} row
 * @param {MatchWords} words
 * @param {Record<string, string>} kinds
 * @returns {Record<string, string | null | undefined>}
 */
const addedTo = (row, words, kinds) => {
  const candidate = candidateOf(row);
  return {
    verdict: words.verdicts[verdictOf(row)],
    reason: reasonOf(row, words),
    id: idOf(row),
    score: row.candidates.length ? words.likelihoods[row.likelihood] : "",
    name: candidate?.name,
    kind: candidate ? kinds[candidate.kind] : "",
    siret: candidate?.siret,
    commune: candidate?.commune,
    naf: nafOf(candidate, words),
    phone: candidate?.phone,
    website: candidate?.website,
    source: candidate?.source,
    vintage: candidate?.vintage,
    candidates: candidate ? "" : row.candidates.map((one) => one.id).join(" ; "),
    communes: row.communes.map((one) => `${one.name} (${one.code})`).join(" ; "),
  };
};

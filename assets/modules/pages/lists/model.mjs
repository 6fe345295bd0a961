/* What a list is: organisations with their owner's notes. Pure functions. */

import { day, today } from "../../base/days.mjs";
import { cleanAnswers, cleanDossier } from "./dossier.mjs";

/** @import { Answer, Dossier } from "./dossier.mjs" */

/** @typedef {"to_contact" | "contacted" | "interested" | "no"} Status */
/** @typedef {{ id: string, name: string, note: string, status: Status | null, checked_on: string | null, answers?: Record<string, Answer> }} Line `answers`: what it brings to a group examined as a PTCE, or looks for */
/** @typedef {{ id: string, name: string, created_on: string, lines: Line[], ptce?: Dossier }} List */

export const MOST_LINES = 2000;
/* A list examined as a PTCE is a group of so many members at most: its first lines. */
export const MOST_MEMBERS = 100;
export const LENGTHS = { id: 300, name: 300, note: 4000 };
/** @type {Status[]} */
export const STATUSES = ["to_contact", "contacted", "interested", "no"];

/**
 * @param {unknown} value
 * @param {number} most
 */
const text = (value, most) => (typeof value === "string" ? value.slice(0, most) : "");

/**
 * A line of whatever shape as one of ours; null without an id.
 * @param {any} line
 * @returns {Line | null}
 */
const cleanLine = (line) => {
  if (!line || typeof line !== "object" || typeof line.id !== "string") return null;
  const id = line.id.trim();
  if (!id || id.length > LENGTHS.id) return null;
  const answers = cleanAnswers(line.answers);
  return {
    id,
    name: text(line.name, LENGTHS.name),
    note: text(line.note, LENGTHS.note),
    status: STATUSES.includes(line.status) ? line.status : null,
    checked_on: day(line.checked_on),
    ...(answers && { answers }),
  };
};

/**
 * Lines of whatever shape as ours: each organisation once, as many as a list takes.
 * @param {unknown} lines
 * @returns {Line[]}
 */
export const cleanLines = (lines) => {
  /** @type {Map<string, Line>} */
  const kept = new Map();
  for (const line of Array.isArray(lines) ? lines : []) {
    const clean = cleanLine(line);
    if (clean && !kept.has(clean.id)) kept.set(clean.id, clean);
  }
  return [...kept.values()].slice(0, MOST_LINES);
};

/** An id that no other list has. */
export const newId = () =>
  Array.from(globalThis.crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

/**
 * A list of whatever shape as one of ours; null when it is none.
 * @param {any} list
 * @returns {List | null}
 */
export const cleanList = (list) => {
  if (!list || typeof list !== "object" || !Array.isArray(list.lines)) return null;
  const ptce = cleanDossier(list.ptce);
  return {
    id: typeof list.id === "string" && /^[\w-]{1,64}$/.test(list.id) ? list.id : newId(),
    name: text(list.name, LENGTHS.name).trim(),
    created_on: day(list.created_on) || today(),
    lines: cleanLines(list.lines),
    ...(ptce && { ptce }),
  };
};

/**
 * The lists among values of whatever shape.
 * @param {unknown[]} values
 */
export const cleanLists = (values) => values.map(cleanList).filter((list) => list !== null);

/**
 * A name that is not taken yet.
 * @param {string} name
 * @param {Iterable<{ name: string }>} lists
 */
export const freeName = (name, lists) => {
  const taken = new Set([...lists].map((list) => list.name));
  let free = name;
  for (let n = 2; taken.has(free); n += 1) free = `${name} (${n})`;
  return free;
};

/**
 * Which lines can come into a list: the new ones that find room, and how many did not.
 * @param {Line[]} lines
 * @param {unknown} asked
 */
export const roomFor = (lines, asked) => {
  const known = new Set(lines.map((line) => line.id));
  const clean = cleanLines(asked);
  const fresh = clean.filter((line) => !known.has(line.id));
  const coming = fresh.slice(0, Math.max(0, MOST_LINES - lines.length));
  return {
    coming,
    added: coming.length,
    already: clean.length - fresh.length,
    refused: fresh.length - coming.length,
  };
};

/**
 * A line takes the id and name of today; if they are in the list already, the two become one,
 * with what was written on both.
 * @param {Line[]} lines
 * @param {string} id
 * @param {{ id: string, name: string }} now
 * @returns {Line[]}
 */
export const followed = (lines, id, now) => {
  const line = lines.find((other) => other.id === id);
  const twin = lines.find((other) => other.id === now.id && other !== line);
  if (!line) return lines;
  if (!twin) return lines.map((one) => (one === line ? { ...line, ...now } : one));
  const answers = cleanAnswers({ ...line.answers, ...twin.answers });
  const both = {
    ...twin,
    ...(answers && { answers }),
    note: [twin.note, line.note].filter(Boolean).join("\n").slice(0, LENGTHS.note),
    status: twin.status || line.status,
    checked_on: twin.checked_on || line.checked_on,
  };
  return lines.flatMap((one) => (one === line ? [] : [one === twin ? both : one]));
};

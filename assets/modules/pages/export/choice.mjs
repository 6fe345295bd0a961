/* What an export takes: format, rows, sort, columns and their order; and the address that asks for
   it. Pure functions. */

import { filtersOf, queryOf } from "../../base/query.mjs";

/** @import { Schemas } from "../../base/answers.mjs" */
/** @typedef {Schemas["ExportColumn"]} Column */
/** @typedef {Pick<Schemas["ExportAbout"], "title" | "query" | "most_rows" | "per">} About what the server says of an export, by kind of row */
/** @typedef {{ id: string, status?: string | null, checked_on?: string | null }} ListLine */
/** @typedef {{ kind: "list", title: string, lines: ListLine[] } | { kind: "selection" | "partners", query: string }} Asked */
/** @typedef {{ format: string, also: Set<string>, rows: string, sort: string, order: string[], off: Set<string> }} Choice `also` are more formats of the same list */
/** @typedef {{ order: string[], off: string[] }} KeptColumns */
/** @typedef {{ v?: number, format?: string, rows?: string, columns?: Record<string, KeptColumns> }} Remembered */

export const API = "/api/v1/export";
export const FORMAT = "xlsx";
const NOTHING = { order: [], off: [] };

/**
 * The remembered columns of those that there are: gone ones left out, new ones at the end.
 * @param {Column[]} columns
 * @param {KeptColumns | undefined} kept
 */
export const columnsChosen = (columns, { order, off } = NOTHING) => {
  const known = columns.map((column) => column.key);
  const before = order.filter((key) => known.includes(key));
  return {
    order: [...before, ...known.filter((key) => !before.includes(key))],
    off: new Set(off.filter((key) => known.includes(key))),
  };
};

/**
 * The columns that are kept, in their order; null when they are all, as the server gives them.
 * @param {Column[]} columns
 * @param {Pick<Choice, "order" | "off">} choice
 */
export const keptColumns = (columns, { order, off }) => {
  if (!off.size && columns.every(({ key }, n) => key === order[n])) return null;
  const always = new Set(columns.filter((column) => column.always).map(({ key }) => key));
  return order.filter((key) => always.has(key) || !off.has(key));
};

/**
 * What was asked, without what is no part of it.
 * @param {Asked} asked
 * @returns {Asked & { sort: string | null, near: boolean }}
 */
export const cleaned = (asked) => {
  if (asked.kind === "list") return { ...asked, sort: null, near: false };
  const given = new URLSearchParams(asked.query);
  const kept = asked.kind === "selection" ? filtersOf(asked.query) : new URLSearchParams(given);
  kept.delete("lang");
  const near = asked.kind === "selection" && given.has("near");
  return { ...asked, query: queryOf(kept), sort: given.get("order"), near };
};

/**
 * A file speaks the language of the page that it leaves; French says nothing.
 * @param {Asked} asked
 * @param {string} language
 */
export const parametersOf = (asked, language) => {
  const params = new URLSearchParams(asked.kind === "list" ? "" : asked.query);
  if (language !== "fr") params.set("lang", language);
  return params;
};

/**
 * What is sent with the question, for a list alone: never its notes.
 * @param {Asked} asked
 */
export const bodyOf = (asked) => {
  if (asked.kind !== "list") return null;
  const lines = asked.lines.map(({ id, status, checked_on }) => ({
    id,
    status: status || null,
    checked_on: checked_on || null,
  }));
  return { title: asked.title, lines };
};

const PATHS = { selection: `${API}.`, partners: `${API}/partners.`, list: `${API}/list.` };

/**
 * The formats that are fetched one after the other: the one chosen, then those that hold the list.
 * @param {About} about
 * @param {Pick<Choice, "format" | "also" | "rows">} choice
 */
export const formatsAsked = (about, { format, also, rows }) => [
  format,
  ...[...also].filter((code) => code !== format && refusedAbove(about, rows, code) === null),
];

/**
 * The address of the file that the choices ask for.
 * @param {Asked} asked
 * @param {Pick<Choice, "format" | "rows" | "sort" | "order" | "off">} choice
 * @param {Column[]} columns
 * @param {string} language
 */
export const fileAddress = (asked, choice, columns, language) => {
  const params = parametersOf(asked, language);
  if (asked.kind === "selection") {
    params.set("order", choice.sort);
    params.set("rows", choice.rows);
  }
  const kept = keptColumns(columns, choice);
  if (kept) params.set("columns", kept.join(","));
  return `${PATHS[asked.kind]}${choice.format}?${queryOf(params)}`;
};

/**
 * How many rows a format takes at most, when that is fewer than there are; else null.
 * @param {About} about
 * @param {string} rows
 * @param {string} format
 */
export const refusedAbove = (about, rows, format) => {
  const most = about.most_rows[format];
  return most && about.per[rows].rows > most ? most : null;
};

/**
 * What is kept for next time.
 * @param {Remembered} before
 * @param {Pick<Choice, "format" | "rows" | "order" | "off">} choice
 * @param {string} key of the columns: kind of export and of row
 * @returns {Remembered}
 */
export const toRemember = (before, { format, rows, order, off }, key) => ({
  v: 1,
  format,
  rows,
  columns: { ...before.columns, [key]: { order, off: [...off] } },
});

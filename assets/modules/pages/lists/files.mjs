/* Lists as files, made and read by the browser alone: JSON to keep, CSV for a spreadsheet. */

import { csvOf, fileName } from "../../base/files.mjs";
import { save } from "../../base/leaving.mjs";
import { cleanLists, newId } from "./model.mjs";
import { nameOf } from "./rows.mjs";
import { pageWords } from "./words.mjs";

/** @import { List } from "./model.mjs" */
/** @import { Row } from "./rows.mjs" */

const MOST_BYTES = 20_000_000;

/** Why a file gives no list; each is the name of the sentence to tell. */
export class FileError extends Error {
  /** @param {"fileTooLarge" | "fileNotList" | "fileNewer"} sentence */
  constructor(sentence) {
    super(sentence);
    this.sentence = sentence;
  }
}

/**
 * One list or several, with notes, as a file that `readLists` takes back.
 * @param {List[]} several
 * @param {string} name
 */
export const saveAsJson = (several, name) => {
  const content = JSON.stringify({ v: 1, lists: several }, null, 2);
  save(content, fileName(name, "json"), "application/json");
};

/**
 * The lists of a JSON file, each with a new id.
 * @param {{ size: number, text(): Promise<string> }} file
 * @returns {Promise<List[]>}
 * @throws {FileError} it holds none
 */
export const readLists = async (file) => {
  if (file.size > MOST_BYTES) throw new FileError("fileTooLarge");
  let value = null;
  try {
    value = JSON.parse(await file.text());
  } catch {
    throw new FileError("fileNotList");
  }
  if (!value || !Array.isArray(value.lists)) throw new FileError("fileNotList");
  if (value.v !== 1) throw new FileError("fileNewer");
  const read = cleanLists(value.lists);
  if (!read.length) throw new FileError("fileNotList");
  return read.map((list) => ({ ...list, id: newId() }));
};

/** @param {string} id */
const sheet = (id) => `${window.location.origin}/?organisation=${encodeURIComponent(id)}`;

/**
 * @param {Row} row
 * @param {number} index
 */
const cells = (row, index) => {
  const { line, facts, distance_km } = row;
  const words = pageWords();
  return [
    index + 1,
    nameOf(row),
    facts ? facts.what : words.gone,
    facts ? facts.sectors || words.noSectors : "",
    facts?.address,
    facts?.postcode,
    facts?.commune,
    facts?.department,
    facts?.phone,
    facts?.website,
    facts?.siret,
    distance_km === null ? "" : Math.round(distance_km * 10) / 10,
    line.status ? words.statuses[line.status] : "",
    line.checked_on,
    line.note,
    facts?.source,
    facts?.vintage,
    facts?.id || line.id,
    sheet(facts?.id || line.id),
  ];
};

/**
 * The rows as a table with notes.
 * @param {Row[]} rows
 * @param {List} list
 */
export const saveAsCsv = (rows, list) =>
  save(
    csvOf([pageWords().columns, ...rows.map(cells)]),
    fileName(list.name, "csv"),
    "text/csv;charset=utf-8",
  );

/* Asking the directory: a file read, rows matched piece by piece, what the directory adds. */

import { held, refusal, sent } from "../../base/answers.mjs";

/** @import { Report } from "./report.mjs" */
/** @import { ReadList, ReadRow, Said } from "./rows.mjs" */
/** @typedef {{ columns: Record<string, string>, every: boolean, communes: Map<number, string> }} Asked the column of each field, empty for none; whether unlikely candidates are wanted; the communes that were chosen by line */
/** @typedef {(told: string) => void} Waiting hears that the server asks to wait */

const PIECE = 500;
/* The column of a chosen commune: no list has it. */
const CHOSEN = "\u0000commune";
const MOST_ADDS = 2000;

/** @param {number} seconds @param {AbortSignal} signal @returns {Promise<void>} */
const pause = (seconds, signal) =>
  new Promise((resolve, reject) => {
    const stop = () => {
      window.clearTimeout(timer);
      reject(new DOMException("", "AbortError"));
    };
    const timer = window.setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, seconds * 1000);
    signal.addEventListener("abort", stop, { once: true });
  });

/**
 * Ask; when the server has had enough for now, say so and ask again in its time.
 * @param {string} address
 * @param {RequestInit} request
 * @param {AbortSignal} signal
 * @param {Waiting} waiting
 */
const asked = async (address, request, signal, waiting) => {
  for (;;) {
    const answer = await fetch(address, { method: "POST", ...request, signal });
    if (answer.status !== 429) return held(answer);
    waiting(await refusal(answer));
    await pause(Number(answer.headers.get("Retry-After")) || 5, signal);
  }
};

/**
 * A file read: its columns, what they are understood as, its rows, the sheets of a workbook.
 * @param {File} file
 * @param {string} sheet empty for the first one
 * @param {AbortSignal} signal
 * @param {Waiting} waiting
 * @returns {Promise<ReadList>}
 */
export const readFile = (file, sheet, signal, waiting) => {
  const form = new FormData();
  form.append("file", file, file.name);
  if (sheet) form.append("sheet", sheet);
  return asked("/api/v1/match/read", { body: form }, signal, waiting);
};

/**
 * Match rows piece by piece; `told` after each, with what was said by line and its report.
 * @param {Pick<ReadList, "columns" | "rows">} list
 * @param {Asked} how
 * @param {AbortSignal} signal
 * @param {Waiting} waiting
 * @param {(rows: ReadRow[], said: Map<number, Said>, report: Report | null) => void} told
 */
export const matchRows = async (list, how, signal, waiting, told) => {
  const columns = how.communes.size ? { ...how.columns, commune_code: CHOSEN } : how.columns;
  const address = `/api/v1/match${how.every ? "?candidates=all" : ""}`;
  const code = list.columns.indexOf(how.columns.commune_code ?? "");
  for (let start = 0; start < list.rows.length; start += PIECE) {
    const piece = list.rows.slice(start, start + PIECE);
    const whole = piece.filter((row) => row.whole);
    /** @type {{ rows: (Said & { line: number })[], report: Report | null }} */
    let answer = { rows: [], report: null };
    if (whole.length) {
      const rows = whole.map(({ cells, line }) => ({
        ...Object.fromEntries(list.columns.map((column, n) => [column, cells[n]])),
        ...(how.communes.size ? { [CHOSEN]: how.communes.get(line) ?? cells[code] ?? "" } : {}),
      }));
      const body = { rows, columns, lines: whole.map((row) => row.line) };
      answer = await asked(address, sent(body), signal, waiting);
    }
    told(piece, new Map(answer.rows.map((one) => [one.line, one])), answer.report);
  }
};

/**
 * What the directory adds to the organisations of a list.
 * @param {string[]} ids
 */
export const askAdds = async (ids) =>
  held(await fetch("/api/v1/match/adds", sent({ ids: ids.slice(0, MOST_ADDS) })));

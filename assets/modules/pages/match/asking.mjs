/* Asking the directory: a file read, rows matched piece by piece, what the directory adds. */

import { held, refusal, sent } from "../../base/answers.mjs";

/** @import { ReadList, ReadRow, Said } from "./rows.mjs" */
/** @typedef {(told: string) => void} Waiting hears that the server asks to wait */

const PIECE = 500;
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
 * Match rows piece by piece; `told` after each, with what was said by line.
 * @param {{ columns: string[], rows: ReadRow[] }} list
 * @param {Record<string, string>} columns the column of each field, empty for none
 * @param {AbortSignal} signal
 * @param {Waiting} waiting
 * @param {(rows: ReadRow[], said: Map<number, Said>) => void} told
 */
export const matchRows = async (list, columns, signal, waiting, told) => {
  for (let start = 0; start < list.rows.length; start += PIECE) {
    const piece = list.rows.slice(start, start + PIECE);
    const whole = piece.filter((row) => row.whole);
    /** @type {(Said & { line: number })[]} */
    let answers = [];
    if (whole.length) {
      const rows = whole.map(({ cells }) =>
        Object.fromEntries(list.columns.map((column, n) => [column, cells[n]])),
      );
      const body = { rows, columns, lines: whole.map((row) => row.line) };
      answers = (await asked("/api/v1/match", sent(body), signal, waiting)).rows;
    }
    told(piece, new Map(answers.map((one) => [one.line, one])));
  }
};

/**
 * What the directory adds to the organisations of a list.
 * @param {string[]} ids
 */
export const askAdds = async (ids) =>
  held(await fetch("/api/v1/match/adds", sent({ ids: ids.slice(0, MOST_ADDS) })));

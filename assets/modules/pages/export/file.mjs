/* A file fetched as it is made: how much has come, cancelled at any time, told when it fails. */

import { problemOf, refusal, sent, wasStopped } from "../../base/answers.mjs";
import { make } from "../../base/elements.mjs";
import { save } from "../../base/leaving.mjs";
import { decimal, number, say } from "../../base/texts.mjs";

/** @typedef {{ address: string, body: object | null, rows: number }} Request */
/** @typedef {ClientTexts["export"]} Words */

const STEP_MS = 150;
const LINE_BREAK = 10;
/** @type {AbortController | null} */
let running = null;

/**
 * A size in words.
 * @param {number} bytes
 * @param {Pick<Words, "kilobytes" | "megabytes">} t
 */
export const sizeInWords = (bytes, t) => {
  const mega = bytes / 1e6;
  if (mega < 0.1) return say(t.kilobytes, { n: Math.max(1, Math.round(bytes / 1e3)) });
  return say(t.megabytes, { n: decimal(mega, mega < 10 ? 1 : 0, 0) });
};

/**
 * The name that an answer gives to its file.
 * @param {string | null} disposition
 */
export const fileNameOf = (disposition) =>
  /filename="([^"]+)"/.exec(disposition || "")?.[1] || "export";

/* In these two each row ends with a line break, so that rows can be counted as they come. */
/** @param {string} address */
const countable = (address) => /\.(csv|geojson)\?/.test(address);

/** @param {Uint8Array} bytes */
const linesIn = (bytes) => bytes.reduce((lines, byte) => lines + (byte === LINE_BREAK ? 1 : 0), 0);

export const exportRunning = () => running !== null;
export const cancelExport = () => running?.abort();

/** @param {Request} request @param {AbortSignal} signal */
const ask = async ({ address, body }, signal) => {
  const response = await fetch(address, { ...(body ? sent(body) : {}), signal });
  if (response.ok) return response;
  throw new Error((await refusal(response)) || String(response.status));
};

/**
 * @param {Response} response
 * @param {Request} request
 * @param {(bytes: number, lines: number) => void} show
 */
const read = async (response, request, show) => {
  if (!response.body) return response.blob();
  const reader = response.body.getReader();
  const parts = [];
  let [bytes, lines, told] = [0, 0, 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts, { type: response.headers.get("content-type") || "" });
    parts.push(value);
    bytes += value.length;
    if (countable(request.address)) lines += linesIn(value);
    if (performance.now() - told > STEP_MS) {
      told = performance.now();
      show(bytes, Math.min(lines, request.rows));
    }
  }
};

/**
 * Fetch the file into a download; `settle(true)` while it comes, `settle(false)` after. It answers
 * with the name and the size of what came, null where nothing did.
 * @param {HTMLElement} place where its progress is told
 * @param {Request} request
 * @param {Words} t
 * @param {(running: boolean) => void} settle
 */
export const fetchExport = async (place, request, t, settle) => {
  if (running) return null;
  running = new AbortController();
  const bar = make("progress", { "aria-label": t.progress });
  const told = make("p", { role: "status" }, t.preparing);
  place.replaceChildren(bar, told);
  settle(true);
  /** @param {number} bytes @param {number} lines */
  const show = (bytes, lines) => {
    if (lines) Object.assign(bar, { max: request.rows || 1, value: lines });
    const values = { size: sizeInWords(bytes, t), n: number(lines), total: number(request.rows) };
    told.textContent = say(lines ? t.cameLines : t.came, values);
  };
  try {
    const response = await ask(request, running.signal);
    const blob = await read(response, request, show);
    const name = fileNameOf(response.headers.get("content-disposition"));
    save(blob, name);
    const size = sizeInWords(blob.size, t);
    told.textContent = say(t.ready, { name, size });
    return { name, size };
  } catch (error) {
    if (!wasStopped(error)) told.setAttribute("role", "alert");
    told.textContent = wasStopped(error) ? t.cancelled : problemOf(error);
    return null;
  } finally {
    running = null;
    bar.remove();
    settle(false);
  }
};

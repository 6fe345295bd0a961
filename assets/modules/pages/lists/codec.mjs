/* A list inside a link: after the #, which browsers never send, compressed where they can.
   `#l=1.…` is deflate then base64url, `#l=0.…` base64url alone; a new form takes a new number. */

import { cleanList, MOST_LINES, STATUSES } from "./model.mjs";

/** @import { Line, List } from "./model.mjs" */

export const PREFIX = "#l=";
const MOST_CHARACTERS = 2_000_000;
const MOST_BYTES = 8_000_000;
/* Beyond it mail and chat programs begin to cut links. */
export const LONG = 8000;

/** Why a link gives no list; each is the name of the sentence to tell. */
export class LinkError extends Error {
  /** @param {"linkBroken" | "linkNewer" | "linkNoStream"} sentence */
  constructor(sentence) {
    super(sentence);
    this.sentence = sentence;
  }
}

/** @param {Uint8Array} bytes */
const base64 = (bytes) => {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
};

/** @param {string} text */
const bytesOf = (text) => {
  if (!/^[\w-]+$/.test(text)) throw new LinkError("linkBroken");
  const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
};

/**
 * Bytes through a stream; more than `MOST_BYTES` is refused on the way.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {CompressionStream | DecompressionStream} stream
 */
const through = async (bytes, stream) => {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > MOST_BYTES) {
      reader.cancel().catch(() => {});
      throw new LinkError("linkBroken");
    }
    parts.push(value);
  }
};

/** Whether this browser can make links short. */
export const canCompress = () =>
  "CompressionStream" in globalThis && "DecompressionStream" in globalThis;

/** @param {Line} line @param {boolean} notes */
const packedLine = (line, notes) => {
  const status = line.status ? STATUSES.indexOf(line.status) : -1;
  /** @type {(string | number | Line["answers"])[]} */
  const packed = [line.id, line.name, status];
  if (notes) packed.push(line.note, line.checked_on || "", line.answers || "");
  while (packed.length > 2 && (packed.at(-1) === "" || packed.at(-1) === -1)) packed.pop();
  return packed;
};

/**
 * Names and ids, order, status; notes, dates, proofs and answers only when asked.
 * @param {List} list
 * @param {boolean} notes
 */
export const packed = (list, notes) => [
  list.name,
  list.created_on,
  list.lines.map((line) => packedLine(line, notes)),
  ...(notes && list.ptce ? [list.ptce] : []),
];

/**
 * The list of what `packed` makes, whatever became of it on the way.
 * @param {unknown} value
 * @returns {List}
 */
export const unpacked = (value) => {
  if (!Array.isArray(value) || !Array.isArray(value[2])) throw new LinkError("linkBroken");
  const [name, created_on, lines, ptce] = value;
  if (lines.length > MOST_LINES || !lines.every(Array.isArray)) throw new LinkError("linkBroken");
  const list = cleanList({
    name,
    created_on,
    ptce,
    lines: lines.map(([id, called, status, note, checked_on, answers]) => ({
      id,
      name: called,
      note,
      checked_on,
      answers,
      status: STATUSES[status],
    })),
  });
  if (!list) throw new LinkError("linkBroken");
  return list;
};

/**
 * The fragment that carries a list; `notes` puts notes and dates in it.
 * @param {List} list
 * @param {{ notes?: boolean, compressed?: boolean }} [options]
 */
export const fragmentOf = async (list, { notes = false, compressed = canCompress() } = {}) => {
  const bytes = new TextEncoder().encode(JSON.stringify(packed(list, notes)));
  const kept = compressed ? await through(bytes, new CompressionStream("deflate-raw")) : bytes;
  return `${PREFIX}${compressed ? 1 : 0}.${base64(kept)}`;
};

/**
 * The list that a fragment carries.
 * @param {string} hash
 * @returns {Promise<List>}
 * @throws {LinkError} it carries none
 */
export const listOfFragment = async (hash) => {
  const [version, data] = hash.slice(PREFIX.length).split(".");
  if (/^\d+$/.test(version) && Number(version) > 1 && data) throw new LinkError("linkNewer");
  if (!["0", "1"].includes(version) || !data || hash.length > MOST_CHARACTERS) {
    throw new LinkError("linkBroken");
  }
  if (version === "1" && !canCompress()) throw new LinkError("linkNoStream");
  try {
    const bytes = bytesOf(data);
    const plain =
      version === "1" ? await through(bytes, new DecompressionStream("deflate-raw")) : bytes;
    return unpacked(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain)));
  } catch {
    throw new LinkError("linkBroken");
  }
};

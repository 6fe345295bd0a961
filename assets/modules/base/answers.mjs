/* Answers of the API: what they hold, or the sentence that says why they hold nothing. */

import { language, say, texts } from "./texts.mjs";

/** @typedef {import("../../../types/api").components["schemas"]} Schemas what the API answers, by its own document */

/** Answers of a server that has too much to do, which it tells in French. */
const BUSY = new Set([429, 503]);
const SOON = "30";

/**
 * The sentence of an answer that refuses; that of a busy server in the language of the page.
 * @param {Response} answer
 * @returns {Promise<string>}
 */
export const refusal = async (answer) => {
  if (BUSY.has(answer.status) && language() !== "fr") {
    const told = say(texts().busy, { n: Number(answer.headers.get("Retry-After") || SOON) });
    if (told) return told;
  }
  try {
    return (await answer.json()).detail || "";
  } catch {
    return "";
  }
};

/**
 * What an answer holds; a refusal is an error that carries the server's sentence.
 * @param {Response} answer
 */
export const held = async (answer) => {
  if (answer.ok) return answer.json();
  throw new Error((await refusal(answer)) || String(answer.status));
};

/** @type {Map<string, Promise<any>>} */
const asked = new Map();

/**
 * What the answer of an address holds, asked for once a page; one that failed may be asked again.
 * @param {string} address
 * @returns {Promise<any>}
 */
export const heldOnce = (address) => {
  const known = asked.get(address);
  if (known) return known;
  const answer = fetch(address).then(held);
  asked.set(address, answer);
  answer.catch(() => asked.delete(address));
  return answer;
};

/**
 * What is sent with a question: its body, as JSON.
 * @param {unknown} body
 * @returns {RequestInit}
 */
export const sent = (body) => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

/**
 * What went wrong, for people: a lost network has no sentence of its own.
 * @param {unknown} error
 * @param {string} [offline] the sentence for a lost network
 */
export const problemOf = (error, offline = texts().lost) =>
  error instanceof TypeError || !(error instanceof Error) || !error.message
    ? offline
    : error.message;

/** @param {unknown} error */
export const wasStopped = (error) => error instanceof DOMException && error.name === "AbortError";

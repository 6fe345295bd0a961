/* À relire: proposals one after the other, decided by button or key; the server keeps the answers. */

import { field, find } from "../../base/dom.mjs";
import { say as filled, written } from "../../base/texts.mjs";
import { operatorRoom } from "../operator/room.mjs";
import { drawn, isTyped } from "./drawing.mjs";

/** @import { Acts, Answer, Outcome, Reviewed } from "./drawing.mjs" */

const PATH = "/review";
const WAITING = "waiting";
/** @type {Answer | null} */
let answer = null;
/** @type {Reviewed | null} */
let last = null;
let shown = WAITING;
let at = 0;

const { page, say, ask, once, show, open, keysOn, setKeys, letter } = operatorRoom("review", {
  kept: "territorial-map.review-keys",
  usually: false,
  stale: () => load(true),
});
/** @returns {ReviewWords} */
const words = () => written(page(), "words");

/** @param {boolean} focus whether the proposal takes it */
const draw = (focus) => {
  if (!answer || !page()) return;
  show(drawn({ answer, shown, at, last, words: words(), keys: keysOn(), acts }), focus);
};

/** @param {boolean} focus */
const load = async (focus) => {
  const told = await ask(`${PATH}?state=${shown}`);
  if (!told || !page()) return;
  answer = told;
  at = Math.min(at, Math.max(0, told.proposals.length - 1));
  draw(focus);
};

/** @param {string} selector */
const typedIn = (selector) => (find(selector) ? field(selector).value.trim() : "");

/**
 * Send a decision; what the server answers is the proposal as it stands then.
 * @param {Reviewed} one
 * @param {Outcome} outcome
 */
const send = async (one, outcome) => {
  const value = outcome === "accepted" && isTyped(one) ? typedIn("#review-value") : "";
  const body = {
    outcome,
    seen: one.decisions.length,
    value: value === one.contribution.value ? "" : value,
    sentence: outcome === "undone" ? "" : typedIn("#review-sentence"),
  };
  const path = `${PATH}/${encodeURIComponent(one.contribution.id)}/decisions`;
  /** @type {Reviewed | null} */
  const kept = await ask(path, "POST", body);
  if (!kept) return;
  last = outcome === "undone" ? null : kept;
  await load(true);
  say(filled(words().done, { outcome: words().outcomes[outcome].toLowerCase() }));
};

/** @param {Outcome} outcome */
const decide = (outcome) =>
  once(async () => {
    const one = answer?.proposals[at];
    if (!one) return;
    if (["refused", "asked"].includes(outcome) && !typedIn("#review-sentence")) {
      say(words().needed);
      field("#review-sentence").focus();
      return;
    }
    await send(one, outcome);
  });

const next = () => {
  if (!answer?.proposals.length) return;
  at = (at + 1) % answer.proposals.length;
  draw(true);
};

const undoLast = () =>
  once(async () => {
    if (last) await send(last, "undone");
  });

/** @type {Acts} */
const acts = {
  decide,
  next,
  undoLast,
  show: (state) =>
    once(async () => {
      shown = state;
      at = 0;
      say("");
      await load(true);
    }),
  setKeys: (on) => setKeys(on, () => draw(false)),
};

/** Ask for the proposals of the page that was drawn. */
export const openReview = () => open(() => load(false));

/** @type {Record<string, () => void>} */
const BY_KEY = {
  a: () => decide("accepted"),
  r: () => decide("refused"),
  d: () => decide("asked"),
  s: next,
  u: undoLast,
};

/**
 * One key for each answer, unless something is being typed; off until they are asked for.
 * @param {KeyboardEvent} event
 */
export const pressKey = (event) => {
  const key = answer ? letter(event) : "";
  const act = BY_KEY[key];
  if (!act) return;
  if (shown !== WAITING && shown !== "asked" && "ard".includes(key)) return;
  act();
  event.preventDefault();
};

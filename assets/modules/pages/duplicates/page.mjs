/* Doublons: pairs side by side, decided by button or key; the answers are kept by the server. */

import { refusal } from "../../base/answers.mjs";
import { field, find, nearest, the } from "../../base/dom.mjs";
import { keepText, keptText } from "../../base/kept.mjs";
import { written } from "../../base/texts.mjs";
import { askAsOperator, isOperator } from "../operator/mode.mjs";
import { drawn } from "./drawing.mjs";
import { broughtBack, decided, postponed, queueOf, takenUp } from "./queue.mjs";

/** @import { Acts } from "./drawing.mjs" */
/** @import { Queue, Twins } from "./queue.mjs" */

const KEYS = "territorial-map.duplicate-keys";
const PATH = "/duplicates";
/** @type {Queue | null} */
let state = null;
let busy = false;

const page = () => find(".twins");
/** @returns {DuplicateWords} */
const words = () => written(page(), "words");

/** @param {string} text */
const say = (text) => {
  const place = find(".twins .twins-said");
  if (place) place.textContent = text;
};

const keysOn = () => keptText(KEYS) !== "off";

const close = () => {
  the(".twins-closed").hidden = false;
  the(".twins-room").hidden = true;
  say("");
};

/**
 * The answer of the server, or null when it gave none; a refused secret closes the page.
 * @param {string} path
 * @param {string} [method]
 * @param {object} [body]
 */
const ask = async (path, method, body) => {
  try {
    const answer = await askAsOperator(path, method, body);
    if (answer.ok) return await answer.json();
    if (answer.status !== 403) say((await refusal(answer)) || words().lost);
    else if (page()) close();
  } catch {
    say(words().lost);
  }
  return null;
};

/** @param {Twins} pair */
const idsOf = ({ a, b }) => ({ a_id: a.id, b_id: b.id });

/**
 * One question to the server at a time.
 * @param {() => Promise<unknown>} act
 */
const once = async (act) => {
  if (busy) return;
  busy = true;
  try {
    await act();
  } finally {
    busy = false;
  }
};

/** @param {"same" | "different"} verdict */
const decide = (verdict) =>
  once(async () => {
    const pair = state?.queue[0];
    if (!state || !pair) return;
    if (!(await ask(`${PATH}/verdicts`, "POST", { ...idsOf(pair), verdict }))) return;
    decided(state, pair, verdict);
    draw(true);
    say(verdict === "same" ? words().keptSame : words().keptDifferent);
  });

const postpone = () => {
  const pair = state?.queue[0];
  if (!state || !pair) return;
  postponed(state, pair);
  draw(true);
  say(words().setLater);
};

/** @param {Twins} pair */
const takeBack = (pair) =>
  once(async () => {
    if (!state) return;
    if (pair.verdict && !(await ask(`${PATH}/verdicts`, "DELETE", idsOf(pair)))) return;
    broughtBack(state, pair);
    draw(true);
    say(words().undone);
  });

const undo = () => {
  if (state?.undo) takeBack(state.undo.pair);
};

/** @type {Acts} */
const acts = {
  same: () => decide("same"),
  different: () => decide("different"),
  later: postpone,
  undo,
  takeBack,
  again: () => {
    if (state) takenUp(state);
    draw(true);
  },
  setKeys: (on) => {
    keepText(KEYS, on ? "on" : "off");
    draw(false);
    field(".twins-keys input").focus();
  },
};

/** @param {boolean} focus whether the question takes it */
const draw = (focus) => {
  const room = find(".twins .twins-room");
  if (!room || !state) return;
  const unfolded = find(".twins-decided[open]", room) !== null;
  room.replaceChildren(...drawn({ state, words: words(), keys: keysOn(), acts }, unfolded));
  room.hidden = false;
  if (!focus) return;
  const question = the("h3", room);
  question.focus({ preventScroll: true });
  question.scrollIntoView({ block: "nearest" });
};

/** Ask for the pairs of the page that was drawn. */
export const openDuplicates = async () => {
  if (!page()) return;
  if (!isOperator()) {
    close();
    return;
  }
  const told = await ask(PATH);
  if (!told || !page()) return;
  state = queueOf(told.pairs);
  the(".twins-closed").hidden = true;
  draw(false);
};

/** @type {Record<string, () => void>} */
const BY_KEY = { s: acts.same, d: acts.different, l: postpone, u: undo };

/**
 * One key for each answer, unless something is being typed.
 * @param {KeyboardEvent} event
 */
export const pressKey = (event) => {
  const typing = nearest(event.target, "input:not([type=checkbox]), textarea, select");
  if (!page() || !state || !keysOn() || typing) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const act = BY_KEY[event.key.toLowerCase()];
  if (!act || the(".twins-room").hidden) return;
  act();
  event.preventDefault();
};

/* Doublons: pairs side by side, decided by button or key; the answers are kept by the server. */

import { find } from "../../base/dom.mjs";
import { written } from "../../base/texts.mjs";
import { operatorRoom } from "../operator/room.mjs";
import { drawn } from "./drawing.mjs";
import { broughtBack, decided, postponed, queueOf, takenUp } from "./queue.mjs";

/** @import { Acts } from "./drawing.mjs" */
/** @import { Queue, Twins } from "./queue.mjs" */

const PATH = "/duplicates";
/** @type {Queue | null} */
let state = null;

const { page, say, ask, once, show, open, keysOn, setKeys, letter } = operatorRoom("twins", {
  kept: "territorial-map.duplicate-keys",
  usually: true,
});
/** @returns {DuplicateWords} */
const words = () => written(page(), "words");

/** @param {Twins} pair */
const idsOf = ({ a, b }) => ({ a_id: a.id, b_id: b.id });

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
  setKeys: (on) => setKeys(on, () => draw(false)),
};

/** @param {boolean} focus whether the question takes it */
const draw = (focus) => {
  if (!state || !page()) return;
  const unfolded = find(".twins-decided[open]") !== null;
  show(drawn({ state, words: words(), keys: keysOn(), acts }, unfolded), focus);
};

const load = async () => {
  const told = await ask(PATH);
  if (!told || !page()) return;
  state = queueOf(told.pairs);
  draw(false);
};

/** Ask for the pairs of the page that was drawn. */
export const openDuplicates = () => open(load);

/** @type {Record<string, () => void>} */
const BY_KEY = { s: acts.same, d: acts.different, l: postpone, u: undo };

/**
 * One key for each answer, unless something is being typed.
 * @param {KeyboardEvent} event
 */
export const pressKey = (event) => {
  const act = BY_KEY[state ? letter(event) : ""];
  if (!act) return;
  act();
  event.preventDefault();
};

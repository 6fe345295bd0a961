/* The pairs to decide, those set aside for later, those decided, and the last step. Pure. */

/** @import { Schemas } from "../../base/answers.mjs" */
/** @typedef {Schemas["Named"]} Side */
/** @typedef {Schemas["FieldLine"]} Compared */
/** @typedef {Schemas["DoubtAnswer"]} Twins */
/** @typedef {Schemas["DuplicateVerdict"]} Verdict */
/** @typedef {{ pair: Twins, verdict: Verdict | null }} Step */
/** @typedef {{ queue: Twins[], later: Twins[], decided: Twins[], undo: Step | null }} Queue */

/**
 * @param {Twins[]} pairs
 * @returns {Queue}
 */
export const queueOf = (pairs) => ({
  queue: pairs.filter((pair) => !pair.verdict),
  decided: pairs.filter((pair) => pair.verdict),
  later: [],
  undo: null,
});

/** @param {Queue} state */
export const remaining = (state) => state.queue.length + state.later.length;

/**
 * A pair got its verdict.
 * @param {Queue} state
 * @param {Twins} pair
 * @param {Verdict} verdict
 */
export const decided = (state, pair, verdict) => {
  pair.verdict = verdict;
  state.queue = state.queue.filter((other) => other !== pair);
  state.decided.push(pair);
  state.undo = { pair, verdict };
};

/**
 * A pair waits for the others.
 * @param {Queue} state
 * @param {Twins} pair
 */
export const postponed = (state, pair) => {
  state.queue = state.queue.filter((other) => other !== pair);
  state.later.push(pair);
  state.undo = { pair, verdict: null };
};

/**
 * A pair is the next to decide again, its verdict forgotten.
 * @param {Queue} state
 * @param {Twins} pair
 */
export const broughtBack = (state, pair) => {
  pair.verdict = null;
  state.decided = state.decided.filter((other) => other !== pair);
  state.later = state.later.filter((other) => other !== pair);
  state.queue.unshift(pair);
  if (state.undo?.pair === pair) state.undo = null;
};

/**
 * Those set aside are to decide now.
 * @param {Queue} state
 */
export const takenUp = (state) => {
  state.queue = state.later;
  state.later = [];
  state.undo = null;
};

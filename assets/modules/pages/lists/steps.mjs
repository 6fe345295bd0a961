/* Steps to undo and redo. Each holds what its lists were and became, so that a step made here is
   never applied over what another tab did since. Pure functions. */

/** @import { List } from "./model.mjs" */
/** @typedef {{ id: string, at: number, before: List | null, after: List | null }} Change */
/** @typedef {{ words: string, changes: Change[] }} Step */
/** @typedef {{ past: Step[], future: Step[] }} Steps */

const MOST_STEPS = 100;

/** @param {unknown} a @param {unknown} b */
const same = (a, b) => JSON.stringify(a || null) === JSON.stringify(b || null);

/**
 * What became of each list.
 * @param {List[]} before
 * @param {List[]} after
 * @returns {Change[]}
 */
export const differences = (before, after) => {
  const ids = [...new Set([...before, ...after].map((list) => list.id))];
  return ids
    .map((id) => ({
      id,
      at: Math.max(...[before, after].map((lists) => lists.findIndex((one) => one.id === id))),
      before: before.find((one) => one.id === id) || null,
      after: after.find((one) => one.id === id) || null,
    }))
    .filter((one) => !same(one.before, one.after));
};

/**
 * A change becomes a step; one that is `joined` to the last step makes one step with it.
 * @param {Steps} steps
 * @param {string} words
 * @param {Change[]} changes
 * @param {Step | null} [joined]
 * @returns {Steps & { step: Step }}
 */
export const taken = (steps, words, changes, joined = null) => {
  const last = steps.past.at(-1);
  if (joined && last && joined === last && same(last.changes[0].after, changes[0].before)) {
    last.changes[0].after = changes[0].after;
    return { past: steps.past, future: [], step: last };
  }
  const step = { words, changes };
  return { past: [...steps.past, step].slice(-MOST_STEPS), future: [], step };
};

/**
 * The lists with those of a step put back to `to`; null when they are no longer as `from` says.
 * @param {List[]} lists
 * @param {Step} step
 * @param {"before" | "after"} from
 * @param {"before" | "after"} to
 * @returns {List[] | null}
 */
export const turned = (lists, step, from, to) => {
  const next = [...lists];
  /** @param {string} id */
  const here = (id) => next.findIndex((one) => one.id === id);
  if (step.changes.some((one) => !same(next[here(one.id)], one[from]))) return null;
  for (const change of step.changes) {
    const at = here(change.id);
    const list = change[to];
    if (!list) next.splice(at, 1);
    else if (at < 0) next.splice(change.at, 0, list);
    else next[at] = list;
  }
  return next;
};

/* Lists of organisations, kept in this browser alone: reading, changing, undoing, two tabs in step. */

import { keepText, keptText } from "../../base/kept.mjs";
import { cleanList, cleanLists, roomFor } from "./model.mjs";
import { differences, taken, turned } from "./steps.mjs";

/** @import { Line, List } from "./model.mjs" */
/** @import { Step, Steps } from "./steps.mjs" */
/** @typedef {"full" | "moved" | "unreadable"} Problem */
/** @typedef {{ problem?: Problem, changed?: string[], elsewhere?: boolean }} Told */
/** @typedef {{ added: number, already: number, refused: number, step: Step | null }} Outcome */

const KEY = "territorial-map.lists";
const SET_ASIDE = `${KEY}.unreadable`;
const EVENT = "territorial-map:lists";

/** @type {Steps} */
let steps = { past: [], future: [] };
/* What was read last, as long as the browser keeps the same text: nobody changes it in place. */
/** @type {{ kept: string | null, lists: List[] }} */
let latest = { kept: null, lists: [] };

/* What other code of the page asks to be told: failures in words, and every change. */
/** @param {Told} detail */
const tell = (detail) => window.dispatchEvent(new CustomEvent(EVENT, { detail }));
/**
 * @param {Problem} problem
 * @returns {null}
 */
const fail = (problem) => {
  tell({ problem });
  return null;
};

/** @param {(told: Told) => unknown} act */
export const onLists = (act) =>
  window.addEventListener(EVENT, (event) => {
    if (event instanceof CustomEvent) act(event.detail);
  });

/**
 * The lists of a text that this program wrote; null when it did not.
 * @param {string} kept
 */
const parsed = (kept) => {
  try {
    const value = JSON.parse(kept);
    return value.v === 1 && Array.isArray(value.lists) ? cleanLists(value.lists) : null;
  } catch {
    return null;
  }
};

/**
 * The lists kept; what cannot be read is set aside, never written over.
 * @returns {List[]}
 */
export const allLists = () => {
  const kept = keptText(KEY);
  if (!kept) return [];
  if (kept === latest.kept) return [...latest.lists];
  const lists = parsed(kept);
  if (lists) {
    latest = { kept, lists };
    return [...lists];
  }
  if (keepText(SET_ASIDE, kept)) keepText(KEY, "");
  window.setTimeout(() => fail("unreadable"), 0);
  return [];
};

/** @param {List[]} lists */
const write = (lists) => keepText(KEY, JSON.stringify({ v: 1, lists }));

/**
 * Change the lists. `act` receives a copy and changes it in place; `words` tell the step.
 * Answers the step, or null when nothing changed or the browser would not keep it. A change
 * `joined` to the last step makes one step with it.
 * @param {string} words
 * @param {(lists: List[]) => unknown} act
 * @param {Step | null} [joined]
 * @returns {Step | null}
 */
export const changeLists = (words, act, joined = null) => {
  const before = allLists();
  const after = structuredClone(before);
  act(after);
  const changes = differences(before, after);
  if (!changes.length) return null;
  if (!write(after)) return fail("full");
  const { step, ...next } = taken(steps, words, changes, joined);
  steps = next;
  tell({ changed: changes.map((one) => one.id) });
  return step;
};

/**
 * @param {Step} step
 * @param {"before" | "after"} from
 * @param {"before" | "after"} to
 */
const turn = (step, from, to) => {
  const lists = turned(allLists(), step, from, to);
  if (!lists) return fail("moved");
  if (!write(lists)) return fail("full");
  tell({ changed: step.changes.map((one) => one.id) });
  return step;
};

/**
 * Undo a step, the last one unless another is named; null when it could not be.
 * @param {Step} [step]
 */
export const undoStep = (step = steps.past.at(-1)) => {
  if (!step) return null;
  steps = { ...steps, past: steps.past.filter((one) => one !== step) };
  const done = turn(step, "after", "before");
  if (done) steps = { ...steps, future: [...steps.future, step] };
  return done;
};

/** Do again the step undone last; null when it could not be. */
export const redoStep = () => {
  const step = steps.future.at(-1);
  if (!step) return null;
  steps = { ...steps, future: steps.future.slice(0, -1) };
  const done = turn(step, "before", "after");
  if (done) steps = { ...steps, past: [...steps.past, step] };
  return done;
};

/** The steps that undoing and redoing would take. */
export const nextSteps = () => ({
  undo: steps.past.at(-1) || null,
  redo: steps.future.at(-1) || null,
});

/** @param {string} id */
export const listOf = (id) => allLists().find((list) => list.id === id) || null;

/**
 * Change one list in place.
 * @param {string} id
 * @param {string} words
 * @param {(list: List) => unknown} act
 * @param {Step | null} [joined]
 */
export const editList = (id, words, act, joined) =>
  changeLists(
    words,
    (lists) => {
      const list = lists.find((one) => one.id === id);
      if (list) act(list);
    },
    joined,
  );

/**
 * A new list; answers it, or null when the browser would not keep it.
 * @param {string} name
 * @param {Partial<Line>[]} lines
 * @param {string} words
 */
export const createList = (name, lines, words) => {
  const list = cleanList({ name, lines });
  const step = list && changeLists(words, (lists) => lists.push(list));
  return step && { list, step };
};

/**
 * Add lines at the end of a list: how many came in, were there already, found no room.
 * @param {string} id
 * @param {Partial<Line>[]} lines
 * @param {string} words
 * @returns {Outcome | null}
 */
export const putLines = (id, lines, words) => {
  const list = listOf(id);
  if (!list) return null;
  const { coming, ...counts } = roomFor(list.lines, lines);
  const step = coming.length ? editList(id, words, (one) => one.lines.push(...coming)) : null;
  return coming.length && !step ? null : { ...counts, step };
};

/** Hear what other tabs change. */
export const startStore = () =>
  window.addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) tell({ elsewhere: true });
  });

/* What the owner of a list can do with its lines; every act is a step to undo. */

import { moved } from "../../base/order.mjs";
import { say } from "../../base/texts.mjs";
import { offerUndo } from "../../base/undo.mjs";
import { followed } from "./model.mjs";
import { editList, listOf, undoStep } from "./store.mjs";
import { pageWords } from "./words.mjs";

/** @import { Orderable } from "../../base/reordering.mjs" */
/** @import { Line, List } from "./model.mjs" */
/** @import { Step } from "./steps.mjs" */
/** @import { Wanted } from "./rows.mjs" */
/** @typedef {Orderable<Step> & { step(id: string, by: number): void, write(id: string, change: Partial<Line>): unknown, remove(id: string): void, follow(id: string): void }} Acts */

/**
 * @param {List} list
 * @param {Wanted} wanted how its lines are shown
 * @param {(words: string) => void} announce
 * @returns {Acts}
 */
export const actsOn = (list, wanted, announce) => {
  const now = () => listOf(list.id) || list;
  /** @param {string} id */
  const nameOf = (id) =>
    wanted.facts.get(id)?.name || now().lines.find((line) => line.id === id)?.name || id;
  /** @param {string} id @param {string} text */
  const said = (id, text) => say(text, { name: nameOf(id) });
  /** @param {string} id */
  const where = (id) => {
    const { lines } = now();
    return {
      name: nameOf(id),
      n: lines.findIndex((line) => line.id === id) + 1,
      total: lines.length,
    };
  };
  /** @param {string} id @param {number} n @param {Step | null} joined */
  const moveTo = (id, n, joined) =>
    editList(
      list.id,
      said(id, pageWords().stepMove),
      (one) => {
        const from = one.lines.findIndex((line) => line.id === id);
        one.lines = moved(one.lines, from, n - 1);
      },
      joined,
    );
  const movable = () => wanted.sort === "mine" && wanted.status === "all";
  return {
    where,
    moveTo,
    movable,
    words: () => pageWords(),
    undo: (step) => undoStep(step),
    announce,
    step: (id, by) => {
      const { n, total } = where(id);
      if (!movable()) {
        announce(pageWords().notMovable);
        return;
      }
      if (n + by < 1 || n + by > total) return;
      moveTo(id, n + by, null);
      announce(say(pageWords().moved, where(id)));
    },
    write: (id, change) =>
      editList(list.id, said(id, pageWords().stepWrite), ({ lines }) => {
        const line = lines.find((one) => one.id === id);
        if (line) Object.assign(line, change);
      }),
    remove: (id) => {
      const told = said(id, pageWords().removed);
      const made = editList(list.id, said(id, pageWords().stepRemove), (one) => {
        one.lines = one.lines.filter((line) => line.id !== id);
      });
      if (made) offerUndo(told, () => undoStep(made));
    },
    follow: (id) => {
      const facts = wanted.facts.get(id);
      if (!facts) return;
      editList(list.id, said(id, pageWords().stepUpdate), (one) => {
        one.lines = followed(one.lines, id, { id: facts.id, name: facts.name });
      });
    },
  };
};

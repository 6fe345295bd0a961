/* Things put in order by drag (mouse, pen or finger) and by keyboard; every move is announced. */

import { find, nearest, the } from "./dom.mjs";
import { fetched } from "./fetched.mjs";
import { placeAfter } from "./order.mjs";
import { say } from "./texts.mjs";

/**
 * What can be put in order: `where` tells from 1, `moveTo` answers the step that undoes it.
 * @template Step
 * @typedef {{ movable(): boolean, where(id: string): { name: string, n: number, total: number }, moveTo(id: string, n: number, joined: Step | null): Step | null, undo(step: Step): unknown, announce(words: string): void, words(): { taken: string, moved: string, dropped: string, moveCancelled: string, notMovable: string } }} Orderable
 */

const HANDLE = '[data-control="handle"]';

/**
 * The keyboard: Enter or Space takes a line, arrows move it, Enter puts it down, Escape undoes.
 * @template Step
 * @param {HTMLElement} holder of children with `data-id` and a handle
 * @param {Orderable<Step>} act
 */
const byKeyboard = (holder, act) => {
  /** @type {{ id: string, step: Step | null } | null} */
  let taken = null;
  let moving = false;

  /** @param {string} id @param {string} words */
  const tell = (id, words) => act.announce(say(words, act.where(id)));

  /** @param {string} id @param {boolean} on */
  const press = (id, on) => {
    const line = find(`[data-id="${CSS.escape(id)}"]`, holder);
    if (!line) return;
    line.classList.toggle("is-taken", on);
    the(HANDLE, line).setAttribute("aria-pressed", String(on));
  };

  /** @param {string} id */
  const take = (id) => {
    taken = { id, step: null };
    press(id, true);
    tell(id, act.words().taken);
  };

  const drop = () => {
    if (!taken) return;
    const { id } = taken;
    taken = null;
    press(id, false);
    tell(id, act.words().dropped);
  };

  /** @param {{ id: string, step: Step | null }} held */
  const cancel = ({ id, step }) => {
    taken = null;
    if (step) act.undo(step);
    press(id, false);
    act.announce(act.words().moveCancelled);
  };

  /** @param {{ id: string, step: Step | null }} held @param {number} to */
  const shift = (held, to) => {
    moving = true;
    held.step = act.moveTo(held.id, to, held.step) || held.step;
    press(held.id, true);
    moving = false;
    tell(held.id, act.words().moved);
  };

  holder.addEventListener("keydown", (event) => {
    const id = nearest(nearest(event.target, HANDLE), "[data-id]")?.dataset.id;
    if (!id) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (taken) drop();
      else if (act.movable()) take(id);
      else act.announce(act.words().notMovable);
      return;
    }
    if (!taken) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      cancel(taken);
      return;
    }
    if (!["ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) return;
    event.preventDefault();
    const { n, total } = act.where(taken.id);
    const to = placeAfter(event.key, n, total);
    if (to !== null) shift(taken, to);
  });
  holder.addEventListener("focusout", () => {
    if (!moving) drop();
  });
};

/**
 * Dragging, by SortableJS; Escape leaves things as they were.
 * @param {HTMLElement} holder of children with `data-id`
 * @param {{ handle: string, movable(): boolean, refuse(): void, drop(id: string, n: number): void, cancel(): void }} act
 */
export const draggable = async (holder, act) => {
  const sorting = await fetched(import("./sorting.mjs"));
  if (!sorting) return;
  /** @type {{ item: HTMLElement, next: Element | null } | null} what is dragged, and where it was */
  let dragged = null;
  /** @param {KeyboardEvent} event */
  const onEscape = (event) => {
    if (event.key !== "Escape" || !dragged) return;
    event.preventDefault();
    event.stopPropagation();
    holder.insertBefore(dragged.item, dragged.next);
    dragged = null;
    act.cancel();
    document.dispatchEvent(new PointerEvent("pointerup"));
  };
  new sorting.Sortable(holder, {
    handle: act.handle,
    dataIdAttr: "data-id",
    animation: 0,
    forceFallback: true,
    fallbackTolerance: 3,
    ghostClass: "is-dragged",
    scroll: true,
    bubbleScroll: true,
    scrollSensitivity: 60,
    scrollSpeed: 12,
    filter: (event) => nearest(event.target, act.handle) !== null && !act.movable(),
    onFilter: () => act.refuse(),
    onStart: ({ item }) => {
      dragged = { item, next: item.nextElementSibling };
      document.addEventListener("keydown", onEscape, true);
    },
    onEnd: ({ item, oldIndex, newIndex }) => {
      document.removeEventListener("keydown", onEscape, true);
      const { id } = item.dataset;
      const cancelled = dragged === null;
      dragged = null;
      if (cancelled || !id || newIndex === undefined || newIndex === oldIndex) return;
      act.drop(id, newIndex + 1);
    },
  });
};

/**
 * Let the children of `holder` be put in order, by drag and by keyboard.
 * @template Step
 * @param {HTMLElement} holder of children with `data-id` and a handle
 * @param {Orderable<Step>} act
 */
export const orderable = (holder, act) => {
  byKeyboard(holder, act);
  return draggable(holder, {
    handle: HANDLE,
    movable: act.movable,
    refuse: () => act.announce(act.words().notMovable),
    cancel: () => act.announce(act.words().moveCancelled),
    drop: (id, n) => {
      act.moveTo(id, n, null);
      act.announce(say(act.words().moved, act.where(id)));
    },
  });
};

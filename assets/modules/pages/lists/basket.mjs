/* « Ma liste »: the one list that every « + Ma liste » fills, named after the search. */

import { all, find } from "../../base/dom.mjs";
import { markPressed, whenDrawn } from "../../base/drawn.mjs";
import { keepText, keptText } from "../../base/kept.mjs";
import { onPress } from "../../base/press.mjs";
import { say, sayMany } from "../../base/texts.mjs";
import { offerUndo } from "../../base/undo.mjs";
import { freeName, MOST_LINES } from "./model.mjs";
import { nextListName } from "./naming.mjs";
import { allLists, createList, editList, listOf, onLists, putLines, undoStep } from "./store.mjs";
import { listWords } from "./words.mjs";

/** @import { List } from "./model.mjs" */

const CURRENT = "territorial-map.current-list";
const LONGEST = 80;
const MOST_VALUES = 3;

/**
 * The list in hand: the one opened or filled last, else the newest.
 * @returns {List | null}
 */
export const listInUse = () => listOf(keptText(CURRENT) || "") || allLists().at(-1) || null;

/** @param {string} id */
export const useList = (id) => {
  if (keptText(CURRENT) === id) return;
  keepText(CURRENT, id);
  show();
};

/**
 * A name after what is searched: « Propreté, à 40 km autour de Valence », each filter by its value;
 * one of many values names nothing where another does.
 * @param {string[]} filters in words, « Secteur : Propreté »
 */
export const nameAfter = (filters) => {
  const values = filters.map((told) => told.trim().split(/\s:\s/));
  const named = values.map((parts) => parts.slice(1).join(" : ") || parts[0]).filter(Boolean);
  const telling = named.filter((told) => told.split(", ").length <= MOST_VALUES);
  const joined = (telling.length ? telling : named).join(", ");
  const whole = joined.charAt(0).toUpperCase() + joined.slice(1);
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST).replace(/\s\S*$/, "")} …` : whole;
};

/** The name of a new list: that of the search or of the page on screen, else one that is free. */
export const searchName = () => {
  const filters = all("#chips a.chip").map((chip) => chip.textContent || "");
  const titled = find(".portrait-top h2")?.textContent || "";
  const name = nameAfter(filters.length ? filters : [titled]);
  return name ? freeName(name, allLists()) : nextListName();
};

/** @param {List} list @param {string} id */
const has = (list, id) => list.lines.some((line) => line.id === id);

/** @param {List} list @param {string} id */
const takeOut = (list, id) => {
  const words = listWords();
  const step = editList(list.id, say(words.stepTake, list), (one) => {
    one.lines = one.lines.filter((line) => line.id !== id);
  });
  if (step) offerUndo(sayMany(words.taken, list.lines.length - 1), () => undoStep(step));
};

/** @param {{ id: string, name: string }} line */
const startWith = (line) => {
  const words = listWords();
  const name = searchName();
  const made = createList(name, [line], say(words.stepCreate, { name }));
  if (!made) return;
  useList(made.list.id);
  offerUndo(sayMany(words.kept, 1), () => undoStep(made.step));
};

/** @param {List} list @param {{ id: string, name: string }} line */
const putIn = (list, line) => {
  const words = listWords();
  const done = putLines(list.id, [line], say(words.stepAdd, list));
  if (!done) return;
  const { step, refused } = done;
  if (refused) offerUndo(sayMany(words.noRoom, refused, { most: MOST_LINES }));
  else offerUndo(sayMany(words.kept, list.lines.length + 1), step && (() => undoStep(step)));
};

/** @param {HTMLElement} button */
const toggle = ({ dataset }) => {
  const line = { id: dataset.keep || "", name: dataset.name || "" };
  const list = listInUse();
  if (!list) startWith(line);
  else if (has(list, line.id)) takeOut(list, line.id);
  else putIn(list, line);
};

/* How many organisations the list has, beside its name; and which of those on screen it has. */
const show = () => {
  const list = listInUse();
  const inside = new Set(list?.lines.map((line) => line.id));
  const words = inside.size ? String(inside.size) : "";
  for (const element of all("[data-lists-count]")) {
    if (element.textContent !== words) element.textContent = words;
  }
  markPressed("data-keep", inside);
};

/** Hear the buttons wherever they are drawn. */
export const startBasket = () => {
  onPress([["[data-keep]", toggle]]);
  onLists(show);
  whenDrawn("data-keep", show);
  show();
};

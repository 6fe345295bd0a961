/* Possible groups: one on the map at a time, and its members into the group of a PTCE. */

import { all } from "../../base/dom.mjs";
import { onPress } from "../../base/press.mjs";
import { offerUndo } from "../../base/undo.mjs";
import { changeGroup, goToGroup, groupOf } from "../pole/group.mjs";
import { drawInstead, showWindow } from "./partners.mjs";

/** @type {unknown[][]} */
let lines = [];

/** @param {unknown[][] | null} several */
export const keepGroupLines = (several) => {
  lines = several || [];
};

/** @param {HTMLElement} button */
const onMap = (button) => {
  const on = button.getAttribute("aria-pressed") !== "true";
  for (const other of all("[data-group-map]")) {
    other.setAttribute("aria-pressed", String(on && other === button));
  }
  drawInstead(on ? lines[Number(button.dataset.groupMap)] : null);
  if (on) showWindow(button.dataset.window || "");
};

/**
 * The members join whoever is in the group already; undoing takes them out again.
 * @param {HTMLElement} button
 */
const gather = ({ dataset }) => {
  const ids = [...groupOf(), ...(dataset.groupGather || "").split("\n")];
  const back = changeGroup(ids);
  goToGroup(ids);
  offerUndo(dataset.said || "", back);
};

/** Hear the buttons of groups. */
export const startGroups = () =>
  onPress([
    ["[data-group-map]", onMap],
    ["[data-group-gather]", gather],
  ]);

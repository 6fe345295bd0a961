/* Possible groups: one on the map at a time, and its members into the group of a PTCE. */

import { go, params } from "../../base/address.mjs";
import { all } from "../../base/dom.mjs";
import { onPress } from "../../base/press.mjs";
import { offerUndo } from "../../base/undo.mjs";
import { changeGroup, groupOf } from "../pole/group.mjs";
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
  const before = groupOf();
  changeGroup([...before, ...(dataset.groupGather || "").split("\n")]);
  const lang = params().get("lang");
  go(new URLSearchParams(lang ? { lang } : {}), { path: "/ptce" });
  offerUndo(dataset.said || "", () => changeGroup(before));
};

/** Hear the buttons of groups. */
export const startGroups = () =>
  onPress([
    ["[data-group-map]", onMap],
    ["[data-group-gather]", gather],
  ]);

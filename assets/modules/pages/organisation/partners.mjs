/* Possible partnerships: the category in the address, both on the map, pairs set aside, undo. */

import { goWith, params } from "../../base/address.mjs";
import { setProps } from "../../base/dash.mjs";
import { find } from "../../base/dom.mjs";
import { make } from "../../base/elements.mjs";
import { keepFocus, narrow } from "../../base/focus.mjs";
import { keepItems, keptItems } from "../../base/kept.mjs";
import { copyAddress } from "../../base/leaving.mjs";
import { onPress } from "../../base/press.mjs";
import { texts } from "../../base/texts.mjs";
import { offerUndo } from "../../base/undo.mjs";
import { theMap } from "../../map/screen.mjs";
import { cornersOf, numbersOf } from "../../map/window.mjs";
import { dismissForAll, isGroupWord, isOperator } from "../operator/mode.mjs";

/** @import { Pair } from "../operator/mode.mjs" */

const STORE = "dismissed";
const EVERY = "all";

/** @param {string | null} search */
export const splitPooling = (search) => new URLSearchParams(search || "").get("pooling");

/**
 * The lines go with the open sheet: the map has them only while a sheet shows partners.
 * @param {unknown[]} lines
 */
const onMap = (lines) => {
  if (document.getElementById("map")) setProps("map-partners", { children: lines });
  document.documentElement.toggleAttribute("data-lines", lines.length > 0);
};
/** @type {unknown[]} */
let drawn = [];

/**
 * The lines of an answer; an address that asks for a category opens every lead and group of it.
 * @param {unknown[] | null} lines
 */
export const drawLines = (lines) => {
  drawn = lines || [];
  onMap(drawn);
  if (lines && params().get("pooling") && document.getElementById("partners-every"))
    setProps("partners-every", { open: true });
};
export const clearLines = () => onMap([]);

/**
 * Other lines for a while; nothing brings those of the partners back.
 * @param {unknown[] | null} lines
 */
export const drawInstead = (lines) => onMap(lines || drawn);

/**
 * The reader chose another category than the one served.
 * @param {string | null} value
 */
export const choosePooling = (value) => {
  const holder = find(".panel-partners [data-served]");
  if (!value || !holder || holder.dataset.served === value) return;
  keepFocus("partners-pooling");
  goWith((wanted) => (value === EVERY ? wanted.delete("pooling") : wanted.set("pooling", value)));
};

/**
 * The pairs without one of them.
 * @param {Pair[]} pairs
 * @param {Pair} pair
 */
export const without = (pairs, pair) =>
  pairs.filter((other) => JSON.stringify(other) !== JSON.stringify(pair));

/**
 * The pairs of a button, one per category, apart by an empty line.
 * @param {string | undefined} told
 * @returns {Pair[]}
 */
export const pairsOf = (told) => (told || "").split("\n\n").map((pair) => pair.split("\n"));

/**
 * @param {Pair[]} pairs
 * @param {Pair[]} several
 */
const withoutAll = (pairs, several) => several.reduce(without, pairs);

/**
 * What is said anew of a pair's group takes the place of what was said before.
 * @param {Pair[]} pairs
 * @param {Pair[]} several
 */
export const unsaid = (pairs, several) => {
  const told = several.filter(isGroupWord).map(([a, b]) => `${a}\n${b}`);
  return pairs.filter((pair) => !isGroupWord(pair) || !told.includes(`${pair[0]}\n${pair[1]}`));
};

/** @param {Pair[]} several */
const restore = (several) => keepItems(STORE, withoutAll(keptItems(STORE), several));

/** @param {HTMLElement} element */
const dismiss = ({ dataset }) => {
  const several = pairsOf(dataset.pairDismiss);
  if (isOperator()) {
    for (const pair of several) dismissForAll(pair);
    return;
  }
  const before = keptItems(STORE);
  const after = unsaid(before, several);
  keepItems(STORE, [...withoutAll(after, several), ...several]);
  const replaced = before.filter((pair) => !after.includes(pair));
  const undo = () => keepItems(STORE, [...withoutAll(keptItems(STORE), several), ...replaced]);
  offerUndo(dataset.said || "", undo, true);
};

/**
 * On a phone the sheet steps aside so that both can be seen, and comes back by a button.
 * @param {boolean} on
 */
const peek = (on) => {
  document.body.classList.toggle("panel-peek", on);
  document.getElementById("peek-back")?.remove();
  if (!on) return;
  const comeBack = () => {
    peek(false);
    document.getElementById("partners-title")?.focus();
  };
  const back = make(
    "button",
    {
      type: "button",
      id: "peek-back",
      class: "button button-strong peek-back",
      onclick: comeBack,
    },
    texts().backToSheet,
  );
  document.body.append(back);
  back.focus();
};

/**
 * Look at a window of the map (west, south, east, north), beside the sheet.
 * @param {string} window_
 */
export const showWindow = (window_) => {
  if (narrow()) peek(true);
  window.requestAnimationFrame(() => {
    const map = theMap();
    if (!map) return;
    map.invalidateSize({ animate: false });
    const panel = document.getElementById("panel");
    const covered = narrow() || !panel ? 0 : panel.offsetWidth;
    map.fitBounds(cornersOf(numbersOf(window_)), {
      paddingTopLeft: [50, 110],
      paddingBottomRight: [covered + 50, 110],
      maxZoom: 14,
      animate: false,
    });
  });
};

/** Hear the buttons of partnerships. */
export const startPartners = () => {
  onPress([
    ["[data-pair-dismiss]", dismiss],
    ["[data-pair-restore]", ({ dataset }) => restore(pairsOf(dataset.pairRestore))],
    ["[data-pair-map]", ({ dataset }) => showWindow(dataset.pairMap || "")],
    ["[data-copy-here]", (button) => copyAddress(button, window.location.href)],
  ]);
  window.addEventListener("popstate", () => {
    if (!params().has("organisation")) peek(false);
  });
};

/* The room that what lies over a map leaves to what it shows. */

import { find } from "../base/dom.mjs";
import { narrow } from "../base/focus.mjs";

/** @import { Map as LeafletMap } from "leaflet" */

const MARGIN = 8;

/**
 * How far what lies over the map reaches into it: the bar above, tools and sheet at the right.
 * @param {LeafletMap} map
 * @returns {{ top: number, right: number }}
 */
const covered = (map) => {
  const box = map.getContainer().getBoundingClientRect();
  /** @param {string} selector */
  const over = (selector) => {
    const element = find(selector);
    const shown = element && getComputedStyle(element).visibility !== "hidden";
    return shown ? element.getBoundingClientRect() : null;
  };
  /* Under the map on a phone, the bar is not over it; the tools are a row above it there. */
  const bars = [over(".area-bar"), over(".map-tools")];
  const lying = bars.filter((bar) => bar && bar.top < box.bottom);
  const above = lying.filter((bar) => bar && bar.width > bar.height);
  const beside = [
    ...lying.filter((bar) => !above.includes(bar)),
    narrow() ? null : over(".panel.is-open"),
  ];
  return {
    top: Math.max(0, ...above.map((bar) => (bar ? bar.bottom - box.top : 0))),
    right: Math.max(0, ...beside.map((bar) => (bar ? box.right - bar.left : 0))),
  };
};

/**
 * Room for what lies over the map, and half a badge at each side.
 * @param {LeafletMap} map
 * @returns {{ paddingTopLeft: [number, number], paddingBottomRight: [number, number] }}
 */
export const room = (map) => {
  const { top, right } = covered(map);
  const { x, y } = map.getSize();
  return {
    paddingTopLeft: [MARGIN, Math.min(top + MARGIN, y / 3)],
    paddingBottomRight: [Math.min(right + MARGIN, x / 2), MARGIN],
  };
};

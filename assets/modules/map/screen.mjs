/* The map of the main screen: the one that Dash draws, whether it can be seen, its ring. */

import { windowOf } from "./window.mjs";

/** @import { CircleMarker, LatLngExpression, Map as LeafletMap } from "leaflet" */
/** @typedef {[lat: number, lon: number]} Place */

/** @type {LeafletMap | null} */
let map = null;
/** @type {CircleMarker | null} */
let ring = null;
/** @type {Place | null} */
let opened = null;

/** The map on the page, or null. */
export const theMap = () => map;

/** The map when there is room to see it: one hidden behind the list has none. */
export const visibleMap = () => {
  if (!map) return null;
  const { x, y } = map.getSize();
  return x > 0 && y > 0 ? map : null;
};

/**
 * Hear of each map that Dash makes; one that left the page must not be measured again.
 * @param {(made: LeafletMap) => unknown} act
 */
export const onMap = (act) =>
  window.L.Map.addInitHook(
    /** @this {LeafletMap} */
    function () {
      map = this;
      this.on("unload", () => {
        if (map === this) map = null;
      });
      act(this);
    },
  );

/** The window of the map as the API writes it, or null while the map is not on screen. */
export const shownWindow = () => {
  const seen = visibleMap();
  return seen ? windowOf(seen.getBounds()).join(",") : null;
};

/**
 * Ring a place, or none.
 * @param {LatLngExpression | null} latlng
 */
export const mark = (latlng) => {
  ring?.remove();
  ring = latlng
    ? window.L.circleMarker(latlng, {
        radius: 17,
        color: "#12355b",
        weight: 3,
        fill: false,
        interactive: false,
      })
    : null;
  if (ring && map) ring.addTo(map);
};

/**
 * Ring the place of the open organisation.
 * @param {Place | null} place
 */
export const markOpened = (place) => {
  opened = place;
  mark(place);
};

/** Back to the ring of the open organisation, after another. */
export const unmark = () => mark(opened);

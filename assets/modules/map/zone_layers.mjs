/* Zones as Leaflet draws them: shapes, names where they have room, what both are filled with. */

import { make, svg } from "../base/elements.mjs";
import { texts } from "../base/texts.mjs";
import { boxOf, drawnAs, styles, TILE, withRoom } from "./zone_drawing.mjs";

/** @import { Schemas } from "../base/answers.mjs" */
/** @import { Map as LeafletMap } from "leaflet" */
/** @import { Window } from "./window.mjs" */
/** @typedef {Schemas["ZoneFeature"] & { window: Window }} Zone */
/** @typedef {Schemas["ZoningOutlines"]} Part */

/** The panes of shapes, under the limits of territories, and of names, over these. */
export const SHAPES = "zonings";
export const NAMES = "zone-names";
const LETTER = 7.4;
const LINE = 16;

/**
 * Every zone of several départements once, with its window.
 * @param {Part[]} parts
 * @returns {Zone[]}
 */
export const zonesOf = (parts) => {
  /** @type {Map<string, Zone>} */
  const found = new Map();
  for (const { features } of parts) {
    for (const zone of features) {
      const { code, departments } = zone.properties;
      const key = `${code} ${departments}`;
      if (!found.has(key)) found.set(key, { ...zone, window: boxOf(zone.geometry.coordinates) });
    }
  }
  return [...found.values()];
};

/**
 * What a zone is called here: a closed list has its names in the language of the page.
 * @param {string} kind
 * @param {Zone} zone
 */
export const nameOf = (kind, { properties: { code, name } }) =>
  /** @type {Record<string, string>} */ (texts().zonings.kinds[kind].zones)[code] || name;

/** @param {string} kind @param {Zone} zone */
export const patternOf = (kind, zone) =>
  drawnAs(zone.properties.style, texts().zonings.kinds[kind].graded).name;

/** @param {string} kind */
export const shapeOf = (kind) => /** @param {Zone} zone */ (zone) =>
  window.L.geoJSON(zone.geometry, {
    pane: SHAPES,
    style: { className: "zone", fillColor: `url(#zone-${patternOf(kind, zone)})`, fillOpacity: 1 },
  }).bindTooltip(make("span", {}, nameOf(kind, zone)), { sticky: true, className: "pin-name" });

/**
 * The names of zones that have room on the map; levels and programmes are told by the legend alone.
 * @param {LeafletMap} map
 * @param {string} kind
 * @param {Zone[]} zones
 */
export const namesOn = (map, kind, zones) => {
  if (texts().zonings.kinds[kind].cut) return [];
  const placed = zones.map((zone) => {
    const { lon, lat } = zone.properties;
    const [west, , east] = zone.window;
    const { x, y } = map.latLngToContainerPoint([lat, lon]);
    const width = LETTER * nameOf(kind, zone).length + LETTER;
    const room =
      map.latLngToContainerPoint([lat, east]).x - map.latLngToContainerPoint([lat, west]).x;
    /** @type {[number, number, number, number]} */
    const box = [x - width / 2, y - LINE / 2, width, LINE];
    return { zone, room, box };
  });
  return withRoom(placed).map(({ zone, box: [, , width, height] }) => {
    const html = make("span", {}, nameOf(kind, zone));
    const icon = window.L.divIcon({ html, className: "zone-name", iconSize: [width, height] });
    const { lon, lat } = zone.properties;
    return window.L.marker([lat, lon], { icon, interactive: false, keyboard: false, pane: NAMES });
  });
};

/** What shapes and samples are filled with, once for all pages. */
export const patterns = () => {
  /** @param {boolean} graded */
  const each = (graded) =>
    Array.from({ length: styles(graded) }, (_, style) => {
      const { name, strokes } = drawnAs(style, graded);
      const box = { width: TILE, height: TILE };
      return svg(
        "pattern",
        { id: `zone-${name}`, class: `zone-${name}`, patternUnits: "userSpaceOnUse", ...box },
        svg("rect", { ...box, class: "zone-ground" }),
        ...strokes.map(({ tag, attributes }) => svg(tag, attributes)),
      );
    });
  const held_ = svg("defs", {}, ...each(true), ...each(false));
  return svg("svg", { class: "zone-patterns", "aria-hidden": "true" }, held_);
};

/* Zonings over the map: asked for by département as the map comes to them, told in a legend under it. */

import { goWith, pagePath, params } from "../base/address.mjs";
import { heldOnce } from "../base/answers.mjs";
import { setProps } from "../base/dash.mjs";
import { find } from "../base/dom.mjs";
import { make, svg } from "../base/elements.mjs";
import { narrow } from "../base/focus.mjs";
import { put } from "../base/query.mjs";
import { language, say, sayMany, texts } from "../base/texts.mjs";
import { departmentOutlines } from "./outlines.mjs";
import { onMap, visibleMap } from "./screen.mjs";
import { windowOf } from "./window.mjs";
import { boxOf, meets } from "./zone_drawing.mjs";
import {
  NAMES,
  nameOf,
  namesOn,
  patternOf,
  patterns,
  SHAPES,
  shapeOf,
  zonesOf,
} from "./zone_layers.mjs";

/** @import { LayerGroup, Map as LeafletMap } from "leaflet" */
/** @import { Window } from "./window.mjs" */
/** @import { Part, Zone } from "./zone_layers.mjs" */

const LEAST_ZOOM = { wide: 8, narrow: 7 };
const MOST_TOLD = 40;
const NONE = "none";

/** @type {LayerGroup | null} */
let shapes = null;
/** @type {LayerGroup | null} */
let names = null;
/** What the shapes are of: zoning and départements. */
let shown = "";
/** The latest question: an answer that comes after another one is left. */
let turn = 0;

/** The zoning that the address says; empty for none, or one that nobody knows. */
const chosen = () => {
  const kind = params().get("zoning") || "";
  return texts().zonings?.kinds[kind] ? kind : "";
};

/** @param {string} words said once, however often the map moves */
const tell = (words) => {
  const told = find("#zoning-told");
  if (told && told.textContent !== words) told.textContent = words;
};

/** @param {HTMLElement[]} lines */
const fillList = (lines) => {
  const list = find("#zoning-list");
  if (!list) return;
  list.replaceChildren(...lines);
  list.tabIndex = list.scrollHeight > list.clientHeight ? 0 : -1;
};

const clear = () => {
  shapes?.remove();
  names?.remove();
  shapes = null;
  names = null;
  shown = "";
  fillList([]);
};

/**
 * The zones of a département.
 * @param {string} kind
 * @param {string} department
 * @returns {Promise<Part>}
 */
const partOf = (kind, department) => heldOnce(`/api/v1/zonings/${kind}/${department}`);

/** @type {Map<string, Window>} */
const windows = new Map();

/**
 * The départements that a window may meet.
 * @param {Window} seen
 */
const departmentsIn = async (seen) => {
  const { features } = await departmentOutlines();
  const there = features.filter(({ geometry, properties: { code } }) => {
    if (!geometry) return false;
    const known = windows.get(code) || boxOf(geometry.coordinates);
    windows.set(code, known);
    return meets(known, seen);
  });
  return there.map(({ properties }) => properties.code);
};

/** @param {string} kind */
const lineOf = (kind) => /** @param {Zone} zone */ (zone) => {
  const name = nameOf(kind, zone);
  const { portraits } = texts().zonings.kinds[kind];
  const box = { width: 28, height: 16, class: "zone-sample", "aria-hidden": "true" };
  const fill = `url(#zone-${patternOf(kind, zone)})`;
  return make(
    "li",
    {},
    svg("svg", box, svg("rect", { width: 28, height: 16, fill })),
    portraits ? make("a", { href: pagePath(portraits + zone.properties.code) }, name) : name,
  );
};

/**
 * The zones in view, each once: levels in their order, the others by name.
 * @param {string} kind
 * @param {Zone[]} zones
 */
const tellZones = (kind, zones) => {
  const { graded } = texts().zonings.kinds[kind];
  const each = [...new Map(zones.map((zone) => [zone.properties.code, zone])).values()];
  /** @param {Zone} zone */
  const orderOf = (zone) => (graded ? zone.properties.code : nameOf(kind, zone));
  each.sort((a, b) => orderOf(a).localeCompare(orderOf(b), language()));
  const lines = each.slice(0, MOST_TOLD).map(lineOf(kind));
  const rest = each.length - lines.length;
  if (rest > 0) lines.push(make("li", {}, sayMany(texts().zonings.more, rest)));
  fillList(lines);
};

/**
 * @param {LeafletMap} map
 * @param {string} kind
 * @param {Part[]} parts
 * @param {Window} seen
 */
const show = (map, kind, parts, seen) => {
  const t = texts().zonings;
  const unable = parts.find(({ drawn }) => drawn !== "drawn");
  const { label: zoning, source } = t.kinds[kind];
  const about = { zoning, source, vintage: parts[0]?.vintage || t.noVintage };
  if (unable) {
    clear();
    tell(say(t.unable, { ...about, why: t.why[unable.drawn] }));
    return;
  }
  const zones = zonesOf(parts);
  const key = `${kind} ${zones.map(({ properties }) => properties.code + properties.departments)}`;
  if (key !== shown) {
    clear();
    shapes = window.L.layerGroup(zones.map(shapeOf(kind))).addTo(map);
    shown = key;
  }
  const inView = zones.filter((zone) => meets(zone.window, seen));
  names?.remove();
  names = window.L.layerGroup(namesOn(map, kind, inView)).addTo(map);
  tell(say(inView.length ? t.told : t.none, about));
  tellZones(kind, inView);
};

/**
 * Whether too much would be drawn; a legend that comes takes room from the map, and must not make
 * itself go.
 * @param {LeafletMap} map
 */
const tooFar = (map) => map.getZoom() < LEAST_ZOOM[narrow() ? "narrow" : "wide"] - (shown ? 1 : 0);

/** Draw the zoning of the address where the map looks. */
const refresh = async () => {
  turn += 1;
  const mine = turn;
  const [map, kind, t] = [visibleMap(), chosen(), texts().zonings];
  if (!kind || (map && tooFar(map))) {
    clear();
    tell(kind ? t.closer : "");
  }
  if (!map || !kind || tooFar(map)) return;
  const seen = windowOf(map.getBounds());
  try {
    const codes = await departmentsIn(seen);
    const parts = await Promise.all(codes.map((code) => partOf(kind, code)));
    if (mine === turn && visibleMap() === map) show(map, kind, parts, seen);
  } catch {
    if (mine === turn) tell(t.failed);
  }
};

/**
 * The zoning that was chosen stands in the address, which is shared.
 * @param {string} kind
 */
export const chooseZoning = (kind) =>
  goWith((wanted) => put(wanted, "zoning", kind === NONE ? null : kind), { replace: true });

/** What the choice says on a new page: what the address says. */
export const shownZoning = () => chosen() || NONE;

/** The address changed: the choice and the map follow. */
const follow = () => {
  if (find("#map-zoning-choice")) setProps("map-zoning-choice", { value: shownZoning() });
  refresh();
};

/** @param {LeafletMap} map */
const attend = (map) => {
  for (const [pane, order] of [
    [SHAPES, 340],
    [NAMES, 360],
  ]) {
    map.createPane(String(pane)).style.zIndex = String(order);
  }
  clear();
  map.on("moveend resize", refresh);
  map.whenReady(() => window.setTimeout(refresh));
};

/** Follow the map and the address. */
export const startZonings = () => {
  document.body.append(patterns());
  onMap(attend);
  window.addEventListener("popstate", () => window.setTimeout(follow));
};

/* What the map of the main screen shows: data of the public API, markers, outlines. */

import { go, open, params } from "../base/address.mjs";
import { held } from "../base/answers.mjs";
import { here } from "../base/arrival.mjs";
import { noUpdate } from "../base/dash.mjs";
import { find, nearest } from "../base/dom.mjs";
import { setOpener } from "../base/focus.mjs";
import { filtersOf, queryOf } from "../base/query.mjs";
import { say, texts } from "../base/texts.mjs";
import { apart } from "./apart.mjs";
import { hereInWords, standingAt } from "./at_point.mjs";
import { lookInto } from "./camera.mjs";
import { clusterMarker, pinMarker, placeList, sizeOf } from "./markers.mjs";
import { outlinesOf } from "./outlines.mjs";
import { room } from "./room.mjs";
import { mark, shownWindow, theMap, unmark, visibleMap } from "./screen.mjs";

/** @import { Schemas } from "../base/answers.mjs" */
/** @import { LatLngExpression, Map as LeafletMap, Marker } from "leaflet" */
/** @import { Cluster, Pin } from "./markers.mjs" */
/** @typedef {Schemas["ClusterFeature"] | Schemas["PinFeature"]} Feature */

const STALE = Symbol("superseded");
/** @type {AbortController | null} */
let running = null;

/**
 * Filters or window changed: ask the API; a newer question stops the older one.
 * @param {string | null} filters
 */
export const fetchMap = async (filters) => {
  const nothing = [noUpdate(), noUpdate()];
  const map = visibleMap();
  if (!map) return nothing;
  const query = filtersOf(filters || "");
  query.set("bbox", shownWindow() || "");
  query.set("zoom", String(Math.round(map.getZoom())));
  query.set("by", "territories");
  running?.abort(STALE);
  running = new AbortController();
  const t = texts();
  try {
    /** @type {Schemas["MapFeatures"]} */
    const features = await held(await fetch(`/api/v1/map?${query}`, { signal: running.signal }));
    const drawn = { ...features, features: apartOn(map, features.features) };
    return [drawn, hereInWords(features, t, say)];
  } catch (error) {
    if (error === STALE) return nothing;
    return [noUpdate(), t.mapFailed];
  }
};

/**
 * The features with no badge over another, at the zoom of the map.
 * @param {LeafletMap} map
 * @param {Feature[]} features
 */
const apartOn = (map, features) => {
  const zoom = map.getZoom();
  /** @param {number[]} coordinates */
  const to = ([lon, lat]) => map.project([lat, lon], zoom);
  /** @param {{ x: number, y: number }} spot */
  const from = ({ x, y }) => {
    const { lat, lng } = map.unproject([x, y], zoom);
    return [lng, lat];
  };
  return apart(features, { to, from }, sizeOf);
};

/** Outlines of régions and départements, once per page; without them the map still works. */
export const fetchOutlines = async () => {
  try {
    const [regions, departments] = await Promise.all([
      outlinesOf("region"),
      outlinesOf("department"),
    ]);
    return [regions, regions, departments];
  } catch {
    return [noUpdate(), noUpdate(), noUpdate()];
  }
};

/**
 * The base map that was chosen.
 * @param {string} name
 */
export const chooseBase = (name) => {
  const base = texts().bases[name];
  if (!base?.url) return [];
  return {
    namespace: "dash_leaflet",
    type: "TileLayer",
    props: { url: base.url, attribution: base.attribution, maxZoom: 18 },
  };
};

/** @param {string} id */
const opening = (id) => {
  const wanted = params();
  wanted.set("organisation", id);
  return wanted;
};

/**
 * The organisations that stand at one point, in a popup.
 * @param {Cluster} cluster
 * @param {LatLngExpression} latlng
 */
const listPopup = async (cluster, latlng) => {
  const map = theMap();
  if (!map) return;
  const t = texts();
  const query = filtersOf(here().search);
  const waiting = placeList(t.loading, []);
  const popup = window.L.popup({ maxWidth: 340, maxHeight: 320, ...clearOf(map) });
  popup.setLatLng(latlng).setContent(waiting).openOn(map);
  try {
    const page = await standingAt(query, cluster);
    const filled = placeList(heading(page), page.items.map(itemOf));
    popup.setContent(filled);
    find("a", filled)?.focus();
  } catch {
    waiting.textContent = t.mapFailed;
  }
};

/**
 * A popup moves the map until nothing lies over it.
 * @param {LeafletMap} map
 */
const clearOf = (map) => {
  const { paddingTopLeft, paddingBottomRight } = room(map);
  return { autoPanPaddingTopLeft: paddingTopLeft, autoPanPaddingBottomRight: paddingBottomRight };
};

/** @param {{ items: unknown[], total: number }} page */
const heading = (page) => {
  const t = texts();
  const words = say(t.organisations, { n: page.total });
  if (page.items.length === page.total) return words;
  return `${words} (${say(t.nOfN, { n: page.items.length, total: page.total })})`;
};

/** @param {Pick<Pin, "id" | "kind" | "name" | "unknown">} item */
const itemOf = ({ id, kind, name, unknown }) => ({
  kind,
  name,
  unknown,
  link: { href: `/?${queryOf(opening(id))}`, "data-nav": "1" },
});

/**
 * @param {Cluster} cluster
 * @param {LatLngExpression} latlng
 */
const openCluster = (cluster, latlng) => {
  const map = theMap();
  if (!map) return;
  const deepest = map.getZoom() >= map.getMaxZoom();
  if (cluster.same_point || deepest) listPopup(cluster, latlng);
  else lookInto(map, cluster);
};

/** @param {Pin} pin */
const openPin =
  (pin) =>
  /** @param {Marker} marker */
  (marker) => {
    setOpener(marker.getElement());
    go(opening(pin.id));
  };

/** What Dash's layers call: markers and styles, by name. */
export const layers = {
  /**
   * @param {Feature} feature
   * @param {LatLngExpression} latlng
   * @param {{ hideout?: { opened: string | null } | null }} context
   */
  point: ({ properties }, latlng, context) => {
    if (properties.cluster) {
      return clusterMarker(properties, latlng, texts(), () => openCluster(properties, latlng));
    }
    const opened = context.hideout?.opened === properties.id;
    return pinMarker(properties, latlng, texts(), openPin(properties), opened);
  },
  /**
   * @param {{ properties: Pin & { address: string } }} feature
   * @param {LatLngExpression} latlng
   */
  practicePoint: ({ properties }, latlng) =>
    pinMarker(properties, latlng, texts(), () => open(properties.address)),
  landStyle: () => ({ stroke: false, fillColor: "#fdfcf9", fillOpacity: 1 }),
  regionStyle: () => ({ color: "#5f6f85", weight: 1.4, fill: false }),
  departmentStyle: () => ({ color: "#8a97a8", weight: 0.6, dashArray: "3 3", fill: false }),
};

/** Pointing at a line of the list shows where it is. */
export const pointAtLines = () => {
  /** @param {Event} event */
  const lineOf = (event) => nearest(event.target, ".line[data-lon]");
  /** @param {Event} event */
  const point = (event) => {
    const line = lineOf(event);
    if (line && visibleMap()) mark([Number(line.dataset.lat), Number(line.dataset.lon)]);
  };
  document.addEventListener("mouseover", point);
  document.addEventListener("focusin", point);
  document.addEventListener("mouseout", (event) => {
    if (lineOf(event)) unmark();
  });
};

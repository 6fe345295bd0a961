/* Where the map looks: the chosen territory, what a link carries, what the reader asks for. */

import { closeSheet, filter, go, goWith, noteCamera, params } from "../base/address.mjs";
import { setProps } from "../base/dash.mjs";
import { all, the } from "../base/dom.mjs";
import { narrow } from "../base/focus.mjs";
import { texts } from "../base/texts.mjs";
import { room } from "./room.mjs";
import { mark, onMap, shownWindow, theMap, visibleMap } from "./screen.mjs";
import { cameraOf, cameraText, cornersOf, HOME } from "./window.mjs";

/** @import { Map as LeafletMap } from "leaflet" */
/** @import { Cluster } from "./markers.mjs" */
/** @import { Place } from "./screen.mjs" */
/** @typedef {{ window?: number[] | null }} Target */
/** @typedef {ReturnType<typeof cornersOf>} Corners */

const SETTLED_MS = 200;
/** Whether the reader moved the map; what it fits by itself, whenever its room changes, is no camera. */
let asked = false;
/** @type {string | null} */
let lastTarget = null;
let looked = false;
/** @type {Target | null} what to look at once the map can be seen */
let pending = null;
let moveTimer = 0;
/** @type {Place | null} a place to look closely at, once the map looks somewhere */
let awaited = null;

/** Zooms that show something else than the totals of a level. */
const BELOW = { region: 7, department: 8, epci: 9, commune: 10 };
/** The zoom from which the streets around an organisation are told apart. */
const NEAR = 13;

/**
 * Look closer at a cluster: all of it, and always deeper than now, where its parts are drawn.
 * @param {LeafletMap} map
 * @param {Pick<Cluster, "bounds" | "territory">} cluster
 */
export const lookInto = (map, { bounds, territory }) => {
  const corners = cornersOf(bounds);
  const least = Math.max(map.getZoom() + 1, territory ? BELOW[territory.level] : 0);
  const { paddingTopLeft, paddingBottomRight } = room(map);
  const padding = window.L.point(paddingTopLeft).add(window.L.point(paddingBottomRight));
  const whole = map.getBoundsZoom(corners, false, padding);
  if (whole >= least) map.fitBounds(corners, { ...room(map), maxZoom: 17 });
  else map.setView(window.L.latLngBounds(corners).getCenter(), Math.min(least, map.getMaxZoom()));
};

/** Where the history went back or forward to a camera, the territory chosen there does not move it. */
let restored = false;
/** Where it went to no camera: look again, even at the same. */
let again = false;

/**
 * A step through the history: the map looks where it looked there.
 * @param {PopStateEvent} event ours are not trusted: they lead somewhere new
 */
const retrace = (event) => {
  window.clearTimeout(moveTimer);
  restored = false;
  again = false;
  const map = visibleMap();
  if (!event.isTrusted || !map || !looked) return;
  const camera = cameraOf(params().get("map"));
  restored = camera !== null;
  again = camera === null;
  if (!camera) return;
  fitted = null;
  map.setView([camera.lat, camera.lon], camera.zoom, { animate: false });
};

/** @param {string | undefined} words */
const tell = (words) => setProps("map-status", { children: words || "" });

const noteMove = () => {
  const map = visibleMap();
  if (!map) return;
  if (asked) noteCamera(cameraText(map.getZoom(), map.getCenter()));
  const wanted = params();
  const bbox = shownWindow();
  if (wanted.get("follow") !== "1" || !bbox || bbox === wanted.get("bbox")) return;
  wanted.set("bbox", bbox);
  wanted.delete("shown");
  go(wanted, { replace: true });
};

const moved = () => {
  if (!visibleMap() || !looked) return;
  window.clearTimeout(moveTimer);
  moveTimer = window.setTimeout(noteMove, SETTLED_MS);
};

const takeInHand = () => {
  fitted = null;
  asked = true;
};

/** @param {LeafletMap} map */
const attend = (map) => {
  looked = false;
  asked = false;
  fitted = null;
  lastTarget = null;
  const legend = document.querySelector(".legend");
  const small = narrow() || window.innerHeight < 650;
  if (legend instanceof HTMLDetailsElement && small) legend.open = false;
  map.on("moveend", moved);
  const box = map.getContainer();
  for (const hand of ["pointerdown", "wheel", "keydown"]) {
    box.addEventListener(hand, takeInHand, { passive: true });
  }
  new ResizeObserver(settleSize).observe(box);
  map.on("locationfound", (event) => mark(event.latlng));
  map.on("locationerror", () => tell(texts().locateFailed));
};

/** @type {Corners | null} what was fitted and is still looked at; null once the reader moved the map */
let fitted = null;

/**
 * See all of a window, clear of what lies over the map.
 * @param {LeafletMap} map
 * @param {Corners} corners
 * @param {boolean} [animate]
 */
const fit = (map, corners, animate = false) => {
  fitted = corners;
  if (animate && !still()) map.flyToBounds(corners, { duration: 0.6, ...room(map) });
  else map.fitBounds(corners, { animate: false, ...room(map) });
};

/** The room of the map changed (a legend came, the window turned): what was fitted still is. */
const settleSize = () => {
  const map = visibleMap();
  if (!map) return;
  map.invalidateSize({ animate: false });
  if (fitted && looked) map.fitBounds(fitted, { animate: false, ...room(map) });
};

/** Show what the map shows, in the list too. */
export const searchArea = () => {
  const bbox = shownWindow();
  if (bbox) filter((wanted) => wanted.set("bbox", bbox));
};

const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * @param {number[]} window_ west, south, east, north
 * @param {boolean} [animate]
 */
export const flyToWindow = (window_, animate = true) => {
  asked = true;
  const map = visibleMap();
  if (!map) {
    pending = { window: window_ };
    return;
  }
  fit(map, cornersOf(window_), animate);
};

/**
 * Look at the chosen territory; the first time, an address that carries a camera wins.
 * @param {Target | null} target
 */
export const lookAt = (target) => {
  if (!theMap()) return;
  const map = visibleMap();
  if (!map) {
    pending = target;
    return;
  }
  const camera = cameraOf(params().get("map"));
  const wanted = target?.window || null;
  const isNew = JSON.stringify(wanted) !== lastTarget;
  lastTarget = JSON.stringify(wanted);
  if (restored) {
    restored = false;
    return;
  }
  const near = awaited;
  awaited = null;
  if (near) lookClosely(map, near);
  else if (!looked && camera) {
    map.setView([camera.lat, camera.lon], camera.zoom, { animate: false });
  } else if ((isNew || again) && wanted) fit(map, cornersOf(wanted), looked && !again);
  else if (!looked || again) fit(map, HOME);
  asked = false;
  again = false;
  looked = true;
};

/**
 * Look closely at a place, in the part of the map that the sheet leaves free.
 * @param {LeafletMap} map
 * @param {Place} place
 */
const lookClosely = (map, place) => {
  fitted = null;
  map.setView(place, Math.max(NEAR, map.getZoom()), { animate: false });
  const beside = narrow() ? 0 : the("#panel").offsetWidth;
  map.panBy([beside / 2, 0], { animate: false });
};

/**
 * Look closely at a place, at once or as soon as the map has looked somewhere.
 * @param {Place} place
 */
export const lookNear = (place) => {
  const map = visibleMap();
  if (map && looked) lookClosely(map, place);
  else {
    awaited = place;
    pending = pending || { window: JSON.parse(lastTarget || "null") };
  }
};

/**
 * @param {number} lat
 * @param {number} lon
 */
export const flyToPoint = (lat, lon) => {
  asked = true;
  if (document.documentElement.dataset.view !== "map" && !visibleMap()) {
    goWith((wanted) => {
      wanted.set("view", "map");
      wanted.set("map", `14/${lat}/${lon}`);
    });
    showView();
  }
  window.requestAnimationFrame(() => {
    const map = visibleMap();
    map?.setView([lat, lon], Math.max(14, map.getZoom()));
  });
  if (narrow()) closeSheet();
};

const markView = () => {
  const { view } = document.documentElement.dataset;
  for (const button of all("button[data-view]")) {
    button.setAttribute("aria-pressed", String(button.dataset.view === view));
  }
};

/** The map came on screen or its size changed: measure again, then catch up. */
export const showView = () =>
  window.requestAnimationFrame(() => {
    const map = theMap();
    if (!map) return;
    map.invalidateSize({ animate: false });
    if (visibleMap() && (!looked || pending)) {
      const target = pending;
      pending = null;
      lookAt(target || {});
    }
    markView();
  });

/** @type {Record<string, (map: LeafletMap) => unknown>} */
const TOOLS = {
  "zoom-in": (map) => map.zoomIn(),
  "zoom-out": (map) => map.zoomOut(),
  reset: (map) => fit(map, HOME, true),
  locate: (map) => map.locate({ setView: true, maxZoom: 12 }),
  "full-screen": () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else the("#map-region").requestFullscreen();
  },
};

/** @param {string} name */
export const useTool = (name) => {
  const map = theMap();
  takeInHand();
  if (map) TOOLS[name](map);
};

/** Follow each map of the main screen. */
export const watchCamera = () => {
  onMap(attend);
  document.addEventListener("fullscreenchange", () => showView());
  /* On arrival too, « Liste » or « Carte » says which of them is shown. */
  document.addEventListener("painted", markView);
  window.addEventListener("popstate", (event) => {
    retrace(event);
    window.setTimeout(showView, 0);
  });
};

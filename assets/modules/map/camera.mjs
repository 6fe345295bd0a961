/* Where the map looks: the chosen territory, what a link carries, what the reader asks for. */

import { closeSheet, filter, go, goWith, noteCamera, params } from "../base/address.mjs";
import { setProps } from "../base/dash.mjs";
import { all, the } from "../base/dom.mjs";
import { narrow } from "../base/focus.mjs";
import { texts } from "../base/texts.mjs";
import { mark, onMap, shownWindow, theMap, visibleMap } from "./screen.mjs";
import { cameraOf, cameraText, cornersOf, HOME } from "./window.mjs";

/** @import { FitBoundsOptions, Map as LeafletMap } from "leaflet" */
/** @typedef {{ window?: number[] | null }} Target */

const SETTLED_MS = 200;
/** @type {string | null} */
let lastTarget = null;
let looked = false;
/** @type {Target | null} what to look at once the map can be seen */
let pending = null;
let moveTimer = 0;

/**
 * Room for the bars that lie over the map.
 * @param {LeafletMap} map
 * @returns {FitBoundsOptions}
 */
const room = (map) => {
  const tall = map.getSize().y > 780;
  return { paddingTopLeft: [0, tall ? 90 : 40], paddingBottomRight: [0, tall ? 60 : 6] };
};

/** @param {string | undefined} words */
const tell = (words) => setProps("map-status", { children: words || "" });

const noteMove = () => {
  const map = visibleMap();
  if (!map) return;
  noteCamera(cameraText(map.getZoom(), map.getCenter()));
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

/** @param {LeafletMap} map */
const attend = (map) => {
  looked = false;
  lastTarget = null;
  const legend = document.querySelector(".legend");
  if (legend instanceof HTMLDetailsElement && window.innerHeight < 850) legend.open = false;
  map.on("moveend", moved);
  map.on("locationfound", (event) => mark(event.latlng));
  map.on("locationerror", () => tell(texts().locateFailed));
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
  const map = visibleMap();
  if (!map) {
    pending = { window: window_ };
    return;
  }
  const corners = cornersOf(window_);
  if (animate && !still()) map.flyToBounds(corners, { duration: 0.6, ...room(map) });
  else map.fitBounds(corners, { animate: false, ...room(map) });
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
  if (!looked && camera) {
    map.setView([camera.lat, camera.lon], camera.zoom, { animate: false });
  } else if (isNew && wanted) flyToWindow(wanted, looked);
  else if (!looked) map.fitBounds(HOME, { animate: false, ...room(map) });
  looked = true;
};

/**
 * @param {number} lat
 * @param {number} lon
 */
export const flyToPoint = (lat, lon) => {
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
  reset: (map) => map.fitBounds(HOME, room(map)),
  locate: (map) => map.locate({ setView: true, maxZoom: 12 }),
  "full-screen": () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else the("#map-region").requestFullscreen();
  },
};

/** @param {string} name */
export const useTool = (name) => {
  const map = theMap();
  if (map) TOOLS[name](map);
};

/** Follow each map of the main screen. */
export const watchCamera = () => {
  onMap(attend);
  document.addEventListener("fullscreenchange", () => showView());
  window.addEventListener("popstate", () => window.setTimeout(showView, 0));
};

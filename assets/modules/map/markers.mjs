/* Leaflet markers of organisations: names for pointer, keyboard and screen readers alike. */

import { make } from "../base/elements.mjs";
import { number } from "../base/texts.mjs";
import { badgeSize, clusterWords, donut, pinWords } from "./symbols.mjs";

/** @import { Schemas } from "../base/answers.mjs" */
/** @import { DivIcon, LatLngExpression, LeafletEvent, Marker } from "leaflet" */
/** @typedef {{ kinds: Record<string, string>, organisations: string, toCall: string, samePoint: string, zoomIn: string, approximate: string }} MarkerTexts */
/** @typedef {Schemas["ClusterProperties"]} Cluster */
/** @typedef {Pick<Schemas["PinProperties"], "id" | "kind" | "name" | "precise"> & { unknown?: boolean }} Pin */

/** @param {Cluster} cluster */
export const sizeOf = (cluster) => badgeSize(cluster, number);

/**
 * @param {Cluster} cluster
 * @returns {DivIcon}
 */
const clusterIcon = (cluster) => {
  const size = sizeOf(cluster);
  return window.L.divIcon({
    html: donut(cluster, number),
    className: "cluster",
    iconSize: [size, size],
  });
};

/** @param {{ precise: boolean, unknown?: boolean }} pin */
const variantOf = ({ precise, unknown }) => {
  if (unknown) return "-unknown";
  return precise ? "" : "-hollow";
};

/**
 * @param {Pin} pin
 * @param {boolean} opened
 */
const pinIcon = (pin, opened) => {
  const name = pin.kind + variantOf(pin);
  return window.L.divIcon({
    html: `<img src="/assets/symbols/${name}.svg" alt="" width="24" height="24">`,
    className: opened ? "pin is-open" : "pin",
    iconSize: [24, 24],
  });
};

/**
 * @param {Marker} marker
 * @param {string} words
 * @param {() => unknown} act what a click or Enter does
 */
const named = (marker, words, act) => {
  marker.bindTooltip(make("span", {}, words), {
    direction: "top",
    offset: [0, -10],
    className: "pin-name",
  });
  marker.on("add", () => marker.getElement()?.setAttribute("aria-label", words));
  marker.on("click", act);
  /** @param {LeafletEvent & { originalEvent?: KeyboardEvent }} event */
  const onKey = (event) => {
    if (event.originalEvent?.key === "Enter") act();
  };
  marker.on("keydown", onKey);
  /** @param {KeyboardEvent} event */
  const onEscape = (event) => {
    if (event.key === "Escape") marker.closeTooltip();
  };
  marker.on("tooltipopen", () => document.addEventListener("keydown", onEscape));
  marker.on("tooltipclose remove", () => document.removeEventListener("keydown", onEscape));
  return marker;
};

/**
 * @param {Cluster} cluster
 * @param {LatLngExpression} latlng
 * @param {MarkerTexts} t
 * @param {(marker: Marker) => unknown} act
 */
export const clusterMarker = (cluster, latlng, t, act) => {
  const marker = window.L.marker(latlng, { icon: clusterIcon(cluster), riseOnHover: true });
  return named(marker, clusterWords(cluster, t, number), () => act(marker));
};

/**
 * @param {Pin} pin
 * @param {LatLngExpression} latlng
 * @param {MarkerTexts} t
 * @param {(marker: Marker) => unknown} act
 * @param {boolean} [opened]
 */
export const pinMarker = (pin, latlng, t, act, opened = false) => {
  const marker = window.L.marker(latlng, {
    icon: pinIcon(pin, opened),
    riseOnHover: true,
    zIndexOffset: opened ? 1000 : 0,
  });
  return named(marker, pinWords(pin, t), () => act(marker));
};

/**
 * What several organisations at one point are called, one line each.
 * @param {string} title
 * @param {{ kind: string, name: string, unknown?: boolean, link: Record<string, string> }[]} items
 */
export const placeList = (title, items) =>
  make(
    "div",
    { class: "same-point", tabindex: "-1", role: "group", "aria-label": title },
    make("p", {}, title),
    make(
      "ul",
      {},
      items.map(({ kind, name, unknown, link }) => {
        const mark = `symbol symbol-${kind}${unknown ? " symbol-unknown" : ""}`;
        return make("li", {}, make("span", { class: mark }), make("a", link, name));
      }),
    ),
  );

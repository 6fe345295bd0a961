/* Leaflet markers of organisations: names for pointer, keyboard and screen readers alike. */

import { make } from "../base/elements.mjs";
import { number } from "../base/texts.mjs";
import { clusterWords, donut, donutSize, pinWords } from "./symbols.mjs";

/** @import { Schemas } from "../base/answers.mjs" */
/** @import { DivIcon, LatLngExpression, LeafletEvent, Marker } from "leaflet" */
/** @typedef {{ kinds: Record<string, string>, organisations: string, samePoint: string, zoomIn: string, approximate: string }} MarkerTexts */
/** @typedef {Schemas["ClusterProperties"]} Cluster */
/** @typedef {Pick<Schemas["PinProperties"], "id" | "kind" | "name" | "precise">} Pin */

/**
 * @param {Cluster} cluster
 * @returns {DivIcon}
 */
const clusterIcon = (cluster) => {
  const size = donutSize(cluster.count);
  return window.L.divIcon({
    html: donut(cluster.count, cluster.kinds, number),
    className: "cluster",
    iconSize: [size, size],
  });
};

/**
 * @param {Pin} pin
 * @param {boolean} opened
 */
const pinIcon = (pin, opened) => {
  const name = pin.kind + (pin.precise ? "" : "-hollow");
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
 * @param {{ kind: string, name: string, link: Record<string, string> }[]} items
 */
export const placeList = (title, items) =>
  make(
    "div",
    { class: "same-point", tabindex: "-1", role: "group", "aria-label": title },
    make("p", {}, title),
    make(
      "ul",
      {},
      items.map(({ kind, name, link }) =>
        make("li", {}, make("span", { class: `symbol symbol-${kind}` }), make("a", link, name)),
      ),
    ),
  );

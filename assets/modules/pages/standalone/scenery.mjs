/* What stands around the symbols of a map that left the app: towns, the centre, tools. */

import { make } from "../../base/elements.mjs";
import { roomForName } from "./lines.mjs";

/** @import { LayerGroup, Map as LeafletMap } from "leaflet" */
/** @import { Drawn } from "./lines.mjs" */
/** @typedef {{ map: LeafletMap, drawn: Drawn, names: LayerGroup }} Scene */

const MOST_TOWNS = 40;
export const PRODUCT_BLUE = "#12355b";

/**
 * Names of towns: the most populated that find room at this zoom, beside the symbols.
 * @param {Scene} page
 */
export const drawTowns = ({ map, names, drawn }) => {
  names.clearLayers();
  const view = map.getBounds();
  const corner = map.getContainer().getBoundingClientRect();
  const symbols = map.getPane("markerPane")?.querySelectorAll(".pin, .cluster") || [];
  const taken = [...symbols].map((symbol) => {
    const box = symbol.getBoundingClientRect();
    return [
      box.left - corner.left,
      box.top - corner.top,
      box.right - corner.left,
      box.bottom - corner.top,
    ];
  });
  let named = 0;
  for (const [name, lon, lat] of drawn.ground.towns) {
    if (named === MOST_TOWNS) return;
    if (!view.contains([lat, lon])) continue;
    const at = map.latLngToContainerPoint([lat, lon]);
    const drop = roomForName(at, name, taken);
    if (drop === undefined) continue;
    const half = name.length * 3.5 + 12;
    taken.push([at.x - half, at.y + drop - 4, at.x + half, at.y + drop + 21]);
    named += 1;
    const icon = window.L.divIcon({
      html: make("span", {}, name),
      className: "town",
      iconSize: [0, 0],
      iconAnchor: [0, -drop],
    });
    const quiet = { interactive: false, keyboard: false, zIndexOffset: -1000 };
    window.L.marker([lat, lon], { icon, ...quiet }).addTo(names);
  }
};

/** @param {Scene} page */
export const drawOrigin = ({ map, drawn }) => {
  const { origin } = drawn;
  if (!origin) return;
  const line = {
    color: PRODUCT_BLUE,
    weight: 2,
    fill: false,
    dashArray: "6 5",
    interactive: false,
  };
  if (origin.radius_km) {
    const radius = origin.radius_km * 1000;
    window.L.circle([origin.lat, origin.lon], { ...line, radius }).addTo(map);
  }
  window.L.circleMarker([origin.lat, origin.lon], {
    radius: 6,
    color: "#fff",
    weight: 2,
    fillColor: PRODUCT_BLUE,
    fillOpacity: 1,
  })
    .bindTooltip(make("span", {}, origin.name))
    .addTo(map);
};

/** @param {Scene} page */
export const dressMap = ({ map, drawn }) => {
  const { words, credit } = drawn;
  window.L.control.scale({ imperial: false }).addTo(map);
  map.zoomControl.remove();
  window.L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  map.getContainer().setAttribute("aria-label", words.map);
  map.getContainer().setAttribute("role", "region");
  map.attributionControl.setPrefix(false);
  map.attributionControl.addAttribution(credit);
};

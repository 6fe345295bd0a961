/* The list, the legend and the search beside a map that left the app: one file, opened without any
   network. It runs after folium has made the map; this module and those it imports are written into
   the file in the order in which they need one another. */

import { fromHtml, make } from "../../base/elements.mjs";
import { fillIn } from "../../base/texts.mjs";
import { decimalInWords } from "../../base/writing.mjs";
import { badgeSize, donut, mixOf } from "../../map/symbols.mjs";
import { isKept, linesOf } from "./lines.mjs";
import { drawOrigin, drawTowns, dressMap, PRODUCT_BLUE } from "./scenery.mjs";

/** @import { LayerGroup, Map as LeafletMap, Marker } from "leaflet" */
/** @import { Drawn, ListLine, Packed } from "./lines.mjs" */
/** @typedef {ListLine & { marker?: Marker, button?: HTMLButtonElement }} Shown */
/** @typedef {Marker & { kind: string | null }} KindMarker */

const STEP = 200;

/** @param {string} id @returns {any} */
const byId = (id) => document.getElementById(id);

/** @param {string | null} kind @param {boolean} precise @param {Drawn} drawn */
const drawingOf = (kind, precise, { kinds }) => {
  const shape = kind ? kinds[kind][precise ? "symbol" : "hollow"] : "";
  return `<svg viewBox="0 0 24 24" aria-hidden="true">${shape}</svg>`;
};

/** @param {Shown} line @param {boolean} open @param {Drawn} drawn */
const pinOf = (line, open, drawn) =>
  window.L.divIcon({
    html: drawingOf(line.kind, line.precise, drawn),
    className: open ? "pin is-open" : "pin",
    iconSize: [24, 24],
  });

/** @param {string} key @param {string} text */
const factOf = (key, text) =>
  key === "website" && /^https?:\/\//.test(text)
    ? make("a", { href: text, target: "_blank", rel: "noopener noreferrer" }, text)
    : text;

/** @param {Shown} line @param {PageState} page */
const popupOf = (line, { packed, written }) =>
  make(
    "div",
    { class: "popup" },
    make("h2", {}, line.name),
    make(
      "dl",
      {},
      packed.columns.flatMap((key, n) => {
        const value = line.cells[n];
        if (value === null || value === "" || packed.map.quiet.includes(key)) return [];
        const text = typeof value === "number" ? written(value, 6) : value;
        return [make("dt", {}, packed.headings[n]), make("dd", {}, factOf(key, text))];
      }),
    ),
  );

/** @param {Shown} line @param {PageState} page */
const choose = (line, page) => {
  const before = page.open;
  before?.button?.removeAttribute("aria-current");
  before?.marker?.setIcon(pinOf(before, false, page.drawn));
  page.open = line;
  line.marker?.setIcon(pinOf(line, true, page.drawn));
  if (!line.button?.isConnected) return;
  line.button.setAttribute("aria-current", "true");
  line.button.scrollIntoView({ block: "nearest" });
};

/**
 * The popup stands on the map, not on the marker: symbols of one place that spread or fold back take
 * their own popups away with them.
 * @param {Shown} line
 * @param {PageState} page
 */
const show = (line, page) => {
  const { map, group } = page;
  const { marker } = line;
  choose(line, page);
  if (!marker) {
    const popup = window.L.popup({ maxWidth: 320 }).setLatLng(map.getCenter());
    popup.setContent(popupOf(line, page)).openOn(map);
    return;
  }
  group.zoomToShowLayer(marker, () => {
    const popup = window.L.popup({ maxWidth: 320, offset: [0, -8], autoPanPadding: [20, 20] });
    popup.setLatLng(marker.getLatLng()).setContent(popupOf(line, page)).openOn(map);
  });
};

/** @param {Shown} line @param {PageState} page */
const itemOf = (line, page) => {
  const symbol = make("span");
  if (line.kind !== null) symbol.innerHTML = drawingOf(line.kind, line.precise, page.drawn);
  line.button = make(
    "button",
    { type: "button", class: "item", onclick: () => show(line, page) },
    [...symbol.childNodes],
    make(
      "div",
      {},
      make("b", {}, line.name),
      make("span", {}, line.what),
      make("br"),
      make("span", {}, line.where),
    ),
  );
  return make("li", {}, line.button);
};

/** @param {PageState} page */
const grow = (page) => {
  const { written, kept, lines, drawn } = page;
  const next = kept.slice(page.shown, page.shown + STEP);
  byId("lignes").append(...next.map((line) => itemOf(line, page)));
  page.shown += next.length;
  byId("suite").hidden = page.shown >= kept.length;
  const placed = kept.filter((line) => line.point).length;
  byId("compte").textContent = fillIn(drawn.words.count, {
    kept: written(kept.length, 0),
    total: written(lines.length, 0),
    shown: written(page.shown, 0),
    drawn: written(placed, 0),
  });
};

/**
 * Typed words and kinds; list and map always show the same.
 * @param {PageState} page
 */
const refresh = (page) => {
  const { group, ties, lines } = page;
  const { origin } = page.drawn;
  const chosen = new Set(page.boxes.filter((box) => box.checked).map((box) => box.dataset.kind));
  page.kept = lines.filter((line) => isKept(line, byId("recherche").value, chosen));
  group.clearLayers();
  group.addLayers(page.kept.flatMap(({ marker }) => marker || []));
  ties.clearLayers();
  const tied = { color: PRODUCT_BLUE, weight: 1.2, opacity: 0.55, interactive: false };
  for (const { point } of origin?.tied ? page.kept : []) {
    if (origin && point) {
      window.L.polyline([[origin.lat, origin.lon], point], tied).addTo(ties);
    }
  }
  byId("lignes").replaceChildren();
  page.shown = 0;
  grow(page);
  nameSoon(page);
};

/** @param {PageState} page */
const nameSoon = (page) => requestAnimationFrame(() => drawTowns(page));

/** @param {PageState} page */
const placeMarkers = (page) => {
  for (const line of page.lines) {
    if (!line.point) continue;
    const marker = window.L.marker(line.point, {
      icon: pinOf(line, false, page.drawn),
      title: line.name,
      alt: line.name,
    });
    line.marker = Object.assign(marker, { kind: line.kind });
    marker.bindPopup(() => popupOf(line, page), { maxWidth: 320 });
    marker.on("popupopen", () => choose(line, page));
  }
};

/**
 * Symbols that stand together, as a donut of their kinds.
 * @param {(n: number, most: number) => string} written
 * @param {string} words what several of them are called, for who does not see them
 * @param {() => unknown} settled once they are all there
 */
const groupOf = (written, words, settled) =>
  window.L.markerClusterGroup({
    maxClusterRadius: 56,
    showCoverageOnHover: false,
    chunkedLoading: true,
    /** @param {number} done @param {number} all */
    chunkProgress: (done, all) => done === all && settled(),
    animate: false,
    spiderfyDistanceMultiplier: 1.6,
    /** @param {{ getChildCount(): number, getAllChildMarkers(): KindMarker[] }} cluster */
    iconCreateFunction: (cluster) => {
      const kinds = mixOf(cluster.getAllChildMarkers());
      const told = { count: cluster.getChildCount(), kinds };
      const size = badgeSize(told, (n) => written(n, 0));
      return window.L.divIcon({
        html: make(
          "div",
          {},
          fromHtml(donut(told, (n) => written(n, 0))),
          make("span", { class: "hidden" }, fillIn(words, { n: written(told.count, 0) })),
        ),
        className: "cluster",
        iconSize: [size, size],
      });
    },
  });

/** @typedef {{ map: LeafletMap, packed: Packed, drawn: Drawn, written: (n: number, most: number) => string, lines: Shown[], kept: Shown[], shown: number, open: Shown | null, boxes: HTMLInputElement[], group: ReturnType<typeof groupOf>, ties: LayerGroup, names: LayerGroup }} PageState */

/**
 * @param {LeafletMap} map the one that folium made
 * @param {Packed} packed
 */
const start = (map, packed) => {
  const drawn = packed.map;
  /** @param {number} n @param {number} most */
  const written = (n, most) => decimalInWords(n, most, 0, drawn.words.writing);
  /** @type {PageState} */
  const page = {
    map,
    packed,
    drawn,
    written,
    lines: linesOf(packed),
    kept: [],
    shown: 0,
    open: null,
    boxes: [...document.querySelectorAll("input")].filter((box) => box.dataset.kind),
    group: groupOf(written, drawn.words.together, () => nameSoon(page)),
    ties: window.L.layerGroup().addTo(map),
    names: window.L.layerGroup().addTo(map),
  };
  placeMarkers(page);
  map.on("moveend", () => nameSoon(page));
  /* Parts of France that are far apart. */
  byId("zone")?.addEventListener("change", () =>
    map.fitBounds(drawn.ground.zones[Number(byId("zone").value)]),
  );
  drawOrigin(page);
  dressMap(page);
  map.addLayer(page.group);
  byId("recherche").addEventListener("input", () => refresh(page));
  /* The areas of a figure, where the list is one of a territory. */
  byId("chiffre")?.addEventListener("change", () =>
    map.getContainer().classList.toggle("no-figure", !byId("chiffre").checked),
  );
  for (const box of page.boxes) box.addEventListener("change", () => refresh(page));
  byId("suite").addEventListener("click", () => grow(page));
  refresh(page);
};

start(window.territorialMapPage, JSON.parse(byId("liste").textContent));

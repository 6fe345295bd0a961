/* The map of a framed page. It sleeps: the host keeps its wheel and its finger until the reader
   takes them, and no focus moved by us scrolls. */

import { held, wasStopped } from "../../base/answers.mjs";
import { find, the } from "../../base/dom.mjs";
import { say } from "../../base/texts.mjs";
import { hereInWords, standingAt } from "../../map/at_point.mjs";
import { clusterMarker, pinMarker, placeList } from "../../map/markers.mjs";
import { cornersOf, HOME, windowOf } from "../../map/window.mjs";

/** @import { Schemas } from "../../base/answers.mjs" */
/** @import { Circle, LatLngExpression, LayerGroup, Map as LeafletMap, Marker, PathOptions } from "leaflet" */
/** @import { Cluster, Pin } from "../../map/markers.mjs" */
/** @typedef {Schemas["ClusterFeature"] | Schemas["PinFeature"]} Feature */
/** @typedef {Schemas["MapFeatures"]} Features */
/** @typedef {{ show(query: string, circle: string): void }} FramedMap */

const EVERYWHERE = [-180, -85, 180, 85];
const POLE = 85;
const HINT_MS = 1600;

/** @param {string} address @param {AbortSignal} [signal] */
const ask = async (address, signal) => held(await fetch(address, { signal }));

/** @param {Pick<Pin, "id" | "kind" | "name" | "unknown">} pin */
const itemOf = ({ id, kind, name, unknown }) => ({
  kind,
  name,
  unknown,
  link: {
    href: `/o/${encodeURIComponent(id).replace(/%3A/g, ":")}`,
    target: "_blank",
    rel: "noopener",
  },
});

/**
 * The corners of what is found, in mainland France when something is there.
 * @param {Feature[]} features
 * @returns {[number, number][]}
 */
export const spotsOf = (features) => {
  /** @type {[number, number][]} */
  const spots = features.flatMap(({ geometry, properties }) => {
    if (properties.cluster) return cornersOf(properties.bounds);
    const [lon, lat] = geometry.coordinates;
    return [[lat, lon]];
  });
  const mainland = spots.filter(([lat, lon]) => lat > 41 && lat < 51.5 && lon > -5.5 && lon < 10);
  return mainland.length ? mainland : spots;
};

/**
 * @param {HTMLElement} box
 * @param {FrameTexts} texts
 */
const makeMap = (box, texts) => {
  const { L } = window;
  const map = L.map(box, {
    scrollWheelZoom: false,
    dragging: !L.Browser.mobile,
    minZoom: 3,
    maxZoom: 18,
    zoomControl: false,
  });
  /* Leaflet focuses its box at each click: that must not scroll the host. */
  const focus = box.focus.bind(box);
  box.focus = () => focus({ preventScroll: true });
  L.control.zoom({ zoomInTitle: texts.zoomInButton, zoomOutTitle: texts.zoomOutButton }).addTo(map);
  map.attributionControl.setPrefix(false);
  const { url, attribution } = texts.base;
  L.tileLayer(url, { attribution, maxZoom: 18 }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  map.createPane("land").style.zIndex = "150";
  outline(map, "region", { stroke: false, fillColor: "#fdfcf9", fillOpacity: 1 }, "land");
  outline(map, "department", { color: "#5f6f85", weight: 0.8, fill: false }, "overlayPane");
  return map;
};

/** @param {LeafletMap} map @param {string} level @param {PathOptions} style @param {string} pane */
const outline = async (map, level, style, pane) => {
  const drawn = await ask(`/api/v1/outlines/${level}`).catch(() => null);
  if (drawn) window.L.geoJSON(drawn, { style, interactive: false, pane }).addTo(map);
};

/**
 * Let the map sleep until the reader takes it.
 * @param {LeafletMap} map
 * @param {HTMLElement} box
 * @param {FrameTexts} texts
 */
const letSleep = (map, box, texts) => {
  const wake = the(".embed-wake");
  const hint = the(".embed-hint");
  let timer = 0;
  /** @param {boolean} awake */
  const setAwake = (awake) => {
    map.scrollWheelZoom[awake ? "enable" : "disable"]();
    if (window.L.Browser.mobile) map.dragging[awake ? "enable" : "disable"]();
    wake.setAttribute("aria-pressed", String(awake));
    wake.textContent = awake ? texts.sleep : texts.wake;
    box.classList.toggle("is-awake", awake);
  };
  const showHint = () => {
    hint.textContent = texts.wheel;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      hint.textContent = "";
    }, HINT_MS);
  };
  /** @param {WheelEvent} event */
  const onWheel = (event) => {
    if (map.scrollWheelZoom.enabled()) return;
    if (!event.ctrlKey && !event.metaKey) {
      showHint();
      return;
    }
    event.preventDefault();
    const step = event.deltaY > 0 ? -1 : 1;
    map.setZoomAround(map.mouseEventToContainerPoint(event), map.getZoom() + step);
  };
  map.on("click", () => setAwake(true));
  box.addEventListener("wheel", onWheel, { passive: false, capture: true });
  box.addEventListener("mouseleave", () => setAwake(false));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    map.closePopup();
    setAwake(false);
  });
  wake.hidden = false;
  wake.addEventListener("click", () => setAwake(!box.classList.contains("is-awake")));
  setAwake(false);
};

/**
 * The popups of a map; closing one gives the focus back to what opened it.
 * @param {LeafletMap} map
 * @param {FrameTexts} texts
 */
const popupsOn = (map, texts) => {
  /** @type {HTMLElement | undefined} */
  let opener;
  map.on("popupopen", ({ popup }) => {
    const close = popup.getElement()?.querySelector(".leaflet-popup-close-button");
    close?.setAttribute("aria-label", texts.close);
  });
  map.on("popupclose", () => {
    if (opener?.isConnected) opener.focus({ preventScroll: true });
    opener = undefined;
  });
  return {
    /** @param {Marker} marker */
    openedBy: (marker) => {
      opener = marker.getElement();
    },
    /** @param {LatLngExpression} latlng @param {string} title @param {Pick<Pin, "id" | "kind" | "name" | "unknown">[]} items */
    open: (latlng, title, items) => {
      const content = placeList(title, items.map(itemOf));
      const popup = window.L.popup({ maxWidth: 300, maxHeight: 240 });
      popup.setLatLng(latlng).setContent(content).openOn(map);
      find("a", content)?.focus({ preventScroll: true });
    },
  };
};

/**
 * Start the map of the frame.
 * @param {HTMLElement} box
 * @param {FrameTexts} texts
 * @returns {FramedMap}
 */
export const startFramedMap = (box, texts) => {
  const map = makeMap(box, texts);
  const popups = popupsOn(map, texts);
  /** @type {LayerGroup} */
  const markers = window.L.layerGroup().addTo(map);
  /** @type {Circle | null} */
  let circle = null;
  /** @type {AbortController | null} */
  let running = null;
  let seen = false;
  let query = "";

  /** @param {string} words */
  const tell = (words) => {
    the("#embed-status").textContent = words;
  };
  /** @param {string} path @param {Record<string, string | number>} more */
  const address = (path, more) => {
    const params = new URLSearchParams(query);
    for (const [name, value] of Object.entries(more)) params.set(name, String(value));
    return `/api/v1/${path}?${params}`;
  };

  /** @param {Cluster} cluster @param {LatLngExpression} latlng */
  const openCluster = async (cluster, latlng) => {
    if (!cluster.same_point && map.getZoom() < map.getMaxZoom()) {
      map.fitBounds(cornersOf(cluster.bounds), { padding: [30, 30], maxZoom: 17 });
      return;
    }
    try {
      const page = await standingAt(new URLSearchParams(query), cluster);
      popups.open(latlng, say(texts.organisations, { n: page.total }), page.items);
    } catch {
      tell(texts.failed);
    }
  };

  /** @param {Feature} feature */
  const markerOf = ({ geometry, properties }) => {
    const [lon, lat] = geometry.coordinates;
    const latlng = window.L.latLng(lat, lon);
    if (properties.cluster) {
      return clusterMarker(properties, latlng, texts, (marker) => {
        popups.openedBy(marker);
        openCluster(properties, latlng);
      });
    }
    return pinMarker(properties, latlng, texts, (marker) => {
      popups.openedBy(marker);
      popups.open(latlng, texts.kinds[properties.kind], [properties]);
    });
  };

  /** @param {Features} found */
  const draw = (found) => {
    markers.clearLayers();
    for (const feature of found.features) markers.addLayer(markerOf(feature));
    tell(hereInWords(found, texts, say));
    box.dataset.ready = "1";
  };

  const refresh = async () => {
    if (!seen) return;
    running?.abort();
    running = new AbortController();
    const bbox = windowOf(map.getBounds(), POLE).join(",");
    const zoom = Math.round(map.getZoom());
    try {
      draw(await ask(address("map", { bbox, zoom }), running.signal));
    } catch (error) {
      if (!wasStopped(error)) tell(texts.failed);
    }
  };

  /** @param {number} lat @param {number} lon @param {number} km */
  const lookAround = (lat, lon, km) => {
    const centre = window.L.latLng(lat, lon);
    map.fitBounds(centre.toBounds(km * 2000), { animate: false });
    circle = window.L.circle(centre, {
      radius: km * 1000,
      color: "#12355b",
      weight: 2,
      dashArray: "6 5",
      fill: false,
      interactive: false,
    }).addTo(map);
  };

  const lookAtAll = async () => {
    const everywhere = address("map", { bbox: EVERYWHERE.join(","), zoom: 5 });
    /** @type {Features | null} */
    const found = await ask(everywhere).catch(() => null);
    const spots = spotsOf(found ? found.features : []);
    if (spots.length) map.fitBounds(spots, { animate: false, padding: [30, 30], maxZoom: 13 });
    else map.fitBounds(HOME, { animate: false });
  };

  letSleep(map, box, texts);
  map.on("moveend", refresh);
  map.on("zoomend", () => {
    box.dataset.zoom = String(map.getZoom());
  });
  return {
    /* Look at what the selection holds, or at the circle that it draws. */
    show: async (asked, around) => {
      query = asked;
      seen = false;
      circle?.remove();
      circle = null;
      const [lat, lon, km] = around.split(",").map(Number);
      if (around && [lat, lon, km].every(Number.isFinite)) lookAround(lat, lon, km);
      else await lookAtAll();
      seen = true;
      await refresh();
    },
  };
};

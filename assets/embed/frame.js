/* The framed page: its map, its filters in place, its height told to the host. Nothing here scrolls
   the host: the wheel and the finger are the host's until the reader takes the map, and no focus
   moved by us scrolls. No cookie, no storage. */
"use strict";
window.territorialMap = window.territorialMap || {};
(function (app) {
  const L = window.L;
  const body = document.body;
  const texts = JSON.parse(body.dataset.texts);
  const box = document.getElementById("embed-map");
  const EVERYWHERE = [-180, -85, 180, 85];
  app.number = (n) => new Intl.NumberFormat(document.documentElement.lang).format(n);

  /* Height, for hosts that follow it. */
  const tellHeight = () => {
    if (!body.classList.contains("is-auto") || window.parent === window) return;
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    window.parent.postMessage({ source: "territorial-map", height }, "*");
  };
  new ResizeObserver(tellHeight).observe(document.documentElement);

  let map = null;
  let markers = null;
  let circle = null;
  let running = null;
  let seen = false;
  let query = box ? box.dataset.query : "";

  const ask = async (path, signal) => {
    const answer = await fetch(path, { signal });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };
  const mapAddress = (bbox, zoom) => {
    const params = new URLSearchParams(query);
    params.set("bbox", bbox.join(","));
    params.set("zoom", String(Math.round(zoom)));
    return "/api/v1/map?" + params.toString();
  };
  const windowOf = (bounds) => {
    const clamp = (x, most) => Math.max(-most, Math.min(most, Math.round(x * 1e5) / 1e5));
    return [
      clamp(bounds.getWest(), 180),
      clamp(bounds.getSouth(), 85),
      clamp(bounds.getEast(), 180),
      clamp(bounds.getNorth(), 85),
    ];
  };
  const tell = (words) => (document.getElementById("embed-status").textContent = words);

  /* Markers: names for pointer, keyboard and screen readers alike. */
  const named = (marker, words, act) => {
    const tooltip = document.createElement("span");
    tooltip.textContent = words;
    marker.bindTooltip(tooltip, { direction: "top", offset: [0, -10], className: "pin-name" });
    marker.on("add", () => marker.getElement().setAttribute("aria-label", words));
    marker.on("click", act);
    marker.on("keydown", (event) => {
      if (event.originalEvent.key === "Enter") act();
    });
    return marker;
  };

  const lineOf = (item) => {
    const line = document.createElement("li");
    const symbol = document.createElement("span");
    symbol.className = `symbol symbol-${item.kind}`;
    const link = document.createElement("a");
    link.href = "/o/" + encodeURIComponent(item.id).replace(/%3A/g, ":");
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = item.name;
    line.append(symbol, link);
    return line;
  };

  let opener = null;
  const popup = (latlng, title, items) => {
    const content = document.createElement("div");
    content.className = "same-point";
    content.tabIndex = -1;
    const heading = document.createElement("p");
    heading.textContent = title;
    const list = document.createElement("ul");
    list.append(...items.map(lineOf));
    content.append(heading, list);
    L.popup({ maxWidth: 300, maxHeight: 240 }).setLatLng(latlng).setContent(content).openOn(map);
    const link = content.querySelector("a");
    if (link) link.focus({ preventScroll: true });
  };

  const openCluster = async (feature, latlng) => {
    const [west, south, east, north] = feature.properties.bounds;
    const deepest = map.getZoom() >= map.getMaxZoom();
    if (!feature.properties.same_point && !deepest) {
      map.fitBounds([[south, west], [north, east]], { padding: [30, 30], maxZoom: 17 });
      return;
    }
    const params = new URLSearchParams(query);
    params.set("bbox", [west, south, east, north].join(","));
    params.set("limit", "50");
    try {
      const page = await ask("/api/v1/organisations?" + params.toString());
      popup(latlng, texts.organisations.replace("{n}", app.number(page.total)), page.items);
    } catch {
      tell(texts.failed);
    }
  };

  const markerOf = (feature, latlng) => {
    const p = feature.properties;
    if (p.cluster) {
      const marker = L.marker(latlng, { icon: app.clusterIcon(p), riseOnHover: true });
      return named(marker, app.clusterWords(p, texts), () => {
        opener = marker.getElement();
        openCluster(feature, latlng);
      });
    }
    const marker = L.marker(latlng, { icon: app.pinIcon(p, false), riseOnHover: true });
    const where = p.precise ? "" : `, ${texts.approximate}`;
    return named(marker, `${p.name} (${texts.kinds[p.kind]}${where})`, () => {
      opener = marker.getElement();
      popup(latlng, texts.kinds[p.kind], [p]);
    });
  };

  const draw = (features) => {
    markers.clearLayers();
    features.features.forEach((feature) => {
      const [lon, lat] = feature.geometry.coordinates;
      markers.addLayer(markerOf(feature, L.latLng(lat, lon)));
    });
    tell(texts.here.replace("{n}", app.number(features.total)));
    box.dataset.ready = "1";
  };

  const refresh = async () => {
    if (!seen) return;
    if (running) running.abort();
    const mine = (running = new AbortController());
    try {
      draw(await ask(mapAddress(windowOf(map.getBounds()), map.getZoom()), mine.signal));
    } catch (error) {
      if (error.name !== "AbortError") tell(texts.failed);
    }
  };

  /* Look at what the selection holds, or at the circle that it draws. */
  const look = async () => {
    if (circle) circle.remove();
    circle = null;
    const round = box.dataset.circle.split(",").map(Number);
    if (round.length === 3 && round.every(Number.isFinite)) {
      const centre = L.latLng(round[0], round[1]);
      map.fitBounds(centre.toBounds(round[2] * 2000), { animate: false });
      const options = { radius: round[2] * 1000, color: "#12355b", weight: 2, dashArray: "6 5", fill: false, interactive: false };
      circle = L.circle(centre, options).addTo(map);
    } else {
      const found = await ask(mapAddress(EVERYWHERE, 5)).catch(() => null);
      const spots = (found ? found.features : []).map((f) => f.properties.bounds
        ? [[f.properties.bounds[1], f.properties.bounds[0]], [f.properties.bounds[3], f.properties.bounds[2]]]
        : [[f.geometry.coordinates[1], f.geometry.coordinates[0]]]).flat();
      const mainland = spots.filter(([lat, lon]) => lat > 41 && lat < 51.5 && lon > -5.5 && lon < 10);
      const shown = mainland.length ? mainland : spots;
      if (shown.length) map.fitBounds(shown, { animate: false, padding: [30, 30], maxZoom: 13 });
      else map.fitBounds([[41.3, -4.8], [51.1, 9.56]], { animate: false });
    }
    seen = true;
    refresh();
  };

  /* The map sleeps: the host keeps its wheel and its finger until the reader takes them. */
  const wakeButton = document.querySelector(".embed-wake");
  const hint = document.querySelector(".embed-hint");
  let hintTimer = 0;
  const setAwake = (awake) => {
    map.scrollWheelZoom[awake ? "enable" : "disable"]();
    if (L.Browser.mobile) map.dragging[awake ? "enable" : "disable"]();
    wakeButton.setAttribute("aria-pressed", String(awake));
    wakeButton.textContent = awake ? texts.sleep : texts.wake;
    box.classList.toggle("is-awake", awake);
  };
  const showHint = () => {
    hint.textContent = texts.wheel;
    window.clearTimeout(hintTimer);
    hintTimer = window.setTimeout(() => (hint.textContent = ""), 1600);
  };
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

  const startMap = () => {
    map = L.map(box, { scrollWheelZoom: false, dragging: !L.Browser.mobile, minZoom: 3, maxZoom: 18, zoomControl: false });
    app.map = map;
    /* Leaflet focuses its box at each click: that must not scroll the host. */
    const focus = box.focus.bind(box);
    box.focus = () => focus({ preventScroll: true });
    L.control.zoom({ zoomInTitle: texts.zoomInButton, zoomOutTitle: texts.zoomOutButton }).addTo(map);
    map.attributionControl.setPrefix(false);
    L.tileLayer(texts.base.url, { attribution: texts.base.attribution, maxZoom: 18 }).addTo(map);
    L.control.scale({ imperial: false }).addTo(map);
    markers = L.layerGroup().addTo(map);
    map.createPane("land").style.zIndex = 150;
    const outlines = (level, style, pane) =>
      ask(`/api/v1/outlines/${level}`)
        .then((data) => L.geoJSON(data, { style, interactive: false, pane }).addTo(map))
        .catch(() => null);
    outlines("region", { stroke: false, fillColor: "#fdfcf9", fillOpacity: 1 }, "land");
    outlines("department", { color: "#5f6f85", weight: 0.8, fill: false }, "overlayPane");
    map.on("moveend", refresh);
    map.on("zoomend", () => (box.dataset.zoom = String(map.getZoom())));
    map.on("click", () => setAwake(true));
    map.on("popupopen", ({ popup: open }) => {
      const close = open.getElement().querySelector(".leaflet-popup-close-button");
      if (close) close.setAttribute("aria-label", texts.close);
    });
    map.on("popupclose", () => {
      if (opener && opener.isConnected) opener.focus({ preventScroll: true });
      opener = null;
    });
    box.addEventListener("wheel", onWheel, { passive: false, capture: true });
    box.addEventListener("mouseleave", () => setAwake(false));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      map.closePopup();
      setAwake(false);
    });
    wakeButton.hidden = false;
    wakeButton.addEventListener("click", () => setAwake(!box.classList.contains("is-awake")));
    setAwake(false);
    look();
  };
  if (box) startMap();

  /* Filters stand open where there is room, folded in a narrow frame. */
  const wide = window.matchMedia("(min-width: 40em)");
  const unfold = () => {
    const filters = document.querySelector(".embed-filters");
    if (filters) filters.open = wide.matches;
  };
  wide.addEventListener("change", unfold);
  unfold();

  /* Filters answer in place: the page is asked for and its parts change, the focus stays. */
  const swap = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) {
      window.location.replace(address);
      return;
    }
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    const active = document.activeElement;
    const again = active && active.name ? [active.name, active.value] : null;
    const unfolded = [...document.querySelectorAll(".embed-form details")].map((d) => d.open);
    for (const part of ["header", ".embed-form", "#embed-list", ".embed-foot"]) {
      const [from, to] = [document.querySelector(part), next.querySelector(part)];
      if (from && to) from.replaceWith(document.adoptNode(to));
    }
    document.querySelectorAll(".embed-form details").forEach((d, i) => (d.open = unfolded[i] || d.open));
    document.title = next.title;
    window.history.replaceState(null, "", answer.url);
    if (again) {
      const fields = [...document.querySelectorAll(`.embed-form [name="${again[0]}"]`)];
      const field = fields.find((one) => one.value === again[1]) || fields[0];
      if (field) field.focus({ preventScroll: true });
    }
    const nextBox = next.getElementById("embed-map");
    if (box && nextBox) {
      query = nextBox.dataset.query;
      box.dataset.circle = nextBox.dataset.circle;
      seen = false;
      look();
    }
  };
  const submit = (form) => {
    const params = new URLSearchParams(new FormData(form));
    [...params.entries()].forEach(([name, value]) => value || params.delete(name));
    swap(form.getAttribute("action") + "?" + params.toString());
  };
  document.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(event.target);
  });
  document.addEventListener("change", (event) => {
    if (event.target.type === "checkbox") submit(event.target.form);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || link.target === "_blank" || !link.pathname.startsWith("/embed")) return;
    event.preventDefault();
    const turned = Boolean(link.closest(".turning"));
    swap(link.href).then(() => {
      const list = document.getElementById("embed-list");
      if (!turned) return;
      list.scrollTop = 0;
      list.focus({ preventScroll: true });
    });
  });
})(window.territorialMap);

/* The map: data from the public API, markers, tools, and its place in the address. */
"use strict";
(function (app) {
  const L = window.L;
  const HOME = [
    [41.3, -4.8],
    [51.1, 9.56],
  ];
  /* Room for the bars that lie over the map. */
  const room = () => {
    const tall = app.map.getSize().y > 780;
    return { paddingTopLeft: [0, tall ? 100 : 40], paddingBottomRight: [0, tall ? 70 : 6] };
  };
  const STALE = Symbol("superseded");
  let running = null;
  let ring = null;
  let lastTarget = null;
  let looked = false;
  let moveTimer = 0;

  L.Map.addInitHook(function () {
    app.map = this;
    looked = false;
    lastTarget = null;
    const legend = document.querySelector(".legend");
    if (legend && window.innerHeight < 850) legend.open = false;
    this.on("unload", () => {
      if (app.map === this) app.map = null;
    });
    this.on("moveend", moved);
    /* A map that left the page must not be measured again. */
    this.on("unload", () => {
      if (app.map === this) app.map = null;
    });
    this.on("dragstart zoomstart", (event) => {
      if (event.type === "dragstart") app.touched = true;
    });
    this.on("locationfound", (event) => mark(event.latlng));
    this.on("locationerror", () => tell(app.texts().locateFailed));
  });

  const tell = (words) => window.dash_clientside.set_props("map-status", { children: words || "" });
  const visible = () => app.map && app.map.getSize().x > 0 && app.map.getSize().y > 0;
  const rounded = (x) => Math.round(x * 1e5) / 1e5;

  /** The window of the map as the API writes it, or null while the map is not on screen. */
  app.windowOfMap = () => {
    if (!visible()) return null;
    const b = app.map.getBounds();
    const clamp = (x, most) => Math.max(-most, Math.min(most, rounded(x)));
    return [
      clamp(b.getWest(), 180),
      clamp(b.getSouth(), 90),
      clamp(b.getEast(), 180),
      clamp(b.getNorth(), 90),
    ].join(",");
  };

  const cameraOf = (map) => {
    const c = map.getCenter();
    return `${map.getZoom()}/${c.lat.toFixed(5)}/${c.lng.toFixed(5)}`;
  };

  function moved() {
    if (!visible() || !looked) return;
    window.clearTimeout(moveTimer);
    moveTimer = window.setTimeout(() => {
      if (!visible()) return;
      app.noteCamera(cameraOf(app.map));
      const params = app.params();
      if (params.get("follow") !== "1") return;
      const bbox = app.windowOfMap();
      if (bbox && bbox !== params.get("bbox")) {
        params.set("bbox", bbox);
        params.delete("shown");
        app.go(params, { replace: true });
      }
    }, 200);
  }

  app.searchArea = () => {
    const bbox = app.windowOfMap();
    if (bbox) app.filter((params) => params.set("bbox", bbox));
  };

  /** Filters or window changed: ask the API; a newer question stops the older one. */
  app.fetchMap = async (filters) => {
    const nothing = [window.dash_clientside.no_update, window.dash_clientside.no_update];
    if (!visible()) return nothing;
    const query = app.filtersOf(filters || "");
    query.set("bbox", app.windowOfMap());
    query.set("zoom", String(Math.round(app.map.getZoom())));
    if (running) running.abort(STALE);
    running = new AbortController();
    const texts = app.texts();
    try {
      const answer = await fetch("/api/v1/map?" + query.toString(), { signal: running.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const features = await answer.json();
      return [features, texts.here.replace("{n}", app.number(features.total))];
    } catch (error) {
      if (error === STALE || error.name === "AbortError") return nothing;
      return [window.dash_clientside.no_update, texts.mapFailed];
    }
  };

  /** Outlines of régions and départements, once per page; without them the map still works. */
  app.fetchOutlines = async () => {
    const keep = window.dash_clientside.no_update;
    const outlines = async (level) => {
      const answer = await fetch(`/api/v1/outlines/${level}`);
      return answer.ok ? answer.json() : keep;
    };
    try {
      const [regions, departments] = await Promise.all([outlines("region"), outlines("department")]);
      return [regions, regions, departments];
    } catch {
      return [keep, keep, keep];
    }
  };

  app.chooseBase = (name, current) => {
    const base = app.texts().bases[name];
    if (!base || !base.url) return [];
    return {
      namespace: "dash_leaflet",
      type: "TileLayer",
      props: { url: base.url, attribution: base.attribution, maxZoom: 18 },
    };
  };

  /** Look at the chosen territory; the first time, an address that carries a camera wins. */
  app.lookAt = (target) => {
    if (!app.map) return;
    if (!visible()) {
      app.pending = target;
      return;
    }
    const camera = (app.params().get("map") || "").split("/").map(Number);
    const wanted = JSON.stringify((target && target.window) || null);
    const isNew = wanted !== lastTarget;
    lastTarget = wanted;
    if (!looked && camera.length === 3 && camera.every(Number.isFinite)) {
      app.map.setView([camera[1], camera[2]], camera[0], { animate: false });
    } else if (isNew && wanted !== "null") {
      app.flyToWindow(target.window, looked);
    } else if (!looked) {
      app.map.fitBounds(HOME, { animate: false, ...room() });
    }
    looked = true;
  };

  const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  app.flyToWindow = ([west, south, east, north], animate = true) => {
    if (!visible()) {
      app.pending = { window: [west, south, east, north] };
      return;
    }
    const bounds = [
      [south, west],
      [north, east],
    ];
    if (animate && !still()) app.map.flyToBounds(bounds, { duration: 0.6, ...room() });
    else app.map.fitBounds(bounds, { animate: false, ...room() });
  };

  app.flyToPoint = (lat, lon) => {
    if (document.documentElement.dataset.view !== "map" && !visible()) {
      const params = app.params();
      params.set("view", "map");
      params.set("map", `14/${lat}/${lon}`);
      app.go(params);
      app.showView();
    }
    window.requestAnimationFrame(() => {
      if (visible()) app.map.setView([lat, lon], Math.max(14, app.map.getZoom()));
    });
    if (window.matchMedia("(max-width: 48em)").matches) app.closePanel();
  };

  /** The map came on screen or its size changed: measure again, then catch up. */
  app.showView = () =>
    window.requestAnimationFrame(() => {
      if (!app.map) return;
      app.map.invalidateSize({ animate: false });
      if (visible() && (!looked || app.pending)) {
        const target = app.pending;
        app.pending = null;
        app.lookAt(target || {});
      }
      markView();
    });

  const markView = () => {
    const view = document.documentElement.dataset.view;
    document
      .querySelectorAll("[data-view]")
      .forEach((b) => b.tagName === "BUTTON" && b.setAttribute("aria-pressed", String(b.dataset.view === view)));
  };

  const mark = (latlng) => {
    if (ring) ring.remove();
    ring = latlng
      ? L.circleMarker(latlng, { radius: 17, color: "#12355b", weight: 3, fill: false, interactive: false })
      : null;
    if (ring && app.map) ring.addTo(app.map);
  };
  app.mark = mark;

  const TOOLS = {
    "zoom-in": () => app.map.zoomIn(),
    "zoom-out": () => app.map.zoomOut(),
    reset: () => app.map.fitBounds(HOME, room()),
    locate: () => app.map.locate({ setView: true, maxZoom: 12 }),
    "full-screen": () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else document.getElementById("map-region").requestFullscreen();
    },
  };
  app.mapTool = (name) => app.map && TOOLS[name]();
  document.addEventListener("fullscreenchange", () => app.showView());
  window.addEventListener("popstate", () => window.setTimeout(app.showView, 0));

  /* Markers. */
  const opening = (id) => {
    const params = app.params();
    params.set("organisation", id);
    return params;
  };

  const openPin = (feature, layer) => {
    app.opener = layer.getElement();
    app.go(opening(feature.properties.id));
  };

  const listPopup = async (feature, latlng) => {
    const texts = app.texts();
    const query = app.filtersOf(app.here().search);
    const [west, south, east, north] = feature.properties.bounds;
    query.set("bbox", [west, south, east, north].join(","));
    query.set("limit", "50");
    const box = document.createElement("div");
    box.className = "same-point";
    box.tabIndex = -1;
    box.setAttribute("role", "group");
    box.textContent = texts.loading;
    L.popup({ maxWidth: 340, maxHeight: 320 }).setLatLng(latlng).setContent(box).openOn(app.map);
    try {
      const answer = await fetch("/api/v1/organisations?" + query.toString());
      const page = await answer.json();
      box.replaceChildren(heading(page, texts), listOf(page.items));
      box.setAttribute("aria-label", box.firstChild.textContent);
      box.querySelector("a").focus();
    } catch {
      box.textContent = texts.mapFailed;
    }
  };

  const heading = (page, texts) => {
    const title = document.createElement("p");
    const words = texts.organisations.replace("{n}", app.number(page.total));
    const cut =
      page.items.length < page.total
        ? ` (${texts.nOfN.replace("{n}", page.items.length).replace("{total}", page.total)})`
        : "";
    title.textContent = words + cut;
    return title;
  };

  const listOf = (items) => {
    const list = document.createElement("ul");
    items.forEach((item) => {
      const line = document.createElement("li");
      const symbol = document.createElement("span");
      symbol.className = `symbol symbol-${item.kind}`;
      const link = document.createElement("a");
      link.href = "/?" + app.queryOf(opening(item.id));
      link.dataset.nav = "1";
      link.textContent = item.name;
      line.append(symbol, link);
      list.append(line);
    });
    return list;
  };

  const openCluster = (feature, latlng) => {
    const [west, south, east, north] = feature.properties.bounds;
    const deepest = app.map.getZoom() >= app.map.getMaxZoom();
    if (feature.properties.same_point || deepest) listPopup(feature, latlng);
    else app.map.fitBounds([[south, west], [north, east]], { padding: [40, 40], maxZoom: 17 });
  };

  const withName = (marker, words, act) => {
    const tooltip = document.createElement("span");
    tooltip.textContent = words;
    marker.bindTooltip(tooltip, { direction: "top", offset: [0, -10], className: "pin-name" });
    marker.on("add", () => {
      const element = marker.getElement();
      if (element) element.setAttribute("aria-label", words);
    });
    marker.on("click", act);
    marker.on("keydown", (event) => {
      if (event.originalEvent.key === "Enter") act();
    });
    return marker;
  };

  app.layers = {
    point: (feature, latlng, context) => {
      const properties = feature.properties;
      const texts = app.texts();
      if (properties.cluster) {
        const marker = L.marker(latlng, { icon: app.clusterIcon(properties), riseOnHover: true });
        return withName(marker, app.clusterWords(properties, texts), () =>
          openCluster(feature, latlng)
        );
      }
      const opened = context.hideout && context.hideout.opened === properties.id;
      const marker = L.marker(latlng, {
        icon: app.pinIcon(properties, opened),
        riseOnHover: true,
        zIndexOffset: opened ? 1000 : 0,
      });
      const words = `${properties.name} (${texts.kinds[properties.kind]}${
        properties.precise ? "" : ", " + texts.approximate
      })`;
      return withName(marker, words, () => openPin(feature, marker));
    },
    landStyle: () => ({ stroke: false, fillColor: "#fdfcf9", fillOpacity: 1 }),
    regionStyle: () => ({ color: "#5f6f85", weight: 1.4, fill: false }),
    departmentStyle: () => ({ color: "#8a97a8", weight: 0.6, dashArray: "3 3", fill: false }),
  };

  /* Pointing at a line of the list shows where it is. */
  const lineOf = (event) => event.target.closest && event.target.closest(".line[data-lon]");
  const point = (event) => {
    const line = lineOf(event);
    if (line && visible()) mark([Number(line.dataset.lat), Number(line.dataset.lon)]);
  };
  const unpoint = (event) => {
    if (lineOf(event)) mark(app.openedPoint || null);
  };
  document.addEventListener("mouseover", point);
  document.addEventListener("focusin", point);
  document.addEventListener("mouseout", unpoint);
})(window.territorialMap);

/* The page address: reading it, changing it, and splitting it into the states the app listens to. */
"use strict";
window.territorialMap = window.territorialMap || {};
(function (app) {
  const PAGE_ONLY = ["view", "map", "organisation", "order", "shown", "follow", "place", "lang", "pooling"];
  const TERRITORIES = ["region", "department", "epci", "commune", "near", "radius_km", "place"];

  app.params = () => new URLSearchParams(app.here().search);

  /** A query string that people can read: commas, colons and slashes stay as they are. */
  app.queryOf = (params) =>
    params.toString().replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%2F/g, "/");

  /** Only the filters, as the API wants them. */
  app.filtersOf = (search) => {
    const params = new URLSearchParams(search);
    PAGE_ONLY.forEach((name) => params.delete(name));
    return params;
  };

  const addressOf = (path, params) => {
    const query = app.queryOf(params);
    return path + (query ? "?" + query : "");
  };

  /** Go to another state of the page; the address component hears of it as of a history step. */
  app.go = (params, { path, replace = false } = {}) => {
    const here = app.here();
    const address = addressOf(path || here.path, params);
    if (address === here.path + here.search) return;
    app.lengthen();
    window.history[replace ? "replaceState" : "pushState"]({}, "", address);
    window.dispatchEvent(new PopStateEvent("popstate"));
  };

  /** Write the camera into the address without a history step: nothing has to be drawn again. */
  app.noteCamera = (camera) => {
    if (app.atShortAddress()) return;
    const params = app.params();
    params.set("map", camera);
    window.history.replaceState(window.history.state, "", addressOf(window.location.pathname, params));
  };

  /** Change filters: back to the first lines, no organisation open. */
  app.filter = (change, options) => {
    const params = app.params();
    change(params);
    ["shown", "organisation"].forEach((name) => params.delete(name));
    app.go(params, options);
  };

  app.toggle = (name, value) =>
    app.filter((params) => {
      const values = params.getAll(name);
      const kept = values.filter((other) => other !== value);
      params.delete(name);
      kept.forEach((other) => params.append(name, other));
      if (kept.length === values.length) params.append(name, value);
    });

  /** Choose the place: `commune:code:lon,lat` draws a radius, other levels filter by their code. */
  app.choosePlace = (value) =>
    app.filter((params) => {
      const [level, code, point] = value.split(":");
      [...TERRITORIES, "bbox", "map", "order"].forEach((name) => params.delete(name));
      if (level === "commune" && point) {
        params.set("near", point);
        params.set("radius_km", "20");
        params.set("place", `commune:${code}`);
      } else {
        params.set(level, code);
      }
    });

  /** Follow a link of ours: what the reader chose on this screen (view, camera) is kept. */
  app.follow = (link) => {
    const target = new URL(link.href);
    const now = app.params();
    if (target.pathname === window.location.pathname && target.pathname === "/") {
      ["view", "map"].forEach((name) => {
        if (now.has(name) && !target.searchParams.has(name)) {
          target.searchParams.set(name, now.get(name));
        }
      });
    }
    app.go(target.searchParams, { path: target.pathname });
    if (target.pathname !== "/") window.scrollTo(0, 0);
  };

  /** What a press does, by selector: `[selector, act]`, each with the element that answers to it. */
  app.onPress = (actions) =>
    document.addEventListener("click", (event) => {
      if (!(event.target instanceof Element)) return;
      for (const [selector, act] of actions) {
        const element = event.target.closest(selector);
        if (element) act(element);
      }
    });

  /** The words of this page's language, written into it by the server. */
  app.texts = () => {
    const holder = document.getElementById("client-texts");
    return holder ? JSON.parse(holder.dataset.texts) : {};
  };

  app.number = (n) => new Intl.NumberFormat(document.documentElement.lang).format(n);

  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  /**
   * Address → [page, filters, opened organisation, document]; what did not change is not sent again.
   * Pages beside the main screen have parameters of their own, which are no filters.
   */
  app.splitAddress = (path, search, page, filters, opened, shown) => {
    const keep = window.dash_clientside.no_update;
    const onMap = (path || "/") === "/";
    const nextDocument = onMap ? shown : { path, search: search || "" };
    const params = new URLSearchParams(search || "");
    const nextPage = { path: path || "/", lang: params.get("lang") || "fr" };
    const nextOpened = params.get("organisation");
    document.documentElement.dataset.view = params.get("view") === "map" ? "map" : "list";
    ["organisation", "map", "view", "pooling"].forEach((name) => params.delete(name));
    const lang = params.get("lang");
    const nextFilters = onMap
      ? "?" + params.toString()
      : filters || (lang ? "?lang=" + lang : "?");
    return [
      same(page, nextPage) ? keep : nextPage,
      filters === nextFilters ? keep : nextFilters,
      opened === nextOpened && page ? keep : nextOpened,
      same(shown, nextDocument) ? keep : nextDocument,
    ];
  };
})(window.territorialMap);

/* Dash looks for client-side callbacks under this name. */
window.dash_clientside = window.dash_clientside || {};
window.dash_clientside.territorialMap = window.territorialMap;

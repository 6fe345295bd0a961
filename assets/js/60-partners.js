/* Possible partnerships: the category in the address, both on the map, pairs set aside, undo. */
"use strict";
(function (app) {
  /** What the browser keeps under a store's name, whatever the page did with it meanwhile. */
  app.kept = (name) => {
    try {
      const value = JSON.parse(window.localStorage.getItem(name));
      return Array.isArray(value) ? value : [];
    } catch {
      return [];
    }
  };

  app.keepAs = (name, value) => {
    try {
      window.localStorage.setItem(name, JSON.stringify(value));
    } catch {
      /* A browser that keeps nothing still shows it until the page is left. */
    }
    window.dash_clientside.set_props(name, { data: value });
  };

  app.splitPooling = (search) => new URLSearchParams(search || "").get("pooling");

  /* The lines go with the open sheet: the map has them only while a sheet shows partners. */
  const onMap = (lines) => {
    if (document.getElementById("map")) {
      window.dash_clientside.set_props("map-partners", { children: lines || [] });
    }
  };
  let drawn = [];
  app.drawLines = (lines) => {
    drawn = lines || [];
    onMap(drawn);
  };
  app.clearLines = () => onMap([]);
  /** Other lines for a while; nothing brings those of the partners back. */
  app.drawInstead = (lines) => onMap(lines || drawn);

  /** The reader chose another category than the one served. */
  app.choosePooling = (value) => {
    const holder = document.querySelector(".panel-partners [data-served]");
    if (!value || !holder || holder.dataset.served === value) return;
    const params = app.params();
    params.set("pooling", value);
    app.keepFocus("partners-pooling");
    app.go(params);
  };

  /* What was done, and how to undo it. It stays until it is closed or something else is done. */
  let undo = null;
  const bar = () => {
    let element = document.getElementById("undo-bar");
    if (!element) {
      element = document.createElement("div");
      element.id = "undo-bar";
      element.className = "undo-bar";
      element.setAttribute("role", "status");
      document.body.append(element);
    }
    return element;
  };

  const button = (words, act) => {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = words;
    element.addEventListener("click", act);
    return element;
  };

  app.closeUndo = () => {
    undo = null;
    bar().replaceChildren();
  };

  /** Tell what was done, with a way back when there is one (`act`). */
  app.offerUndo = (words, act = null, focus = false) => {
    const texts = app.texts();
    const told = document.createElement("span");
    told.textContent = words;
    undo = act;
    const undoing = button(texts.undo, () => {
      const back = undo;
      app.closeUndo();
      if (back) back();
      const next = document.getElementById("partners-title") || document.getElementById("document");
      if (next) next.focus({ preventScroll: true });
    });
    const closing = button("×", app.closeUndo);
    closing.setAttribute("aria-label", texts.close);
    bar().replaceChildren(told, ...(act ? [undoing] : []), closing);
    if (focus) undoing.focus({ preventScroll: true });
  };

  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const without = (pairs, pair) => pairs.filter((other) => !same(other, pair));

  const dismiss = (element) => {
    const pair = element.dataset.pairDismiss.split("\n");
    if (app.operator && app.operator.isOn()) {
      app.operator.dismiss(pair);
      return;
    }
    app.keepAs("dismissed", [...without(app.kept("dismissed"), pair), pair]);
    app.offerUndo(element.dataset.said, () => restore(pair), true);
  };

  const restore = (pair) => app.keepAs("dismissed", without(app.kept("dismissed"), pair));

  /* On a phone the sheet steps aside so that both can be seen, and comes back by a button. */
  const narrow = () => window.matchMedia("(max-width: 48em)").matches;

  const peek = (on) => {
    document.body.classList.toggle("panel-peek", on);
    const old = document.getElementById("peek-back");
    if (old) old.remove();
    if (!on) return;
    const back = button(app.texts().backToSheet, () => {
      peek(false);
      const title = document.getElementById("partners-title");
      if (title) title.focus();
    });
    back.id = "peek-back";
    back.className = "button button-strong peek-back";
    document.body.append(back);
    back.focus();
  };
  app.peek = peek;

  /** Look at a window of the map (west, south, east, north), beside the sheet. */
  app.showWindow = (window_) => {
    const [west, south, east, north] = window_.split(",").map(Number);
    if (narrow()) peek(true);
    window.requestAnimationFrame(() => {
      if (!app.map) return;
      app.map.invalidateSize({ animate: false });
      const panel = document.getElementById("panel");
      const covered = narrow() || !panel ? 0 : panel.offsetWidth;
      app.map.fitBounds(
        [
          [Math.min(south, north), Math.min(west, east)],
          [Math.max(south, north), Math.max(west, east)],
        ],
        {
          paddingTopLeft: [50, 110],
          paddingBottomRight: [covered + 50, 110],
          maxZoom: 14,
          animate: false,
        }
      );
    });
  };

  const ACTIONS = [
    ["[data-pair-dismiss]", dismiss],
    ["[data-pair-restore]", (b) => restore(b.dataset.pairRestore.split("\n"))],
    ["[data-pair-map]", (b) => app.showWindow(b.dataset.pairMap)],
    ["[data-copy-here]", (b) => copyHere(b)],
  ];

  const copyHere = async (element) => {
    const label = element.querySelector(".copy-label");
    const before = label.textContent;
    try {
      await navigator.clipboard.writeText(window.location.href);
      label.textContent = element.dataset.copied;
    } catch {
      window.prompt(before, window.location.href);
    }
    window.setTimeout(() => (label.textContent = before), 2500);
  };

  app.onPress(ACTIONS);

  window.addEventListener("popstate", () => {
    if (!app.params().has("organisation")) peek(false);
  });
})(window.territorialMap);

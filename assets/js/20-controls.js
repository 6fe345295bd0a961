/* Search boxes, sort, filters, chips, drawer, menus: from what people do to the address. */
"use strict";
(function (app) {
  const noUpdate = () => window.dash_clientside.no_update;

  window.dashMantineFunctions = window.dashMantineFunctions || {};
  /* The server already searched, with typing errors forgiven: show what it found, in its order. */
  window.dashMantineFunctions.keepOptions = ({ options }) => options;
  window.dashMantineFunctions.placeOption = ({ option }) => {
    const [name, context] = option.label.split(" — ");
    const part = (className, text) =>
      window.React.createElement("span", { className, key: className }, text);
    return window.React.createElement("div", { className: "place-option" }, [
      part("place-option-name", name),
      part("place-option-context", context || ""),
    ]);
  };

  app.typeText = (value) => {
    const typed = (value || "").trim();
    if (typed === (app.params().get("q") || "")) return;
    app.filter((params) => (typed ? params.set("q", typed) : params.delete("q")));
  };

  /** The server will answer with new controls: the one in use keeps the keyboard, unless it moved. */
  let watch = null;
  app.keepFocus = (id) => {
    const used = document.getElementById(id);
    if (watch) watch.disconnect();
    if (!used || document.activeElement !== used) return;
    watch = new MutationObserver(() => {
      const now = document.getElementById(id);
      if (document.activeElement !== document.body && document.activeElement !== used) watch.disconnect();
      if (!now || now === used) return;
      watch.disconnect();
      if (document.activeElement === document.body) now.focus({ preventScroll: true });
    });
    watch.observe(document.body, { childList: true, subtree: true });
  };

  app.pickPlace = (value) => {
    if (!value) return;
    app.choosePlace(value);
    window.dash_clientside.set_props("search-place", { value: null, searchValue: "" });
  };

  const effectiveOrder = (params) => {
    const near = params.has("near");
    const asked = params.get("order") || (near ? "distance" : "name");
    return asked === "distance" && !near ? "name" : asked;
  };

  app.sortList = (value) => {
    const params = app.params();
    if (!value || value === effectiveOrder(params)) return;
    params.set("order", value);
    params.delete("shown");
    app.go(params);
  };

  app.followMap = (value) => {
    const wanted = Boolean(value);
    const params = app.params();
    if (wanted === (params.get("follow") === "1")) return;
    if (wanted) {
      params.set("follow", "1");
      const bbox = app.windowOfMap && app.windowOfMap();
      if (bbox) params.set("bbox", bbox);
    } else {
      ["follow", "bbox"].forEach((name) => params.delete(name));
    }
    app.go(params);
  };

  /** Filters → what the controls show: text, order, orders that make sense, follow. */
  app.fillControls = (filters, orders) => {
    const params = new URLSearchParams(filters || "");
    const options = (orders || []).map((option) =>
      option.value === "distance" ? { ...option, disabled: !params.has("near") } : option
    );
    const follow = params.get("follow") === "1";
    return [params.get("q") || "", effectiveOrder(params), options, follow];
  };

  /* Enter in the « Où ? » box takes the first territory found, when none was pointed at. */
  document.addEventListener(
    "keydown",
    (event) => {
      const box = event.target;
      if (event.key !== "Enter" || box.id !== "search-place") return;
      if (document.querySelector("[data-combobox-option][data-combobox-selected]")) return;
      const list = document.getElementById(box.getAttribute("aria-controls"));
      const first = list && list.querySelector("[data-combobox-option]");
      if (first && box.value.trim()) first.click();
    },
    true
  );

  /* The drawer of filters, on narrow screens. */
  const outside = () => document.querySelectorAll(".site-header, .results, .stage, .view-switch");

  app.drawer = (open) => {
    const region = document.getElementById("filters");
    if (!region) return;
    document.body.classList.toggle("drawer-open", open);
    outside().forEach((element) => (element.inert = open));
    document
      .querySelectorAll('[data-drawer="open"]')
      .forEach((button) => button.setAttribute("aria-expanded", String(open)));
    if (open) region.focus();
    else if (app.drawerOpener) app.drawerOpener.focus();
  };

  const closeMenus = (except) =>
    document.querySelectorAll("details[data-menu][open]").forEach((menu) => {
      if (menu !== except) menu.open = false;
    });

  const copyAddress = async (button) => {
    const address = new URL(button.dataset.copyAddress, window.location.origin + "/");
    const label = button.querySelector(".copy-label");
    const before = label.textContent;
    try {
      await navigator.clipboard.writeText(address.href);
      label.textContent = button.dataset.copied;
    } catch {
      /* Without the right to the clipboard, show the address to copy by hand. */
      window.prompt(before, address.href);
    }
    window.setTimeout(() => (label.textContent = before), 2500);
  };

  const chooseRadius = (value) =>
    app.filter((params) => {
      params.delete("map");
      const [level, code] = value.split(":");
      if (level !== "commune") {
        params.set("radius_km", value);
        return;
      }
      ["near", "radius_km", "place", "order"].forEach((name) => params.delete(name));
      params.set("commune", code);
    });

  const ACTIONS = [
    ["[data-radius]", (b) => chooseRadius(b.dataset.radius)],
    ["button[data-filter]", (b) => app.toggle(b.dataset.filter, b.dataset.value)],
    ["[data-copy-address]", copyAddress],
    ["[data-print]", () => window.print()],
    ["[data-fly-window]", (b) => app.flyToWindow(b.dataset.flyWindow.split(",").map(Number))],
    ["[data-fly-lon]", (b) => app.flyToPoint(Number(b.dataset.flyLat), Number(b.dataset.flyLon))],
    ["[data-map]", (b) => app.mapTool(b.dataset.map)],
    ["[data-area]", () => app.searchArea()],
    ["[data-dismiss]", (b) => window.dash_clientside.set_props(b.dataset.dismiss, { children: [] })],
    [
      "[data-drawer]",
      (b) => {
        if (b.dataset.drawer === "open") app.drawerOpener = b;
        app.drawer(b.dataset.drawer === "open");
      },
    ],
    [
      "button[data-view]",
      (b) => {
        const params = app.params();
        if (b.dataset.view === "map") params.set("view", "map");
        else params.delete("view");
        app.go(params);
        app.showView();
      },
    ],
    [
      "a[data-language]",
      (b) => {
        const params = app.params();
        if (b.dataset.language === "fr") params.delete("lang");
        else params.set("lang", b.dataset.language);
        const query = app.queryOf(params);
        const { pathname, hash } = window.location;
        window.location.assign(pathname + (query ? "?" + query : "") + hash);
      },
    ],
  ];

  document.addEventListener("click", (event) => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    closeMenus(target.closest("details[data-menu]"));
    const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    const link = target.closest("a[data-nav]");
    if (link && plain && event.button === 0) {
      event.preventDefault();
      app.opener = link;
      app.follow(link);
      return;
    }
    for (const [selector, act] of ACTIONS) {
      const element = target.closest(selector);
      if (element && plain) {
        if (element.tagName === "A") event.preventDefault();
        act(element);
        return;
      }
    }
  });

  document.addEventListener("change", (event) => {
    const option = event.target.closest && event.target.closest("[data-filter]");
    if (option && event.target.type === "checkbox") {
      app.toggle(option.dataset.filter, option.dataset.value);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (event.target.getAttribute && event.target.getAttribute("aria-expanded") === "true") return;
    const menu = document.querySelector("details[data-menu][open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (document.body.classList.contains("drawer-open")) {
      app.drawer(false);
    } else if (app.params().has("organisation")) {
      app.closePanel();
    }
  });

  /* What was waited for will not come: bars that promise it go, what is shown stays. */
  app.endWaiting = (notice) => {
    if (!notice || notice.length === 0) return;
    for (const bar of document.querySelectorAll("main .skeleton")) bar.hidden = true;
  };

  /* A server that does not answer must be told, and must not lose the page. */
  const fetchOf = window.fetch.bind(window);
  const tellLost = () => {
    const texts = app.texts();
    window.dash_clientside.set_props("notice", {
      children: {
        namespace: "dash_html_components",
        type: "Div",
        props: { className: "notice-box", children: texts.lost || "" },
      },
    });
  };
  window.fetch = async (resource, options) => {
    const ours = String(resource && resource.url ? resource.url : resource).includes(
      "_dash-update-component"
    );
    if (!ours) return fetchOf(resource, options);
    try {
      const answer = await fetchOf(resource, options);
      if (answer.status >= 500) tellLost();
      return answer;
    } catch (error) {
      tellLost();
      throw error;
    }
  };
  app.noUpdate = noUpdate;
})(window.territorialMap);

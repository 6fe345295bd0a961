/* Practices: search, places, the profile's answers in the address, map pins, paper. */
"use strict";
(function (app) {
  const keep = () => window.dash_clientside.no_update;
  const BROWSE = "/pratiques";
  const PROFILE = "/quelles-pratiques";
  const KEYS = [
    "kind",
    "legal_form",
    "size_band",
    "scope",
    "devices",
    "place_types",
    "sectors",
    "audiences",
    "traits",
  ];
  const SINGLE = 4;
  const here = (path) => app.here().path === path;

  app.typePractice = (value) => {
    const params = app.params();
    const typed = (value || "").trim();
    if (!here(BROWSE) || typed === (params.get("q") || "")) return;
    if (typed) params.set("q", typed);
    else params.delete("q");
    app.go(params, { replace: true });
  };

  app.fillPractice = (shown) => {
    if (!shown || shown.path !== BROWSE) return keep();
    const text = new URLSearchParams(shown.search).get("q") || "";
    const box = document.getElementById("practices-text");
    /* What is being typed is newer than the address. */
    return box && box === document.activeElement && box.value.trim() !== text && text ? keep() : text;
  };

  const clear = (box) => window.dash_clientside.set_props(box, { value: null, searchValue: "" });

  app.pickPracticePlace = (value) => {
    if (!value) return;
    const [, code, point] = value.split(":");
    const params = app.params();
    if (point) {
      params.set("near", point);
      params.set("place", `commune:${code}`);
      if (!params.has("radius_km")) params.set("radius_km", "30");
      app.go(params);
    }
    clear("practice-place");
  };

  app.pickProfilePlace = (value) => {
    if (!value) return;
    const params = app.params();
    params.set("commune", value.split(":")[1]);
    app.go(params, { replace: true });
    clear("profile-commune");
  };

  /** Address → the form's answers. */
  app.fillProfile = (shown) => {
    if (!shown || shown.path !== PROFILE) return KEYS.map(keep);
    const params = new URLSearchParams(shown.search);
    /* What is ticked is seen. */
    document.querySelectorAll(".profile-group[data-key]").forEach((group) => {
      if (params.has(group.dataset.key)) group.open = true;
    });
    return KEYS.map((key, rank) =>
      rank < SINGLE ? params.get(key) : params.getAll(key).filter((value) => value !== "none")
    );
  };

  /** The form's answers → address; « none », which only links carry, stays until answered. */
  app.tellProfile = (...answers) => {
    if (!here(PROFILE)) return;
    const params = app.params();
    const before = params.toString();
    KEYS.forEach((key, rank) => {
      const values = [answers[rank]].flat().filter(Boolean);
      if (!values.length && params.get(key) === "none") return;
      const now = params.getAll(key);
      if (now.length === values.length && now.every((value) => values.includes(value))) return;
      params.delete(key);
      values.forEach((value) => params.append(key, value));
    });
    if (params.toString() !== before) app.go(params, { replace: true });
  };

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-forget]");
    if (button) {
      const params = app.params();
      params.delete(button.dataset.forget);
      app.go(params, { replace: true });
      const box = document.getElementById("profile-commune");
      if (box) box.focus();
    }
    const role = event.target instanceof Element && event.target.closest("[data-practice-as]");
    if (role) {
      app.filter((params) => {
        const kept = params.getAll("practice").filter((v) => v !== role.dataset.practiceOf);
        params.delete("practice");
        [...kept, role.dataset.practiceAs].forEach((value) => params.append("practice", value));
      });
    }
  });

  /* Every answer is in the address at once: Enter has nothing to send. */
  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-live-form]")) event.preventDefault();
  });

  app.layers = app.layers || {};
  app.layers.practicePoint = (feature, latlng) => {
    const properties = feature.properties;
    const texts = app.texts();
    const words = `${properties.name} (${texts.kinds[properties.kind]}${
      properties.precise ? "" : ", " + texts.approximate
    })`;
    const marker = window.L.marker(latlng, { icon: app.pinIcon(properties, false), riseOnHover: true });
    const tooltip = document.createElement("span");
    tooltip.textContent = words;
    marker.bindTooltip(tooltip, { direction: "top", offset: [0, -10], className: "pin-name" });
    marker.on("add", () => {
      if (marker.getElement()) marker.getElement().setAttribute("aria-label", words);
    });
    const open = () => {
      const target = new URL(properties.address, window.location.origin);
      app.go(target.searchParams, { path: target.pathname });
    };
    marker.on("click", open);
    marker.on("keydown", (event) => {
      if (event.originalEvent.key === "Enter") open();
    });
    return marker;
  };

  /* On paper nothing is a click away. */
  let unfolded = [];
  window.addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll(".practices-answer details:not([open]):not(.is-weak)")];
    unfolded.forEach((details) => (details.open = true));
  });
  window.addEventListener("afterprint", () => unfolded.forEach((details) => (details.open = false)));
})(window.territorialMap);

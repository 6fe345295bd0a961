/* Possible groups: one on the map at a time, and its members into the group of a PTCE. */
"use strict";
(function (app) {
  let lines = [];
  app.keepGroupLines = (several) => {
    lines = several || [];
  };

  const onMap = (button) => {
    const on = button.getAttribute("aria-pressed") !== "true";
    document.querySelectorAll("[data-group-map]").forEach((other) => {
      other.setAttribute("aria-pressed", String(on && other === button));
    });
    app.drawInstead(on ? lines[Number(button.dataset.groupMap)] : null);
    if (on) app.showWindow(button.dataset.window);
  };

  /** The members join whoever is in the group already; undoing takes them out again. */
  const gather = (button) => {
    const before = app.groupOf();
    app.changeGroup([...before, ...button.dataset.groupGather.split("\n")]);
    const lang = app.params().get("lang");
    app.go(new URLSearchParams(lang ? { lang } : {}), { path: "/ptce" });
    app.offerUndo(button.dataset.said, () => app.changeGroup(before), false);
  };

  const ACTIONS = [
    ["[data-group-map]", onMap],
    ["[data-group-gather]", gather],
  ];
  app.onPress(ACTIONS);
})(window.territorialMap);

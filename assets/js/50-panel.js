/* The panel: opening, closing, and where the keyboard's focus goes. */
"use strict";
(function (app) {
  let current = null;
  /* An organisation open on arrival does not take the focus from the top of the page. */
  let arrivedOn = new URLSearchParams(app.here().search).get("organisation");

  app.closePanel = () => {
    const params = app.params();
    params.delete("organisation");
    app.go(params);
  };

  /* What the server sent is drawn a few frames later. */
  const whenThere = (id, act, frames = 120) => {
    const element = document.getElementById(id);
    if (element) act(element);
    else if (frames) window.requestAnimationFrame(() => whenThere(id, act, frames - 1));
  };

  const returnFocus = (id) => {
    const line = document.querySelector(`.line[data-id="${CSS.escape(id)}"] .line-link`);
    const opener = app.opener && app.opener.isConnected ? app.opener : null;
    const target = (opener && !opener.closest("#panel") && opener) || line;
    (target || document.getElementById("results")).focus();
  };

  const markLine = (id) => {
    document
      .querySelectorAll(".line.is-open")
      .forEach((line) => line.classList.remove("is-open"));
    if (!id) return;
    const line = document.querySelector(`.line[data-id="${CSS.escape(id)}"]`);
    if (line) line.classList.add("is-open");
  };

  /* The list was painted again: the open organisation is still the open one. */
  document.addEventListener("painted", (event) => {
    if (event.target.id === "result-list") markLine(current);
  });

  const reveal = (latlng) => {
    const map = app.map;
    if (!map || map.getSize().x === 0) return;
    const panel = document.getElementById("panel").offsetWidth;
    const free = map.getSize().x - (panel < map.getSize().x * 0.8 ? panel : 0);
    const at = map.latLngToContainerPoint(latlng);
    const inside = at.x > 30 && at.x < free - 30 && at.y > 30 && at.y < map.getSize().y - 30;
    if (inside) return;
    if (map.getBounds().pad(1).contains(latlng)) {
      map.panBy([at.x - free / 2, at.y - map.getSize().y / 2]);
    } else {
      map.setView(latlng, Math.max(10, map.getZoom()), { animate: false });
      map.panBy([(map.getSize().x - free) / 2, 0], { animate: false });
    }
  };

  /** The server's answer came: open or close, move the focus, show the place on the map. */
  app.settlePanel = (place, opened) => {
    const before = current;
    current = (place && place.opened && opened) || null;
    app.openedPoint = current && place.point ? place.point : null;
    document.body.classList.toggle("panel-open", Boolean(current));
    markLine(place && place.opened);
    if (app.mark) app.mark(app.openedPoint);
    /* Shown at once: what is hidden cannot take the focus. */
    document.getElementById("panel").classList.toggle("is-open", Boolean(current));
    const arrival = current !== null && current === arrivedOn;
    if (current !== before) arrivedOn = null;
    window.requestAnimationFrame(() => {
      if (current && current !== before) {
        document.getElementById("panel").scrollTop = 0;
        if (!arrival) whenThere("panel-name", (name) => name.focus({ preventScroll: true }));
        if (app.openedPoint) reveal(app.openedPoint);
      } else if (!current && before) {
        returnFocus(before);
      }
    });
    return [current ? "panel is-open" : "panel", { opened: (place && place.opened) || null }];
  };
})(window.territorialMap);

/* The panel: opening, closing, and where the keyboard's focus goes. */

import { params } from "../../base/address.mjs";
import { all, find, the } from "../../base/dom.mjs";
import { openedByName, openerOf, whenThere } from "../../base/focus.mjs";
import { lookNear } from "../../map/camera.mjs";
import { markOpened, theMap } from "../../map/screen.mjs";

/** @import { Place } from "../../map/screen.mjs" */
/** @typedef {{ opened?: string | null, point?: Place | null }} Settled */

const EDGE = 30;
/** @type {string | null} */
let current = null;
/* An organisation open on arrival does not take the focus from the top of the page. */
/** @type {string | null} */
let arrivedOn = null;

/** @param {string} id */
const lineOf = (id) => find(`.line[data-id="${CSS.escape(id)}"]`);

/** @param {string} id */
const returnFocus = (id) => {
  const opener = openerOf();
  const line = lineOf(id);
  const target =
    (opener && !opener.closest("#panel") && opener) || (line && find(".line-link", line));
  /* None where the visitor has left for another page meanwhile. */
  (target || find("#results"))?.focus();
};

/** @param {string | null | undefined} id */
const markLine = (id) => {
  for (const line of all(".line.is-open")) line.classList.remove("is-open");
  if (id) lineOf(id)?.classList.add("is-open");
};

/**
 * Bring a place into the part of the map that the panel leaves free; near, where it was looked for
 * by its name: the map may show anything then.
 * @param {Place} place
 */
const reveal = (place) => {
  if (openedByName()) {
    lookNear(place);
    return;
  }
  const map = theMap();
  if (!map || map.getSize().x === 0) return;
  const { x: width, y: height } = map.getSize();
  const panel = the("#panel").offsetWidth;
  const free = width - (panel < width * 0.8 ? panel : 0);
  const at = map.latLngToContainerPoint(place);
  const inside = at.x > EDGE && at.x < free - EDGE && at.y > EDGE && at.y < height - EDGE;
  if (inside) return;
  if (map.getBounds().pad(1).contains(place)) {
    map.panBy([at.x - free / 2, at.y - height / 2]);
  } else {
    map.setView(place, Math.max(10, map.getZoom()), { animate: false });
    map.panBy([(width - free) / 2, 0], { animate: false });
  }
};

/** The title of the window follows. */
const tellSettled = () => document.dispatchEvent(new CustomEvent("panel-settled"));

/**
 * The server's answer came: open or close, move the focus, show the place on the map.
 * @param {Settled | null} place
 * @param {string | null} opened
 */
export const settlePanel = (place, opened) => {
  const before = current;
  current = (place?.opened && opened) || null;
  const point = (current && place?.point) || null;
  const panel = the("#panel");
  document.body.classList.toggle("panel-open", Boolean(current));
  markLine(place?.opened);
  markOpened(point);
  /* Shown at once: what is hidden cannot take the focus. */
  panel.classList.toggle("is-open", Boolean(current));
  const arrival = current !== null && current === arrivedOn;
  if (current !== before) arrivedOn = null;
  window.requestAnimationFrame(() => {
    theMap()?.invalidateSize({ animate: false, pan: false });
    if (current && current !== before) {
      panel.scrollTop = 0;
      if (!arrival) whenThere("panel-name", (name) => name.focus({ preventScroll: true }));
      if (point) reveal(point);
      whenThere("panel-name", tellSettled);
    } else if (!current && before) returnFocus(before);
  });
  return [current ? "panel is-open" : "panel", { opened: place?.opened || null }];
};

/** The list was painted again: the open organisation is still the open one. */
export const startPanel = () => {
  arrivedOn = params().get("organisation");
  document.addEventListener("painted", ({ target }) => {
    if (target instanceof Element && target.id === "result-list") markLine(current);
  });
};

/* What people press on the main screen: filters, menus, drawer, links, tools of the map, Escape. */

import { closeSheet, filter, follow, goWith, params, toggle } from "../../base/address.mjs";
import { atShortAddress, here } from "../../base/arrival.mjs";
import { setProps } from "../../base/dash.mjs";
import { all, nearest, the } from "../../base/dom.mjs";
import { setOpener } from "../../base/focus.mjs";
import { copyAddress, shareAddress, showTheWay } from "../../base/leaving.mjs";
import { addressOf, put, putCircle, putRadius } from "../../base/query.mjs";
import { toRead } from "../../base/readable.mjs";
import { flyToPoint, flyToWindow, searchArea, showView, useTool } from "../../map/camera.mjs";
import { numbersOf } from "../../map/window.mjs";

/** @import { Action } from "../../base/press.mjs" */

/** @type {HTMLElement | null} */
let drawerOpener = null;

/**
 * The drawer of filters, on narrow screens.
 * @param {boolean} open
 */
const setDrawer = (open) => {
  const region = document.getElementById("filters");
  if (!region) return;
  document.body.classList.toggle("drawer-open", open);
  for (const element of all(".site-header, .results, .stage, .view-switch")) element.inert = open;
  for (const button of all('[data-drawer="open"]')) {
    button.setAttribute("aria-expanded", String(open));
  }
  if (open) region.focus();
  else drawerOpener?.focus();
};

/** @param {HTMLElement} button */
const pressDrawer = (button) => {
  const open = button.dataset.drawer === "open";
  if (open) drawerOpener = button;
  setDrawer(open);
};

/** @param {HTMLElement} button */
const chooseView = (button) => {
  goWith((wanted) => put(wanted, "view", button.dataset.view === "map" ? "map" : null));
  showView();
};

/** @param {HTMLElement} link */
const chooseLanguage = ({ dataset }) => {
  const wanted = params();
  put(wanted, "lang", dataset.language === "fr" ? null : dataset.language);
  const { pathname, hash } = window.location;
  const address = atShortAddress() ? addressOf(pathname, wanted) : toRead(here().path, wanted);
  window.location.assign(address + hash);
};

/** @param {HTMLElement} button */
const addressToCopy = ({ dataset }) =>
  new URL(dataset.copyAddress || "", `${window.location.origin}/`).href;

/**
 * @param {HTMLElement} element inside the circle's group, which tells its centre
 * @param {string} value kilometres, or the commune alone
 */
const chooseRadius = (element, value) => {
  const shown = nearest(element, ".radii")?.dataset || {};
  filter((wanted) => {
    putCircle(wanted, shown);
    putRadius(wanted, value);
  });
};

/** @type {Action[]} */
const ACTIONS = [
  ["[data-radius]", (button) => chooseRadius(button, button.dataset.radius || "")],
  ["button[data-filter]", ({ dataset }) => toggle(dataset.filter || "", dataset.value || "")],
  ["[data-share]", (button) => shareAddress(button, addressToCopy(button))],
  ["[data-copy-address]", (button) => copyAddress(button, addressToCopy(button))],
  ["a[data-geo]", (link) => showTheWay(/** @type {HTMLAnchorElement} */ (link))],
  ["[data-print]", () => window.print()],
  ["[data-fly-window]", ({ dataset }) => flyToWindow(numbersOf(dataset.flyWindow || ""))],
  ["[data-fly-lon]", ({ dataset }) => flyToPoint(Number(dataset.flyLat), Number(dataset.flyLon))],
  ["[data-map]", ({ dataset }) => useTool(dataset.map || "")],
  ["[data-area]", () => searchArea()],
  ["[data-retry]", () => window.location.reload()],
  ["[data-dismiss]", ({ dataset }) => setProps(dataset.dismiss || "", { children: [] })],
  ["[data-drawer]", pressDrawer],
  ["button[data-view]", chooseView],
  ["a[data-language]", chooseLanguage],
];

const openMenus = () => /** @type {HTMLDetailsElement[]} */ (all("details[data-menu][open]"));

/** @param {MouseEvent} event */
const press = (event) => {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const inside = target.closest("details[data-menu]");
  for (const menu of openMenus()) if (menu !== inside) menu.open = false;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = target.closest("a[data-nav]");
  if (link instanceof HTMLAnchorElement && event.button === 0) {
    event.preventDefault();
    setOpener(link);
    follow(link);
    return;
  }
  for (const [selector, act] of ACTIONS) {
    /** @type {HTMLElement | null} */
    const element = target.closest(selector);
    if (!element) continue;
    if (element.tagName === "A") event.preventDefault();
    act(element);
    return;
  }
};

/** @param {Event} event */
const tick = ({ target }) => {
  if (target instanceof HTMLInputElement && target.matches("[data-free-radius]")) {
    if (target.checkValidity() && target.value) chooseRadius(target, String(Number(target.value)));
    else target.reportValidity();
    return;
  }
  const option = nearest(target, "[data-filter]");
  if (option && target instanceof HTMLInputElement && target.type === "checkbox") {
    toggle(option.dataset.filter || "", option.dataset.value || "");
  }
};

/**
 * A box that was ticked ahead of the server's answer says what the address says: where the visitor
 * went back meanwhile, that answer never comes, and the next one paints nothing new.
 */
const settleBoxes = () => {
  const now = params();
  for (const option of all("[data-filter]")) {
    const box = option.querySelector('input[type="checkbox"]');
    if (!(box instanceof HTMLInputElement) || box.checked === box.defaultChecked) continue;
    box.checked = now.getAll(option.dataset.filter || "").includes(option.dataset.value || "");
  }
};

/** @param {KeyboardEvent} event */
const onEscape = (event) => {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  if (nearest(event.target, '[aria-expanded="true"]') === event.target) return;
  const [menu] = openMenus();
  if (menu) {
    menu.open = false;
    the("summary", menu).focus();
  } else if (document.body.classList.contains("drawer-open")) setDrawer(false);
  else if (params().has("organisation")) closeSheet();
};

/** Hear presses, ticks, steps through the history and Escape. */
export const startPressing = () => {
  document.addEventListener("click", press);
  document.addEventListener("change", tick);
  document.addEventListener("keydown", onEscape);
  window.addEventListener("popstate", settleBoxes);
};

/* The menus of the header (all pages on narrow screens, « Plus » on wide ones), and what follows a
   change of page: title, focus. */

import { all, find, nearest } from "../../base/dom.mjs";

const buttons = () => all("[data-site-menu]");
/** @param {HTMLElement} button */
const isOpen = (button) => button.getAttribute("aria-expanded") === "true";
/** @param {HTMLElement} button */
const listOf = (button) => document.getElementById(button.getAttribute("aria-controls") || "");

/**
 * @param {HTMLElement} button
 * @param {boolean} open
 */
const setOpen = (button, open) => {
  button.setAttribute("aria-expanded", String(open));
  listOf(button)?.classList.toggle("is-open", open);
};

/** @param {MouseEvent} event */
const press = (event) => {
  const pressed = nearest(event.target, "[data-site-menu]");
  for (const button of buttons()) setOpen(button, button === pressed && !isOpen(button));
};

/**
 * Tab past the last link of « Plus » closes it: it would hide what has the focus.
 * @param {FocusEvent} event
 */
const leave = (event) => {
  const at = /** @type {Node} */ (event.target);
  for (const button of buttons()) {
    const list = listOf(button);
    if (isOpen(button) && at !== button && list && !list.contains(at)) setOpen(button, false);
  }
};

/** @param {KeyboardEvent} event */
const onEscape = (event) => {
  const open = buttons().find(isOpen);
  if (event.key !== "Escape" || !open) return;
  event.stopPropagation();
  setOpen(open, false);
  open.focus();
};

let productName = "";
/** @type {string | null} */
let path = null;

/**
 * A page was drawn: its title in the window, the focus on it unless it is the first, and what
 * else waits for it (`page-drawn`). One function for all: Dash names a callback without output
 * by its inputs, so a second one on the same inputs would take its place.
 * @param {unknown} _drawn
 * @param {{ path: string } | null} page
 */
export const settlePage = (_drawn, page) => {
  document.dispatchEvent(new CustomEvent("page-drawn", { detail: page }));
  window.requestAnimationFrame(() => {
    const named = find("[data-title]");
    /* The first title is the server's: it names what the address shows. */
    if (path !== null) {
      document.title = named ? `${named.dataset.title} · ${productName}` : productName;
    }
    const moved = path !== null && page && page.path !== path;
    path = page ? page.path : null;
    if (moved) document.getElementById("document")?.focus({ preventScroll: true });
  });
};

/** Open and close the menus. */
export const startMenus = () => {
  productName = document.title.split(" · ").pop() || "";
  document.addEventListener("click", press);
  document.addEventListener("focusin", leave);
  document.addEventListener("keydown", onEscape, true);
};

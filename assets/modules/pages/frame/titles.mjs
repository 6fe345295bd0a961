/* What follows a change of page: title, readable address, focus. */

import { params } from "../../base/address.mjs";
import { here, readHere } from "../../base/arrival.mjs";
import { find } from "../../base/dom.mjs";
import { statesOf } from "../../base/query.mjs";
import { learn } from "../../base/readable.mjs";

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
    const drawn = document.getElementById("document");
    /* Who has begun to type on the new page stays there. */
    if (moved && !drawn?.contains(document.activeElement)) drawn?.focus({ preventScroll: true });
  });
};

/** The title of the main screen: the open organisation, else what the list is of; and its address. */
const titleList = () => {
  const list = find("[data-list-title]");
  if (!list || here().path !== "/") return;
  const opened = params().has("organisation") ? find("#panel.is-open #panel-name") : null;
  const told = opened?.dataset.sheetTitle || list.dataset.listTitle;
  const title = told ? `${told} · ${productName}` : productName;
  if (document.title !== title) document.title = title;
  const now = here();
  const { filters } = statesOf(now.path, now.search, null);
  if (list.dataset.listSearch !== filters) return;
  learn(list.dataset.listPath || "", new URLSearchParams(now.search));
  readHere();
};

let ownTitle = "";

/** A part of the page that names the window (a list of partners, its centre), while it is there. */
const titlePart = () => {
  const told = find("[data-window-title]")?.dataset.windowTitle || "";
  const back = ownTitle ? find("[data-title]")?.dataset.title : "";
  ownTitle = told;
  if (told || back) document.title = `${told || back} · ${productName}`;
};

/** The product's name is the end of the title that the server wrote. */
export const startTitles = () => {
  productName = document.title.split(" · ").pop() || "";
  for (const name of ["painted", "panel-settled"]) document.addEventListener(name, titleList);
  document.addEventListener("painted", titlePart);
  window.addEventListener("popstate", titleList);
};

/* The page address: reading it, changing it, and splitting it into the states the app listens to. */

import { atShortAddress, here, lengthen } from "./arrival.mjs";
import { noUpdate } from "./dash.mjs";
import { addressOf, filtersOf, put, putPlace, queryOf, statesOf, switchValue } from "./query.mjs";
import { inFull, kept, toRead } from "./readable.mjs";

/** @typedef {{ path?: string, replace?: boolean }} Going */

export const params = () => new URLSearchParams(here().search);

/**
 * Go to another state of the page; the address component hears of it as of a history step.
 * @param {URLSearchParams} wanted
 * @param {Going} [options]
 */
export const go = (wanted, { path, replace = false } = {}) => {
  const now = here();
  const next = path || now.path;
  if (addressOf(next, wanted) === now.path + now.search) return;
  lengthen();
  const step = replace ? "replaceState" : "pushState";
  window.history[step](next === "/" ? kept(wanted) : {}, "", toRead(next, wanted));
  window.dispatchEvent(new PopStateEvent("popstate"));
};

/**
 * Go to the state that a change of the parameters makes.
 * @param {(wanted: URLSearchParams) => unknown} change
 * @param {Going} [options]
 */
export const goWith = (change, options) => {
  const wanted = params();
  change(wanted);
  go(wanted, options);
};

/**
 * Write the camera into the address without a history step: nothing has to be drawn again.
 * @param {string} camera
 */
export const noteCamera = (camera) => {
  if (atShortAddress()) return;
  const wanted = params();
  wanted.set("map", camera);
  window.history.replaceState(window.history.state, "", toRead(here().path, wanted));
};

/**
 * Change filters: back to the first lines, no organisation open.
 * @param {(wanted: URLSearchParams) => unknown} change
 */
export const filter = (change) =>
  goWith((wanted) => {
    change(wanted);
    for (const name of ["shown", "organisation", "noticed"]) wanted.delete(name);
  });

/**
 * @param {string} name
 * @param {string} value
 */
export const toggle = (name, value) => filter((wanted) => switchValue(wanted, name, value));

/** @param {string} value */
export const choosePlace = (value) => filter((wanted) => putPlace(wanted, value));

/** No organisation is open any more. */
export const closeSheet = () => goWith((wanted) => wanted.delete("organisation"));

/**
 * Follow a link of ours: what the reader chose on this screen (view, camera, zoning) is kept.
 * @param {HTMLAnchorElement} link
 */
export const follow = (link) => {
  const target = new URL(link.href);
  const now = params();
  if (target.pathname === here().path && target.pathname === "/") {
    for (const name of ["view", "map", "zoning"]) {
      if (!target.searchParams.has(name)) put(target.searchParams, name, now.get(name));
    }
  }
  go(target.searchParams, { path: target.pathname });
  if (target.pathname !== "/") window.scrollTo(0, 0);
};

/**
 * Open an address of ours, as a link to it would.
 * @param {string} address
 */
export const open = (address) => {
  const target = new URL(address, window.location.origin);
  go(target.searchParams, { path: target.pathname, replace: isHere(target) });
};

/**
 * Whether an address is of what is on screen, but for where the map looks: no step of the history.
 * @param {URL} target
 */
const isHere = (target) => {
  const now = here();
  /** @param {string} search */
  const but = (search) => {
    const kept = new URLSearchParams(search);
    kept.delete("map");
    kept.sort();
    return kept.toString();
  };
  return target.pathname === now.path && but(target.search) === but(now.search);
};

/** The filters of the main screen, with the language that is not French: for links elsewhere. */
export const carriedQuery = () => {
  const filters = filtersOf(here().search);
  put(filters, "lang", params().get("lang"));
  return queryOf(filters);
};

/**
 * The address of a page of ours in the language being read.
 * @param {string} path
 */
export const pagePath = (path) => {
  const lang = params().get("lang");
  return lang ? `${path}?lang=${lang}` : path;
};

/** @param {unknown} a @param {unknown} b */
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Address → [page, filters, opened organisation, document]; what did not change is not sent again.
 * @param {string | undefined} path
 * @param {string | undefined} search
 * @param {{ path: string, lang: string } | null} page
 * @param {string | null} filters
 * @param {string | null} opened
 * @param {unknown} shown
 */
export const splitAddress = (path, search, page, filters, opened, shown) => {
  const keep = noUpdate();
  const told = inFull(path || "/", search || "");
  const next = statesOf(told.path, told.search, filters);
  const nextDocument = next.onMap ? shown : { path, search: search || "" };
  document.documentElement.dataset.view = next.view;
  return [
    same(page, next.page) ? keep : next.page,
    filters === next.filters ? keep : next.filters,
    opened === next.opened && page ? keep : next.opened,
    same(shown, nextDocument) ? keep : nextDocument,
  ];
};

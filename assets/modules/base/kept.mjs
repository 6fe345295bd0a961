/* What the browser keeps for its owner; a browser that keeps nothing fails in silence. */

import { setProps } from "./dash.mjs";

/**
 * @param {string} name
 * @param {() => Storage} [storage]
 * @returns {string | null}
 */
export const keptText = (name, storage = () => window.localStorage) => {
  try {
    return storage().getItem(name);
  } catch {
    return null;
  }
};

/**
 * Keep a text, or forget it when it is empty; true when the browser did.
 * @param {string} name
 * @param {string} text
 * @param {() => Storage} [storage]
 */
export const keepText = (name, text, storage = () => window.localStorage) => {
  try {
    if (text) storage().setItem(name, text);
    else storage().removeItem(name);
    return true;
  } catch {
    return false;
  }
};

/**
 * A value kept as JSON; null when there is none, or none that can be read.
 * @param {string} name
 */
export const keptValue = (name) => {
  try {
    return JSON.parse(keptText(name) || "null");
  } catch {
    return null;
  }
};

/**
 * What the browser keeps under the name of one of the page's stores, whatever the page did with it.
 * @param {string} name
 * @returns {any[]}
 */
export const keptItems = (name) => {
  const value = keptValue(name);
  return Array.isArray(value) ? value : [];
};

/**
 * Keep items under the name of one of the page's stores, which hears of it. A browser that keeps
 * nothing still shows it until the page is left.
 * @param {string} name
 * @param {unknown[]} items
 */
export const keepItems = (name, items) => {
  keepText(name, JSON.stringify(items));
  setProps(name, { data: items });
};

/* Finding elements of the page: one that may be missing, one that must be there, all of them. */

/**
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {HTMLElement | null}
 */
export const find = (selector, within = document) => within.querySelector(selector);

/**
 * The element that must be there.
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {HTMLElement}
 */
export const the = (selector, within = document) => {
  const found = find(selector, within);
  if (!found) throw new Error(`nothing here answers to ${selector}`);
  return found;
};

/**
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {HTMLElement[]}
 */
export const all = (selector, within = document) =>
  [...within.querySelectorAll(selector)].map(asHtml);

/** @param {Element} element */
const asHtml = (element) => /** @type {HTMLElement} */ (element);

/**
 * What was pressed, pointed at or typed in: the nearest ancestor that answers to a selector.
 * @param {EventTarget | null} target
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export const nearest = (target, selector) =>
  target instanceof Element ? target.closest(selector) : null;

/**
 * The field of a form by its selector.
 * @param {string} selector
 * @param {ParentNode} [within]
 */
export const field = (selector, within = document) =>
  /** @type {HTMLInputElement} */ (the(selector, within));

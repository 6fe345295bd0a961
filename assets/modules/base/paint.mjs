/* Parts of the page that come as HTML text in `data-html`: painted in place, changing as little as
   possible, so that focus, scroll and unfolded groups stay where the reader left them. */

import { Idiomorph } from "../../vendor/idiomorph.min.mjs";

const OPTIONS = {
  morphStyle: /** @type {const} */ ("innerHTML"),
  callbacks: {
    /**
     * What the reader unfolded stays unfolded, what is being typed stays typed.
     * @param {string} name
     * @param {Element} element
     * @param {"update" | "remove"} change
     */
    beforeAttributeUpdated: (name, element, change) => {
      if (name === "open") return change === "update" || !(element instanceof HTMLDetailsElement);
      return name !== "value" || element !== document.activeElement;
    },
  },
};

/** @param {HTMLElement} element */
const paint = (element) => {
  Idiomorph.morph(element, element.dataset.html || "", OPTIONS);
  element.dispatchEvent(new CustomEvent("painted", { bubbles: true }));
};

/** @param {Node} node */
const paintWithin = (node) => {
  if (!(node instanceof HTMLElement)) return;
  if (node.dataset.html !== undefined) paint(node);
  else for (const element of node.querySelectorAll("[data-html]")) paint(asHtml(element));
};

/** @param {Node} node */
const asHtml = (node) => /** @type {HTMLElement} */ (node);

/** Paint whatever is there and whatever comes. */
export const startPainting = () => {
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") paint(asHtml(change.target));
      else for (const node of change.addedNodes) paintWithin(node);
    }
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-html"],
  });
  paintWithin(document.documentElement);
};

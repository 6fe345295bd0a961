/* What must be so whenever something was drawn, whoever drew it. */

import { all } from "./dom.mjs";

/**
 * Act once in a frame in which something was painted, or elements came or took an attribute.
 * @param {string} attribute
 * @param {() => void} act
 */
export const whenDrawn = (attribute, act) => {
  let asked = false;
  const soon = () => {
    if (asked) return;
    asked = true;
    window.requestAnimationFrame(() => {
      asked = false;
      act();
    });
  };
  document.addEventListener("painted", soon);
  new MutationObserver(soon).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: [attribute],
  });
};

/**
 * Let every button with an attribute say whether the id that it holds is within.
 * @param {string} attribute
 * @param {Set<string>} within
 */
export const markPressed = (attribute, within) => {
  for (const button of all(`[${attribute}]`)) {
    const pressed = String(within.has(button.getAttribute(attribute) || ""));
    if (button.getAttribute("aria-pressed") !== pressed) {
      button.setAttribute("aria-pressed", pressed);
    }
  }
};

/* What a press does, by selector. */

/** @typedef {[selector: string, act: (element: HTMLElement) => unknown]} Action */

/**
 * Each act gets the element that answers to its selector.
 * @param {Action[]} actions
 */
export const onPress = (actions) =>
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    for (const [selector, act] of actions) {
      /** @type {HTMLElement | null} */
      const element = event.target.closest(selector);
      if (element) act(element);
    }
  });

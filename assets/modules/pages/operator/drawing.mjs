/* What rooms of operators draw alike: words of codes, buttons with their key, the box of keys. */

import { make } from "../../base/elements.mjs";

/**
 * A text of codes, each in words where it has some.
 * @param {string} text
 * @param {{ values: Record<string, string> }} words
 */
export const inWords = (text, { values }) =>
  text
    .split(", ")
    .map((part) => values[part] || part)
    .join(", ");

/**
 * @param {{ keys: boolean }} scene
 * @param {string} words
 * @param {string} key that does the same, or none
 * @param {() => void} onclick
 * @param {boolean} [strong]
 */
export const keyButton = ({ keys }, words, key, onclick, strong = false) =>
  make(
    "button",
    {
      type: "button",
      class: `button${strong ? " button-strong" : ""}`,
      "aria-keyshortcuts": key || null,
      onclick,
    },
    words,
    keys && key ? make("kbd", {}, key.toUpperCase()) : null,
  );

/**
 * Whether keys answer.
 * @param {string} block
 * @param {{ keys: boolean, words: { keys: string }, acts: { setKeys(on: boolean): void } }} scene
 */
export const keysBox = (block, { keys, words, acts }) => {
  const box = make("input", { type: "checkbox", checked: keys });
  box.addEventListener("change", () => acts.setKeys(box.checked));
  return make("label", { class: `${block}-keys` }, box, words.keys);
};

/* What leaves the page: files made by the browser, texts for the clipboard. */

import { the } from "./dom.mjs";

const KEEP_MS = 60_000;
const SAID_MS = 2500;

/**
 * Save content as a file.
 * @param {Blob | string} content
 * @param {string} name
 * @param {string} [type]
 */
export const save = (content, name, type = "text/plain") => {
  const blob = typeof content === "string" ? new Blob([content], { type }) : content;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
};

/**
 * Copy an address; the label of the button says so for a moment.
 * @param {HTMLElement} button
 * @param {string} address
 * @param {() => unknown} [byHand] what shows the address to copy, without the right to the clipboard
 */
export const copyAddress = async (
  button,
  address,
  byHand = () => window.prompt(button.textContent || "", address),
) => {
  const label = the(".copy-label", button);
  const before = label.textContent || "";
  try {
    await navigator.clipboard.writeText(address);
    label.textContent = button.dataset.copied || "";
  } catch {
    byHand();
  }
  window.setTimeout(() => {
    label.textContent = before;
  }, SAID_MS);
};

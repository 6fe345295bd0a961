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

/** Whether the visitor holds the screen in the hand. */
const inHand = () => window.matchMedia("(pointer: coarse)").matches;

/**
 * Share an address: the sheet of a phone that has one, else a copy of the link.
 * @param {HTMLElement} button
 * @param {string} address
 */
export const shareAddress = async (button, address) => {
  const shared = { title: button.dataset.share || "", url: address };
  if (!inHand() || !navigator.canShare?.(shared)) return copyAddress(button, address);
  try {
    await navigator.share(shared);
  } catch (error) {
    /* Who closes the sheet wanted no copy either. */
    if (!(error instanceof DOMException && error.name === "AbortError")) {
      return copyAddress(button, address);
    }
  }
};

/**
 * The way to a place: in the map of an Android phone, else on the page that the link names.
 * @param {HTMLAnchorElement} link
 */
export const showTheWay = ({ href, dataset }) => {
  const own = inHand() && /Android/.test(navigator.userAgent);
  if (own && dataset.geo) window.location.assign(dataset.geo);
  else window.open(href, "_blank", "noopener,noreferrer");
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

/* Where the keyboard is while the server draws again. */

/** The search box of every page. */
export const BOX = "search-text";

/** @type {MutationObserver | null} */
let watch = null;
/** @type {HTMLElement | null} */
let opener = null;
let byName = false;

/**
 * What opened something remembers it, to have the focus back.
 * @param {HTMLElement | null | undefined} element
 */
export const setOpener = (element) => {
  opener = element || null;
  byName = element?.id === BOX;
};

/** Whether what was opened last was looked for by its name, on this page or the one before. */
export const openedByName = () => byName;

/** What opened something, while it is still in the page. */
export const openerOf = () => (opener?.isConnected ? opener : null);

/**
 * The server will answer with new controls: the one in use keeps the keyboard, unless it moved.
 * @param {string} id
 */
export const keepFocus = (id) => {
  const used = document.getElementById(id);
  watch?.disconnect();
  if (!used || document.activeElement !== used) return;
  const mine = new MutationObserver(() => {
    const now = document.getElementById(id);
    const active = document.activeElement;
    if (active !== document.body && active !== used) mine.disconnect();
    if (!now || now === used) return;
    mine.disconnect();
    if (active === document.body) now.focus({ preventScroll: true });
  });
  watch = mine;
  watch.observe(document.body, { childList: true, subtree: true });
};

/**
 * Act on an element once it is drawn: what the server sent comes a few frames later.
 * @param {string} id
 * @param {(element: HTMLElement) => unknown} act
 * @param {number} [frames]
 */
export const whenThere = (id, act, frames = 120) => {
  const element = document.getElementById(id);
  if (element) act(element);
  else if (frames) window.requestAnimationFrame(() => whenThere(id, act, frames - 1));
};

/** A narrow screen, where the sheet covers the map. */
export const narrow = () => window.matchMedia("(max-width: 47.99em)").matches;

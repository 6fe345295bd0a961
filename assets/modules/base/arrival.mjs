/* Arriving by a short address: the app works with its long form. The bar keeps a list's readable path
   (`readable.mjs`), and the address of an organisation until the reader does something. The plain
   content that the server wrote leaves the page. */

import { inFull, isReadable, kept, learn, recall, toRead } from "./readable.mjs";

const HANDS = ["pointerdown", "click", "keydown", "wheel", "touchstart", "popstate"];
/** @type {URL | null} */
let long = null;
let atShort = false;

/** @param {string} address */
const rewrite = (address) =>
  window.history.replaceState(window.history.state, "", address + window.location.hash);

/** @param {URL | Location} address */
const pathAndQuery = ({ pathname, search }) => pathname + search;

/** Path and query of the state on screen, whatever the bar shows. */
export const here = () => {
  const { pathname, search } = atShort && long ? long : window.location;
  return inFull(pathname, search);
};

/** The bar says where the list is in words, once the server told them for the list on screen. */
export const readHere = () => {
  if (atShort) return;
  const { path, search } = here();
  const params = new URLSearchParams(search);
  const shown = toRead(path, params);
  if (path !== "/" || shown === pathAndQuery(window.location)) return;
  if (!isReadable(shown)) return;
  const state = { ...window.history.state, ...kept(params) };
  window.history.replaceState(state, "", shown + window.location.hash);
};

/** From here on, the bar says the state of the screen in full. */
export const lengthen = () => {
  if (!atShort || !long) return;
  atShort = false;
  for (const name of HANDS) window.removeEventListener(name, lengthen, true);
  rewrite(pathAndQuery(long));
};

/** The bar shows the short address: nothing that the reader did is to be noted there. */
export const atShortAddress = () => atShort;

/** @param {string} short */
const shorten = (short) => {
  if (!long || pathAndQuery(window.location) !== pathAndQuery(long)) return;
  atShort = true;
  rewrite(short);
  for (const name of HANDS) window.addEventListener(name, lengthen, true);
};

const clearPlain = () => {
  const plain = document.getElementById("plain");
  if (plain && !plain.classList.contains("is-alone")) plain.remove();
};

/** Begin with the long address; once it was read, the bar can show the short one again. */
export const arrive = () => {
  /** @type {HTMLMetaElement | null} */
  const told = document.querySelector('meta[name="territorial-map-address"]');
  recall();
  window.addEventListener("popstate", recall, true);
  if (told && isReadable(window.location.pathname)) {
    const { searchParams } = new URL(told.content, window.location.origin);
    learn(window.location.pathname, searchParams);
    window.history.replaceState(
      kept(searchParams),
      "",
      toRead("/", searchParams) + window.location.hash,
    );
  } else if (told) {
    long = new URL(told.content, window.location.origin);
    const short = pathAndQuery(window.location);
    rewrite(pathAndQuery(long));
    document.addEventListener("painted", () => shorten(short), { once: true });
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", clearPlain);
  else clearPlain();
};

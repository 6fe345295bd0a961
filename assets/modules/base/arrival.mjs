/* Arriving by a short address: the app works with its long form; the bar keeps the short one until
   the reader does something. The plain content that the server wrote leaves the page. */

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
  return { path: pathname, search };
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
  if (told) {
    long = new URL(told.content, window.location.origin);
    const short = pathAndQuery(window.location);
    rewrite(pathAndQuery(long));
    document.addEventListener("painted", () => shorten(short), { once: true });
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", clearPlain);
  else clearPlain();
};

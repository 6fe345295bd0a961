/* The framed page: its map, its filters in place, its height told to the host. Nothing here scrolls
   the host. No cookie, no storage. */

import { all, find, nearest, the } from "../../base/dom.mjs";
import { written } from "../../base/texts.mjs";
import { addressOf, documentAt, replaceParts } from "./answers.mjs";
import { startFramedMap } from "./map.mjs";

const PARTS = ["header", ".embed-form", ".embed-legend", "#embed-list", ".embed-foot"];
const FOLDED = ".embed-form details";
const { body } = document;
const box = document.getElementById("embed-map");
const map = box ? startFramedMap(box, written(body, "texts")) : null;

/* Height, for hosts that follow it. */
const tellHeight = () => {
  if (!body.classList.contains("is-auto") || window.parent === window) return;
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  window.parent.postMessage({ source: "territorial-map", height }, "*");
};

/** @param {HTMLElement | null} of where the page says what its map shows */
const showOnMap = (of) => map?.show(of?.dataset.query || "", of?.dataset.circle || "");

/* Filters stand open where there is room, folded in a narrow frame. */
const wide = window.matchMedia("(min-width: 40em)");
const unfold = () => find(".embed-filters")?.toggleAttribute("open", wide.matches);

const isOpen = () => all(FOLDED).map((details) => details.hasAttribute("open"));

/** The field in use, as it can be found again. */
const fieldInUse = () => {
  const active = document.activeElement;
  return active instanceof HTMLInputElement && active.name ? active : null;
};

/** @param {HTMLInputElement} used */
const focusAgain = ({ name, value }) => {
  const fields = /** @type {HTMLInputElement[]} */ (all(`.embed-form [name="${name}"]`));
  const again = fields.find((one) => one.value === value) || fields[0];
  again?.focus({ preventScroll: true });
};

/**
 * Filters answer in place: the page is asked for and its parts change, the focus stays.
 * @param {string} address
 */
const swap = async (address) => {
  const found = await documentAt(address).catch(() => null);
  if (!found) {
    window.location.replace(address);
    return;
  }
  const { next, url } = found;
  const used = fieldInUse();
  const unfolded = isOpen();
  replaceParts(next, PARTS);
  all(FOLDED).forEach((details, n) => {
    if (unfolded[n]) details.setAttribute("open", "");
  });
  document.title = next.title;
  window.history.replaceState(null, "", url);
  if (used) focusAgain(used);
  showOnMap(next.getElementById("embed-map"));
};

/** @param {MouseEvent} event */
const followLink = async (event) => {
  const link = nearest(event.target, "a");
  if (!(link instanceof HTMLAnchorElement)) return;
  if (link.target === "_blank" || !link.pathname.startsWith("/embed")) return;
  event.preventDefault();
  const turned = link.closest(".turning") !== null;
  await swap(link.href);
  if (!turned) return;
  const list = the("#embed-list");
  list.scrollTop = 0;
  list.focus({ preventScroll: true });
};

new ResizeObserver(tellHeight).observe(document.documentElement);
wide.addEventListener("change", unfold);
unfold();
document.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.target instanceof HTMLFormElement) swap(addressOf(event.target));
});
document.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === "checkbox" && target.form) {
    swap(addressOf(target.form));
  }
});
document.addEventListener("click", followLink);
showOnMap(box);

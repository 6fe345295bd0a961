/* « Partenaires locaux »: the choices of the page change its address, which draws it again. */

import { go, params } from "../../base/address.mjs";
import { clearBox } from "../../base/dash.mjs";
import { all, nearest } from "../../base/dom.mjs";
import { put, putAll } from "../../base/query.mjs";

const CENTRES = ["for", "commune", "near"];

/**
 * The address around an organisation or a commune; everything else of it is kept.
 * @param {string} value `organisation:id` or `commune:code`
 * @param {URLSearchParams} wanted
 */
export const putCentre = (value, wanted) => {
  const [kind, ...rest] = value.split(":");
  for (const name of [...CENTRES, "page", "compare"]) wanted.delete(name);
  if (kind === "organisation") wanted.set("for", rest.join(":"));
  else wanted.set("commune", rest[0]);
};

/** @param {string | null} value */
export const pickPartnerCentre = (value) => {
  if (!value) return;
  const wanted = params();
  putCentre(value, wanted);
  clearBox("partner-list-search");
  go(wanted);
};

/** @param {Event} event */
const choose = ({ target }) => {
  const holder = nearest(target, ".partner-choices");
  if (!holder) return;
  const wanted = params();
  for (const select of selects("[data-choice]", holder)) {
    put(wanted, select.dataset.choice || "", select.value);
  }
  const ticked = all("[data-pooling] input:checked", holder);
  const poolings = ticked.map((box) => nearest(box, "[data-pooling]")?.dataset.pooling || "");
  putAll(wanted, "pooling", poolings);
  wanted.delete("page");
  go(wanted);
};

/** @param {string} selector @param {ParentNode} within */
const selects = (selector, within) => /** @type {HTMLSelectElement[]} */ (all(selector, within));

/* A step back in history changes what is chosen, which a touched select does not show by itself. */
/** @param {Event} event */
const showChosen = ({ target }) => {
  if (!(target instanceof Element)) return;
  for (const select of selects(".partner-choices select", target)) {
    /** @type {HTMLOptionElement | null} */
    const chosen = select.querySelector("option[selected]");
    if (chosen) select.value = chosen.value;
  }
};

/** Hear the choices of the page. */
export const startPartnerList = () => {
  document.addEventListener("change", choose);
  document.addEventListener("painted", showChosen);
};

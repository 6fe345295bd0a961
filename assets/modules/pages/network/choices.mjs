/* The choices of the page « Réseau »: they change its address, which draws it again. */

import { carriedQuery, go, goWith, params } from "../../base/address.mjs";
import { here } from "../../base/arrival.mjs";
import { clearBox } from "../../base/dash.mjs";
import { find, nearest } from "../../base/dom.mjs";
import { keepFocus } from "../../base/focus.mjs";
import { put } from "../../base/query.mjs";

/**
 * @param {string} name of the parameter, and of what the page says it was served with
 * @param {string} none the value that says nothing
 */
const choose =
  (name, none) =>
  /** @param {string | null} value */
  (value) => {
    const holder = find(".network-choices");
    if (!value || !holder || holder.dataset[name] === value) return;
    keepFocus(`network-${name}`);
    goWith((wanted) => put(wanted, name, value === none ? null : value));
  };
export const chooseNetwork = choose("pooling", "all");
export const chooseNetworkTier = choose("tier", "explore");

/**
 * The address of a centre that was picked (`level:code` or `organisation:id`); what was chosen
 * about the links is kept.
 * @param {string} value
 * @param {URLSearchParams} before
 */
export const centredOn = (value, before) => {
  const [kind, ...rest] = value.split(":");
  const wanted = new URLSearchParams();
  for (const name of ["pooling", "tier", "lang"]) put(wanted, name, before.get(name));
  wanted.set(kind, kind === "organisation" ? rest.join(":") : rest[0]);
  return wanted;
};

/** @param {string | null} value */
export const pickNetwork = (value) => {
  if (!value) return;
  const wanted = centredOn(value, params());
  clearBox("network-search");
  go(wanted);
};

/** « Réseau » opened from the map keeps the map's filters. */
export const startNetwork = () =>
  document.addEventListener(
    "click",
    ({ target }) => {
      const link = nearest(target, '.site-foot a[href^="/reseau"]');
      if (!link || here().path !== "/") return;
      const query = carriedQuery();
      link.setAttribute("href", `/reseau${query ? `?${query}` : ""}`);
    },
    true,
  );

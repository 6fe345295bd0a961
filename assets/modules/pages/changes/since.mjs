/* What changed: choosing the edition or the day to compare with, links that carry the selection. */

import { carriedQuery, goWith, params } from "../../base/address.mjs";
import { here } from "../../base/arrival.mjs";
import { all, find } from "../../base/dom.mjs";
import { make } from "../../base/elements.mjs";

const PATH = "/nouveautes";

/**
 * Compare with an edition (its id) or with the state before a day; the address says which.
 * @param {string | null} value
 */
export const chooseSince = (value) => {
  if (window.location.pathname !== PATH || !value) return;
  const compared = find("#changes-body [data-compared]");
  if (value === (params().get("since") || "") || compared?.dataset.compared === value) return;
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) goWith((wanted) => wanted.set("since", value));
};

/* Links that take the filters of the main screen along. */
const carry = () => {
  const query = carriedQuery();
  for (const link of all("a[data-carry-selection]")) {
    link.setAttribute("href", (link.dataset.carrySelection || "") + (query ? `?${query}` : ""));
  }
};

/* The feed of the page's selection, where feed readers look for it. */
const announce = () => {
  const holder = find("[data-feed]");
  const old = find('link[type="application/atom+xml"]', document.head);
  if (!holder) {
    old?.remove();
    return;
  }
  const link = old || make("link", { rel: "alternate", type: "application/atom+xml" });
  if (!old) document.head.append(link);
  link.setAttribute("href", holder.dataset.feed || "");
};

/** Keep links and feed in step with what is painted. */
export const startChanges = () =>
  document.addEventListener("painted", () => {
    if (here().path === "/") carry();
    announce();
  });

/* Who stands at one point of a map: those that are kept, then those to call. */

import { held } from "../base/answers.mjs";

/** @import { Schemas } from "../base/answers.mjs" */
/** @import { Cluster } from "./markers.mjs" */
/** @typedef {Schemas["OrganisationPage"]["items"][number] & { unknown: boolean }} Standing */

const MOST = "50";

/**
 * The first organisations of a cluster, and how many there are.
 * @param {URLSearchParams} query what the map shows
 * @param {Cluster} cluster
 * @returns {Promise<{ total: number, items: Standing[] }>}
 */
export const standingAt = async (query, { bounds, count, unknown }) => {
  /** @param {boolean} toCall */
  const asked = async (toCall) => {
    const params = new URLSearchParams(query);
    params.set("bbox", bounds.join(","));
    params.set("limit", MOST);
    if (toCall) params.set("group", "unknown");
    /** @type {Schemas["OrganisationPage"]} */
    const page = await held(await fetch(`/api/v1/organisations?${params}`));
    const items = page.items.map((item) => ({ ...item, unknown: toCall }));
    return { total: page.total, items };
  };
  const pages = [];
  if (count || !unknown) pages.push(await asked(false));
  if (unknown) pages.push(await asked(true));
  return {
    total: pages.reduce((sum, page) => sum + page.total, 0),
    items: pages.flatMap((page) => page.items),
  };
};

/**
 * How many a map shows, in words.
 * @param {{ total: number, unknown: number | null }} found
 * @param {{ here: string, hereToCall: string, nobodyHere: string }} t
 * @param {(pattern: string, values: Record<string, number>) => string} say
 */
export const hereInWords = ({ total, unknown }, t, say) => {
  if (unknown) return say(t.hereToCall, { n: total, unknown });
  return total ? say(t.here, { n: total }) : t.nobodyHere;
};

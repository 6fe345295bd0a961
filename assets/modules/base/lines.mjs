/* Organisations as the server tells them, by ids: today's facts, and the line that every list shows. */

import { held, sent } from "./answers.mjs";
import { language } from "./texts.mjs";

/**
 * `what`, `sectors`, `place`, `told_phone` and `told_source` are words; `symbol` and `html` are
 * the line itself, with an empty `.line-away` for how far it is.
 * @typedef {{ asked: string, id: string, name: string, kind: string, lon: number | null, lat: number | null, ended: string | null, address: string | null, siret: string | null, postcode: string | null, commune: string | null, department: string | null, department_code: string | null, phone: string | null, website: string | null, source: string, vintage: string, what: string, sectors: string, place: string, told_phone: string, told_source: string, symbol: string, html: string }} Told
 */
/** @typedef {{ edition: string | null, built_on: string, lines: Told[] }} TellingOf an id that nothing answers to has no line */

/**
 * @param {string[]} ids
 * @param {{ newTab?: boolean }} [options] whether names open a tab of their own
 * @returns {Promise<TellingOf>}
 */
export const toldLines = async (ids, { newTab = false } = {}) => {
  if (!ids.length) return { edition: null, built_on: "", lines: [] };
  const asked = { ids, lang: language(), new_tab: newTab };
  return held(await fetch("/lignes", sent(asked)));
};

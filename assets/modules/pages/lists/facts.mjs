/* What the directory says today of the organisations of a list. */

import { held, sent } from "../../base/answers.mjs";
import { texts } from "../../base/texts.mjs";
import { pageWords } from "./words.mjs";

/** @typedef {{ id: string, asked: string, name: string, kind: string, devices: string[], place_types: string[], partner_type: string | null, sectors: string[], address: string | null, postcode: string | null, commune: string | null, department: string | null, department_code: string | null, phone: string | null, website: string | null, siret: string | null, source: string, vintage: string, lon: number | null, lat: number | null, ended: string | null }} Facts */
/** @typedef {{ edition: string | null, built_on: string, lines: Facts[] }} Answer */

/**
 * The facts of organisations, by the ids kept.
 * @param {string[]} ids
 * @returns {Promise<Answer>}
 */
export const factsOf = async (ids) =>
  ids.length
    ? held(await fetch("/api/v1/lists/lines", sent({ ids })))
    : { edition: null, built_on: "", lines: [] };

/**
 * @param {Record<string, string>} table
 * @param {string[]} codes
 */
const labels = (table, codes) => codes.map((code) => table[code] || code);

/** @param {Facts} facts */
export const whatItIs = (facts) => {
  const words = pageWords();
  if (facts.kind === "ptce") return words.pole;
  const types = [
    ...labels(words.devices, facts.devices),
    ...labels(words.place_types, facts.place_types),
    ...labels(words.partner_types, facts.partner_type ? [facts.partner_type] : []),
  ];
  return types.join(" · ") || texts().kinds[facts.kind] || facts.kind;
};

/** @param {Facts} facts */
export const sectorsOf = (facts) =>
  labels(pageWords().sectors, facts.sectors).join(" · ") || pageWords().noSectors;

/* Markers: one shape and colour per kind, donuts for several organisations. Pure functions. */

import { fillIn } from "../base/texts.mjs";

/** @typedef {Record<string, number>} Mix how many of each kind */
/** @typedef {(n: number) => string} Written how a count is written */

/* The colours of assets/symbols; the shape carries the same meaning. */
/** @type {Record<string, string>} */
const COLOURS = {
  ess_actor: "#0b5cad",
  ptce: "#a3195b",
  sheltered_supplier: "#b45309",
  cooperation_space: "#0f766e",
  territorial_partner: "#3f4754",
};
const KINDS = Object.keys(COLOURS);
const THICKNESS = 6;
const TO_CALL = "#4b5563";

/**
 * Diameter in pixels: grows with the logarithm of the count.
 * @param {number} count
 */
export const donutSize = (count) => Math.round(Math.min(64, 30 + 9 * Math.log10(count + 1)));

/**
 * The arcs of a ring cut by a mix: kind, where each begins and how long it is, around a circle.
 * @param {Mix} mix
 * @param {number} count
 * @param {number} around length of the whole ring
 */
export const arcsOf = (mix, count, around) => {
  let turned = 0;
  return KINDS.filter((kind) => mix[kind]).map((kind) => {
    const length = (mix[kind] / count) * around;
    const arc = { kind, begins: turned, length };
    turned += length;
    return arc;
  });
};

/**
 * What stands in the middle: « 12 », or above those to call, « 8? ».
 * @param {number} count
 * @param {number} toCall
 * @param {Written} written
 */
export const middleOf = (count, toCall, written) => {
  if (!toCall) return [written(count)];
  return count ? [written(count), `${written(toCall)}?`] : [`${written(toCall)}?`];
};

/**
 * The diameter that a count needs, those to call beside it; totals of territories stay small, for
 * each stands where its territory is.
 * @param {{ count: number, unknown?: number, territory?: unknown }} cluster
 * @param {Written} written
 */
export const badgeSize = ({ count, unknown = 0, territory }, written) => {
  const drawn = donutSize(count + unknown);
  const lines = middleOf(count, unknown, written);
  const longest = Math.max(...lines.map((line) => line.replace(/\s/g, "").length));
  const needed = 17 + 7 * longest + 4 * (lines.length - 1);
  return Math.round(territory ? Math.max(32, needed) : Math.max(drawn, needed));
};

/**
 * A ring cut by the mix of kinds, dashed for those to call, the count in its middle, as SVG.
 * @param {{ count: number, kinds: Mix, unknown?: number, territory?: unknown }} cluster
 * @param {Written} written
 */
export const donut = (cluster, written) => {
  const { count, kinds, unknown = 0 } = cluster;
  const size = badgeSize(cluster, written);
  const middle = size / 2;
  const radius = (size - THICKNESS) / 2 - 1;
  const around = 2 * Math.PI * radius;
  const dashes = unknown
    ? `<circle cx="${middle}" cy="${middle}" r="${radius}" fill="none" stroke="${TO_CALL}" ` +
      'stroke-width="3" stroke-dasharray="4 3"/>'
    : "";
  const arcs = arcsOf(kinds, count + unknown, around).map(
    ({ kind, begins, length }) =>
      `<circle cx="${middle}" cy="${middle}" r="${radius}" fill="none" ` +
      `stroke="${COLOURS[kind]}" stroke-width="${THICKNESS}" ` +
      `stroke-dasharray="${length} ${around - length}" stroke-dashoffset="${-begins}"/>`,
  );
  return (
    `<svg width="${size}" height="${size}" viewBox="0 0 ${size} ${size}" aria-hidden="true">` +
    `<circle cx="${middle}" cy="${middle}" r="${middle - 0.5}" fill="#fff"/>${dashes}` +
    `<g transform="rotate(-90 ${middle} ${middle})">${arcs.join("")}</g>` +
    `${linesIn(middleOf(count, unknown, written))}</svg>`
  );
};

/** @param {string[]} lines one or two, around the middle */
const linesIn = (lines) => {
  const shifts = lines.length > 1 ? ["-0.15em", "0.85em"] : ["0.35em"];
  const words = lines.map(
    (line, n) => `<text x="50%" y="50%" dy="${shifts[n]}" text-anchor="middle">${line}</text>`,
  );
  return words.join("");
};

/**
 * How many of each kind stand together.
 * @param {Iterable<{ kind: string | null }>} several
 */
export const mixOf = (several) => {
  /** @type {Mix} */
  const mix = {};
  for (const { kind } of several) if (kind) mix[kind] = (mix[kind] || 0) + 1;
  return mix;
};

/**
 * « 12 organisations. Acteur de l’ESS : 8, PTCE : 4. Activité non renseignée, à appeler : 3.
 * Activer pour zoomer. »
 * Of a territory: its name first.
 * @param {{ count: number, unknown?: number, kinds: Mix, same_point: boolean, territory?: { name: string } | null }} cluster
 * @param {{ kinds: Record<string, string>, organisations: string, toCall: string, samePoint: string, zoomIn: string }} t
 * @param {Written} written
 */
export const clusterWords = (cluster, t, written) => {
  const parts = KINDS.filter((kind) => cluster.kinds[kind]).map(
    (kind) => `${t.kinds[kind]} : ${written(cluster.kinds[kind])}`,
  );
  const told = cluster.territory ? [cluster.territory.name] : [];
  if (cluster.count || !cluster.unknown) {
    told.push(fillIn(t.organisations, { n: written(cluster.count) }), parts.join(", "));
  }
  if (cluster.unknown) told.push(`${t.toCall} : ${written(cluster.unknown)}`);
  return `${told.join(". ")}. ${cluster.same_point ? t.samePoint : t.zoomIn}`;
};

/**
 * « Régie de quartier (Acteur de l’ESS, position à la commune) »
 * @param {{ name: string, kind: string, precise: boolean, unknown?: boolean }} pin
 * @param {{ kinds: Record<string, string>, approximate: string, toCall: string }} t
 */
export const pinWords = ({ name, kind, precise, unknown }, t) => {
  const more = [precise ? "" : t.approximate, unknown ? t.toCall.toLowerCase() : ""];
  return `${name} (${[t.kinds[kind], ...more.filter(Boolean)].join(", ")})`;
};

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
 * A ring cut by the mix of kinds, the count in its middle, as SVG.
 * @param {number} count
 * @param {Mix} mix
 * @param {Written} written
 */
export const donut = (count, mix, written) => {
  const size = donutSize(count);
  const middle = size / 2;
  const radius = (size - THICKNESS) / 2 - 1;
  const around = 2 * Math.PI * radius;
  const arcs = arcsOf(mix, count, around).map(
    ({ kind, begins, length }) =>
      `<circle cx="${middle}" cy="${middle}" r="${radius}" fill="none" ` +
      `stroke="${COLOURS[kind]}" stroke-width="${THICKNESS}" ` +
      `stroke-dasharray="${length} ${around - length}" stroke-dashoffset="${-begins}"/>`,
  );
  return (
    `<svg width="${size}" height="${size}" viewBox="0 0 ${size} ${size}" aria-hidden="true">` +
    `<circle cx="${middle}" cy="${middle}" r="${middle - 0.5}" fill="#fff"/>` +
    `<g transform="rotate(-90 ${middle} ${middle})">${arcs.join("")}</g>` +
    `<text x="50%" y="50%" dy="0.35em" text-anchor="middle">${written(count)}</text></svg>`
  );
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
 * « 12 organisations. Acteur de l’ESS : 8, PTCE : 4. Activer pour zoomer. »
 * @param {{ count: number, kinds: Mix, same_point: boolean }} cluster
 * @param {{ kinds: Record<string, string>, organisations: string, samePoint: string, zoomIn: string }} t
 * @param {Written} written
 */
export const clusterWords = (cluster, t, written) => {
  const parts = KINDS.filter((kind) => cluster.kinds[kind]).map(
    (kind) => `${t.kinds[kind]} : ${written(cluster.kinds[kind])}`,
  );
  const count = fillIn(t.organisations, { n: written(cluster.count) });
  return `${count}. ${parts.join(", ")}. ${cluster.same_point ? t.samePoint : t.zoomIn}`;
};

/**
 * « Régie de quartier (Acteur de l’ESS, position à la commune) »
 * @param {{ name: string, kind: string, precise: boolean }} pin
 * @param {{ kinds: Record<string, string>, approximate: string }} t
 */
export const pinWords = ({ name, kind, precise }, t) =>
  `${name} (${t.kinds[kind]}${precise ? "" : `, ${t.approximate}`})`;

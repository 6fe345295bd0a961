/* No badge over another: those of territories step aside a little, and what would still overlap on
   screen is drawn as one. Pure functions. */

/** @import { Schemas } from "../base/answers.mjs" */
/** @typedef {Schemas["ClusterProperties"]} Counted */
/** @typedef {Schemas["PinProperties"]} Single */
/** @typedef {{ geometry: { coordinates: number[] }, properties: Counted | Single }} Feature */
/** @typedef {{ x: number, y: number }} Spot */
/** @typedef {{ feature: Feature, spot: Spot, radius: number, weight: number }} Badge */

/** @typedef {{ to(coordinates: number[]): Spot, from(spot: Spot): number[] }} Screen between degrees, longitude first, and pixels */

const PIN_RADIUS = 9;
/** How far the badge of a territory may stand from its point, in pixels. */
const ASIDE = 14;
const STEPS = 12;
/** A pass makes badges grow, which may then meet others. */
const MOST_PASSES = 6;

/** @param {Feature} feature */
const weightOf = ({ properties }) =>
  properties.cluster ? properties.count + properties.unknown : 1;

/**
 * A single organisation as a cluster of one.
 * @param {Feature} feature
 * @returns {Counted}
 */
const counted = ({ geometry, properties }) => {
  if (properties.cluster) return properties;
  const [lon, lat] = geometry.coordinates;
  const { unknown, kind } = properties;
  return {
    cluster: true,
    count: unknown ? 0 : 1,
    unknown: unknown ? 1 : 0,
    bounds: [lon, lat, lon, lat],
    kinds: unknown ? {} : /** @type {Counted["kinds"]} */ ({ [kind]: 1 }),
    same_point: true,
    territory: null,
  };
};

/**
 * @param {Counted["kinds"]} some
 * @param {Counted["kinds"]} more
 */
const together = (some, more) => {
  const sum = /** @type {Record<string, number>} */ ({ ...some });
  for (const [kind, n] of Object.entries(more)) sum[kind] = (sum[kind] || 0) + (n || 0);
  return /** @type {Counted["kinds"]} */ (sum);
};

/**
 * Two features as one, where the first stands; territories are named together.
 * @param {Feature} feature
 * @param {Feature} other
 * @returns {Feature}
 */
export const asOne = (feature, other) => {
  const [a, b] = [counted(feature), counted(other)];
  const [west, south, east, north] = [0, 1, 2, 3].map((side) =>
    (side < 2 ? Math.min : Math.max)(a.bounds[side], b.bounds[side]),
  );
  const names = [a, b].flatMap(({ territory }) => (territory ? [territory.name] : []));
  const territory = a.territory || b.territory;
  return {
    ...feature,
    properties: {
      cluster: true,
      count: a.count + b.count,
      unknown: a.unknown + b.unknown,
      bounds: [west, south, east, north],
      kinds: together(a.kinds, b.kinds),
      same_point: west === east && south === north,
      territory: territory && { ...territory, name: names.join(", ") },
    },
  };
};

/**
 * The features of a map, those that would overlap drawn as one: the heavier keeps its place.
 * @template {Feature} F
 * @param {F[]} features
 * @param {Screen} screen
 * @param {(cluster: Counted) => number} sizeOf the diameter of a badge, in pixels
 * @returns {F[]}
 */
export const apart = (features, screen, sizeOf) => {
  /** @param {Feature} feature @returns {Badge} */
  const badgeOf = (feature) => {
    const { properties, geometry } = feature;
    const radius = properties.cluster ? sizeOf(properties) / 2 : PIN_RADIUS;
    return { feature, spot: screen.to(geometry.coordinates), radius, weight: weightOf(feature) };
  };
  let badges = stepAside(features.map(badgeOf), screen);
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const kept = onePass(badges, badgeOf);
    if (kept.length === badges.length) break;
    badges = kept;
  }
  return /** @type {F[]} */ (badges.map(({ feature }) => feature));
};

/** @param {Badge} badge */
const isTotal = ({ feature: { properties } }) =>
  Boolean(properties.cluster && properties.territory);

/**
 * Totals of territories that touch one another step aside, each by no more than a little.
 * @param {Badge[]} badges
 * @param {Screen} screen
 */
const stepAside = (badges, screen) => {
  const home = badges.map(({ spot }) => spot);
  const spots = home.map((spot) => ({ ...spot }));
  const totals = badges.flatMap((badge, n) => (isTotal(badge) ? [n] : []));
  for (let step = 0; step < STEPS; step += 1) {
    for (const [at, n] of totals.entries()) {
      for (const m of totals.slice(at + 1))
        push(spots[n], spots[m], badges[n].radius + badges[m].radius);
    }
    for (const n of totals) keepNear(spots[n], home[n]);
  }
  return badges.map((badge, n) => {
    const { x, y } = spots[n];
    if (x === home[n].x && y === home[n].y) return badge;
    const geometry = { ...badge.feature.geometry, coordinates: screen.from(spots[n]) };
    return { ...badge, spot: spots[n], feature: { ...badge.feature, geometry } };
  });
};

/** @param {Spot} a @param {Spot} b @param {number} least */
const push = (a, b, least) => {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const now = Math.hypot(dx, dy);
  if (now >= least) return;
  const half = (least + 1 - now) / 2;
  const [ux, uy] = now ? [dx / now, dy / now] : [1, 0];
  a.x -= ux * half;
  a.y -= uy * half;
  b.x += ux * half;
  b.y += uy * half;
};

/** @param {Spot} spot @param {Spot} home */
const keepNear = (spot, home) => {
  const away = Math.hypot(spot.x - home.x, spot.y - home.y);
  if (away <= ASIDE) return;
  spot.x = home.x + ((spot.x - home.x) * ASIDE) / away;
  spot.y = home.y + ((spot.y - home.y) * ASIDE) / away;
};

/**
 * @param {Badge[]} badges
 * @param {(feature: Feature) => Badge} badgeOf
 */
const onePass = (badges, badgeOf) => {
  /** @type {Badge[]} */
  const kept = [];
  const heaviest = [...badges].sort((a, b) => b.weight - a.weight);
  for (const badge of heaviest) {
    const over = kept.findIndex((other) => overlaps(other, badge));
    if (over < 0) kept.push(badge);
    else kept[over] = badgeOf(asOne(kept[over].feature, badge.feature));
  }
  return kept;
};

/** @param {Badge} a @param {Badge} b */
const overlaps = (a, b) =>
  Math.hypot(a.spot.x - b.spot.x, a.spot.y - b.spot.y) < a.radius + b.radius;

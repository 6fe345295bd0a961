/* Things in an order that people change. Pure functions. */

/**
 * The items with one of them at another place; places out of bounds are the nearest end.
 * @template T
 * @param {readonly T[]} items
 * @param {number} from
 * @param {number} to
 */
export const moved = (items, from, to) => {
  if (from < 0 || from >= items.length) return [...items];
  const others = items.filter((_, n) => n !== from);
  const place = Math.max(0, Math.min(others.length, to));
  return [...others.slice(0, place), items[from], ...others.slice(place)];
};

/**
 * Where a key moves what is at `n` (from 1) of `total`; null when it moves nothing.
 * @param {string} key
 * @param {number} n
 * @param {number} total
 */
export const placeAfter = (key, n, total) => {
  /** @type {Record<string, number>} */
  const places = { ArrowUp: n - 1, ArrowDown: n + 1, Home: 1, End: total };
  const to = places[key];
  return to === undefined || to < 1 || to > total || to === n ? null : to;
};

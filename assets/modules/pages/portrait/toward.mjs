/* Which place of a drawing lies next in the direction of an arrow key. */

/** @typedef {{ x: number, y: number }} Spot */

/** @type {Record<string, (dx: number, dy: number) => { ahead: number, aside: number }>} */
const WAYS = {
  ArrowRight: (dx, dy) => ({ ahead: dx, aside: dy }),
  ArrowLeft: (dx, dy) => ({ ahead: -dx, aside: dy }),
  ArrowDown: (dx, dy) => ({ ahead: dy, aside: dx }),
  ArrowUp: (dx, dy) => ({ ahead: -dy, aside: dx }),
};

/**
 * The rank of the nearest spot ahead; what lies aside counts twice. The same rank when none is.
 * @param {readonly Spot[]} spots
 * @param {number} from
 * @param {string} key
 */
export const toward = (spots, from, key) => {
  const way = WAYS[key];
  const here = spots[from];
  if (!way || !here) return from;
  let best = from;
  let least = Number.POSITIVE_INFINITY;
  for (const [rank, spot] of spots.entries()) {
    const { ahead, aside } = way(spot.x - here.x, spot.y - here.y);
    const far = ahead + 2 * Math.abs(aside);
    if (ahead > 0 && far < least) {
      best = rank;
      least = far;
    }
  }
  return best;
};

/* Where the nodes of a network are drawn: always in the same place for the same network. */

/** @typedef {{ ends: [number, number] }} Link */
/** @typedef {{ x: number, y: number, dx: number, dy: number }} Moving */

const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const STEPS = 260;
const TO_CENTRE = { x: 1.2, y: 1.9 };
const ROOM = { x: 90, y: 34 };
const MOST_LABELS = 14;
const MOST_LABELS_NARROW = 6;
const NARROW = 600;
const MOST_LETTERS = 28;

/**
 * How many links each node has.
 * @param {number} count of nodes
 * @param {Link[]} links
 */
export const degrees = (count, links) => {
  const tied = new Array(count).fill(0);
  for (const { ends } of links) for (const end of ends) tied[end] += 1;
  return tied;
};

/**
 * Points around the origin by forces (Fruchterman–Reingold), begun on a sunflower.
 * @param {number} count of nodes
 * @param {Link[]} links
 */
export const placeNodes = (count, links) => {
  const tied = degrees(count, links);
  const ideal = 1 / Math.sqrt(Math.max(1, count));
  const points = tied.map((_, n) => {
    const far = 0.5 * Math.sqrt((n + 0.5) / count);
    return { x: far * Math.cos(n * GOLDEN), y: far * Math.sin(n * GOLDEN), dx: 0, dy: 0 };
  });
  for (let step = 0; step < STEPS; step += 1) {
    gather(points);
    for (let i = 0; i < count; i += 1) {
      for (let j = i + 1; j < count; j += 1) push(points[i], points[j], ideal);
    }
    for (const { ends } of links) {
      const [a, b] = ends;
      pull(points[a], points[b], ideal, 1 / Math.sqrt(tied[a] * tied[b]));
    }
    move(points, 0.1 * (1 - step / STEPS));
  }
  return points;
};

/** @param {Moving[]} points */
const gather = (points) => {
  for (const point of points) {
    point.dx = -point.x * TO_CENTRE.x;
    point.dy = -point.y * TO_CENTRE.y;
  }
};

/** @param {Moving} p @param {Moving} q @param {number} ideal */
const push = (p, q, ideal) => {
  const dx = p.x - q.x || 1e-6;
  const dy = p.y - q.y || 1e-6;
  const force = (ideal * ideal) / (dx * dx + dy * dy);
  p.dx += dx * force;
  p.dy += dy * force;
  q.dx -= dx * force;
  q.dy -= dy * force;
};

/** @param {Moving} p @param {Moving} q @param {number} ideal @param {number} share */
const pull = (p, q, ideal, share) => {
  const dx = p.x - q.x;
  const dy = p.y - q.y;
  const force = (share * Math.hypot(dx, dy)) / ideal;
  p.dx -= dx * force;
  p.dy -= dy * force;
  q.dx += dx * force;
  q.dy += dy * force;
};

/** @param {Moving[]} points @param {number} heat the longest step */
const move = (points, heat) => {
  for (const point of points) {
    const length = Math.hypot(point.dx, point.dy) || 1e-9;
    point.x += (point.dx / length) * Math.min(length, heat);
    point.y += (point.dy / length) * Math.min(length, heat);
  }
};

/**
 * The points spread over a drawing, with room for names at its edges.
 * @param {{ x: number, y: number }[]} points
 * @param {number} width
 * @param {number} height
 * @returns {[number, number][]}
 */
export const spread = (points, width, height) => {
  const across = scale(
    points.map(({ x }) => x),
    width,
    Math.min(ROOM.x, width / 6),
  );
  const down = scale(
    points.map(({ y }) => y),
    height,
    ROOM.y,
  );
  return points.map(({ x, y }) => [across(x), down(y)]);
};

/** @param {number[]} values @param {number} size @param {number} margin */
const scale = (values, size, margin) => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  /** @param {number} value */
  return (value) =>
    high > low ? margin + ((value - low) / (high - low)) * (size - 2 * margin) : size / 2;
};

/**
 * The nodes whose names are written: centres and the most tied first. Names that would lie over
 * another name are left to the pointer: the table has them all.
 * @param {{ name: string, centre: boolean }[]} nodes
 * @param {[number, number][]} places
 * @param {number[]} counts
 * @param {number} width
 */
export const labelled = (nodes, places, counts, width) => {
  const most = width < NARROW ? MOST_LABELS_NARROW : MOST_LABELS;
  const order = nodes
    .map((_, n) => n)
    .sort(
      (a, b) => Number(nodes[b].centre) - Number(nodes[a].centre) || counts[b] - counts[a] || a - b,
    );
  /** @type {{ n: number, x: number, y: number, half: number }[]} */
  const kept = [];
  for (const n of order) {
    const [x, y] = places[n];
    const half = Math.min(MOST_LETTERS, nodes[n].name.length) * 3.6;
    const free = kept.every(
      (other) => Math.abs(other.y - y) > 18 || Math.abs(other.x - x) > other.half + half,
    );
    if (free && kept.length < most) kept.push({ n, x, y, half });
  }
  return new Set(kept.map((one) => one.n));
};

/** @param {string} name */
export const shortName = (name) =>
  name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1).trimEnd()}…` : name;

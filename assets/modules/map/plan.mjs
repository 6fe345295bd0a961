/* A plan of some points, drawn from outlines without any tile: projection, window, scale. Pure. */

/** @typedef {[x: number, y: number]} Spot */
/** @typedef {{ height: number, scale: number, at(point: Spot): Spot }} Plan */

export const WIDTH = 420;
const MOST_HEIGHT = 480;
const LEAST_HEIGHT = 200;
const LEAST_SPAN_KM = 8;
const KM_OF_DEGREE = 111.32;
const STEPS_KM = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/**
 * Web Mercator, in degrees of longitude.
 * @param {Spot} point longitude, latitude
 * @returns {Spot}
 */
export const mercator = ([lon, lat]) => [
  lon,
  (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI,
];

/**
 * A plan around points, never so small that nothing can be recognised.
 * @param {Spot[]} points projected
 * @returns {Plan}
 */
export const planOf = (points) => {
  const [x, dx] = middleAndHalf(points.map((point) => point[0]));
  const [y, dy] = middleAndHalf(points.map((point) => point[1]));
  const height = Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, (WIDTH * dy) / dx));
  const scale = Math.min(WIDTH / (2 * dx), height / (2 * dy));
  return {
    height,
    scale,
    at: (point) => [WIDTH / 2 + (point[0] - x) * scale, height / 2 - (point[1] - y) * scale],
  };
};

/** @param {number[]} values */
const middleAndHalf = (values) => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return [(low + high) / 2, Math.max((high - low) / 2, LEAST_SPAN_KM / 80) * 1.18];
};

/**
 * The rings of a geometry that can be seen on a plan, drawn on it.
 * @param {{ type: string, coordinates: any[] }} geometry
 * @param {Plan} plan
 * @returns {Spot[][]}
 */
export const ringsOn = (geometry, plan) => {
  /** @type {Spot[][]} */
  const rings = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
  return rings
    .map((ring) => ring.map((point) => plan.at(mercator(point))))
    .filter((ring) => ring.some((spot) => near(spot, plan)) || covers(ring, plan));
};

/** @param {Spot} spot @param {Plan} plan */
const near = ([x, y], { height }) => x > -WIDTH && x < 2 * WIDTH && y > -height && y < 2 * height;

/** A ring larger than the plan has no corner in it, and may fill it. */
/** @param {Spot[]} ring @param {Plan} plan */
const covers = (ring, { height }) => {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return (
    Math.min(...xs) < 0 &&
    Math.max(...xs) > WIDTH &&
    Math.min(...ys) < height &&
    Math.max(...ys) > 0
  );
};

/**
 * A ring as the data of an SVG path.
 * @param {Spot[]} ring
 */
export const pathOf = (ring) =>
  `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;

/**
 * The longest round distance that fits a quarter of the plan, and its length on it.
 * @param {Plan} plan
 * @param {Spot[]} points projected
 */
export const scaleBar = (plan, points) => {
  const y = points.reduce((sum, point) => sum + point[1], 0) / points.length;
  const latitude = 2 * Math.atan(Math.exp((y * Math.PI) / 180)) - Math.PI / 2;
  const kmOfPixel = (KM_OF_DEGREE * Math.cos(latitude)) / plan.scale;
  const km = STEPS_KM.filter((step) => step / kmOfPixel < WIDTH / 4).pop() || STEPS_KM[0];
  return { km, length: km / kmOfPixel };
};

/**
 * The numbers of neighbours are written together: one over the other, nobody reads them.
 * @param {number[]} numbers
 * @param {Spot[]} places
 */
export const numbersTogether = (numbers, places) => {
  /** @type {{ x: number, y: number, numbers: number[] }[]} */
  const groups = [];
  numbers.forEach((number, n) => {
    const [x, y] = places[n];
    const group = groups.find((one) => Math.abs(one.x - x) < 26 && Math.abs(one.y - y) < 13);
    if (group) group.numbers.push(number);
    else groups.push({ x, y, numbers: [number] });
  });
  return groups.map(({ x, y, numbers: found }) => ({
    x,
    y,
    words: (found.length > 4 ? [...found.slice(0, 3), "…"] : found).join(", "),
  }));
};

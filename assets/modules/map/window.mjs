/* Windows of the map, west, south, east, north, as the API writes them. Pure functions. */

/** @typedef {[west: number, south: number, east: number, north: number]} Window */
/** @typedef {[south: number, west: number]} Corner Leaflet's order */

/** Mainland France. */
export const HOME = /** @type {[Corner, Corner]} */ ([
  [41.3, -4.8],
  [51.1, 9.56],
]);

/** @param {number} x @param {number} most */
const within = (x, most) => Math.max(-most, Math.min(most, Math.round(x * 1e5) / 1e5));

/**
 * What Leaflet shows, rounded, never beyond the world.
 * @param {{ getWest(): number, getSouth(): number, getEast(): number, getNorth(): number }} bounds
 * @param {number} [pole] the highest latitude
 * @returns {Window}
 */
export const windowOf = (bounds, pole = 90) => [
  within(bounds.getWest(), 180),
  within(bounds.getSouth(), pole),
  within(bounds.getEast(), 180),
  within(bounds.getNorth(), pole),
];

/**
 * The corners of a window in Leaflet's order, whichever way round its sides were given.
 * @param {number[]} window_
 * @returns {[Corner, Corner]}
 */
export const cornersOf = ([west, south, east, north]) => [
  [Math.min(south, north), Math.min(west, east)],
  [Math.max(south, north), Math.max(west, east)],
];

/** @param {string} text */
export const numbersOf = (text) => text.split(",").map(Number);

/**
 * A camera as the address writes it.
 * @param {number} zoom
 * @param {{ lat: number, lng: number }} centre
 */
export const cameraText = (zoom, { lat, lng }) => `${zoom}/${lat.toFixed(5)}/${lng.toFixed(5)}`;

/**
 * The camera that an address carries; null when it carries none that can be read.
 * @param {string | null} text
 */
export const cameraOf = (text) => {
  const parts = (text || "").split("/");
  const [zoom, lat, lon] = parts.map(Number);
  const whole = parts.length === 3 && [zoom, lat, lon].every(Number.isFinite);
  return whole ? { zoom, lat, lon } : null;
};

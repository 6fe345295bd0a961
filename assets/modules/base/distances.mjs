/* Distances as the crow flies. Pure functions. */

const EARTH_KM = 6371.0088;

/** @typedef {{ lon: number, lat: number }} Point */

/** @param {number} degrees */
const radians = (degrees) => (degrees * Math.PI) / 180;

/**
 * Kilometres between two points of the earth (haversine).
 * @param {Point} a
 * @param {Point} b
 */
export const kmBetween = (a, b) => {
  const dLat = radians(b.lat - a.lat);
  const dLon = radians(b.lon - a.lon);
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
};

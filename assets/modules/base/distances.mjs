/* Distances as the crow flies. Pure functions. */

import { fillIn } from "./texts.mjs";

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

/**
 * A distance as people say it, by the rules of `domain/language/writing.py`: metres below one
 * kilometre, no false precision, halves rounded down.
 * @param {number} km
 * @param {Writing} rules
 */
export const distanceInWords = (km, rules) => {
  const step = rules.stepMetres;
  const metres = Math.max(1, Math.ceil((km * 1000) / step - 0.5)) * step;
  if (metres < 1000) return fillIn(rules.metres, { n: metres });
  const tenths = Math.ceil(km * 10 - 0.5);
  const near = tenths < rules.oneDecimalBelowKm * 10;
  const figure = near
    ? `${Math.floor(tenths / 10)}${rules.decimal}${tenths % 10}`
    : wholeInWords(Math.ceil(km - 0.5), rules);
  return fillIn(rules.kilometres, { n: figure });
};

/**
 * A whole number with its thousands apart.
 * @param {number} n
 * @param {Pick<Writing, "thousands">} rules
 */
export const wholeInWords = (n, { thousands }) => String(n).replace(/\B(?=(\d{3})+$)/g, thousands);

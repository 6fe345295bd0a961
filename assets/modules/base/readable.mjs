/* Readable paths of lists, « /autour/26362-valence/40-km », « /dans/departement/26-drome »: the bar
   shows them, the app works with the parameters that they stand for. The server tells each with the
   first list of its place; steps of the history carry what they stand for. */

import { addressOf, putAll, queryOf, TERRITORIES } from "./query.mjs";

const READABLE = /^\/(autour|dans)\//;
/** @type {Map<string, string>} */
const standsFor = new Map();
/** @type {Map<string, string>} */
const pathOf = new Map();

/**
 * What of the parameters says where.
 * @param {URLSearchParams} params
 */
const whereOf = (params) => {
  const where = new URLSearchParams();
  for (const name of TERRITORIES) putAll(where, name, params.getAll(name));
  return queryOf(where);
};

/** @param {string} path */
export const isReadable = (path) => READABLE.test(path);

/**
 * A path stands for the place that the parameters say.
 * @param {string} path
 * @param {URLSearchParams} params
 */
export const learn = (path, params) => {
  const where = whereOf(params);
  if (!where || !isReadable(path)) return;
  standsFor.set(path, where);
  pathOf.set(where, path);
};

/**
 * Path and query of the state that an address of the bar stands for.
 * @param {string} path
 * @param {string} search
 */
export const inFull = (path, search) => {
  const where = standsFor.get(path);
  if (!where) return { path, search };
  return { path: "/", search: `?${queryOf(new URLSearchParams(`${where}&${search.slice(1)}`))}` };
};

/**
 * The address that the bar shows of a state.
 * @param {string} path
 * @param {URLSearchParams} params
 */
export const toRead = (path, params) => {
  const readable = path === "/" ? pathOf.get(whereOf(params)) : undefined;
  if (!readable) return addressOf(path, params);
  const rest = new URLSearchParams(params);
  for (const name of TERRITORIES) rest.delete(name);
  return addressOf(readable, rest);
};

/**
 * What a step of the history keeps beside its address: another visit may come back to it.
 * @param {URLSearchParams} params
 */
export const kept = (params) => ({ where: whereOf(params) });

/** What a step of the history says of its own path. */
export const recall = () => {
  const { where } = window.history.state || {};
  if (where) learn(window.location.pathname, new URLSearchParams(where));
};

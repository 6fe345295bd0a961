/* Query strings: what they hold for the API and for people. Pure functions. */

const PAGE_ONLY = [
  "view",
  "map",
  "zoning",
  "organisation",
  "order",
  "shown",
  "follow",
  "place",
  "lang",
  "pooling",
  "noticed",
];
/** What says where, in the order of an address. */
export const TERRITORIES = [
  "region",
  "department",
  "epci",
  "commune",
  "near",
  "radius_km",
  "place",
];

/**
 * A query string that people can read: commas, colons and slashes stay as they are.
 * @param {URLSearchParams} params
 */
export const queryOf = (params) =>
  params.toString().replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%2F/g, "/");

/**
 * @param {string} path
 * @param {URLSearchParams} params
 */
export const addressOf = (path, params) => {
  const query = queryOf(params);
  return path + (query ? `?${query}` : "");
};

/**
 * Only the filters, as the API wants them.
 * @param {string} search
 */
export const filtersOf = (search) => {
  const params = new URLSearchParams(search);
  for (const name of PAGE_ONLY) params.delete(name);
  return params;
};

/**
 * Give a parameter a value, or none.
 * @param {URLSearchParams} params
 * @param {string} name
 * @param {string | null | undefined} value
 */
export const put = (params, name, value) => {
  if (value) params.set(name, value);
  else params.delete(name);
};

/**
 * Give a parameter several values.
 * @param {URLSearchParams} params
 * @param {string} name
 * @param {string[]} values
 */
export const putAll = (params, name, values) => {
  params.delete(name);
  for (const value of values) params.append(name, value);
};

/**
 * Add a value of a filter, or take it away when it is there.
 * @param {URLSearchParams} params
 * @param {string} name
 * @param {string} value
 */
export const switchValue = (params, name, value) => {
  const values = params.getAll(name);
  const kept = values.filter((other) => other !== value);
  putAll(params, name, kept.length === values.length ? [...kept, value] : kept);
};

/**
 * Choose the place: `commune:code:lon,lat` draws a radius, other levels filter by their code.
 * @param {URLSearchParams} params
 * @param {string} value
 */
export const putPlace = (params, value) => {
  const [level, code, point] = value.split(":");
  for (const name of [...TERRITORIES, "bbox", "map", "order"]) params.delete(name);
  if (level === "commune" && point) {
    params.set("near", point);
    params.set("radius_km", "20");
    params.set("place", `commune:${code}`);
  } else params.set(level, code);
};

/**
 * A place that the text said, as a filter: what a radius is drawn around.
 * @param {URLSearchParams} params
 * @param {{ near?: string, place?: string, text?: string }} shown
 */
export const putCircle = (params, shown) => {
  if (params.has("near") || !shown.near) return;
  params.set("near", shown.near);
  put(params, "place", shown.place);
  put(params, "q", shown.text);
};

/**
 * Another radius around the place, or the commune alone (`commune:code`).
 * @param {URLSearchParams} params
 * @param {string} value
 */
export const putRadius = (params, value) => {
  params.delete("map");
  const [level, code] = value.split(":");
  if (level !== "commune") {
    params.set("radius_km", value);
    return;
  }
  for (const name of ["near", "radius_km", "place", "order"]) params.delete(name);
  params.set("commune", code);
};

/**
 * The order of the list: by distance around a place, else what answers best; a text may hold a place.
 * @param {URLSearchParams} params
 */
export const orderOf = (params) => {
  const near = params.has("near");
  const asked = params.get("order") || (near && !params.has("q") ? "distance" : "relevance");
  return asked === "distance" && !near && !params.has("q") ? "relevance" : asked;
};

/**
 * What the app listens to in an address: page, filters of the main screen, opened organisation.
 * Pages beside the main screen have parameters of their own, which are no filters.
 * @param {string | undefined} path
 * @param {string | undefined} search
 * @param {string | null} filters those of before
 */
export const statesOf = (path, search, filters) => {
  const onMap = (path || "/") === "/";
  const params = new URLSearchParams(search || "");
  const lang = params.get("lang");
  const view = params.get("view") === "map" ? "map" : "list";
  const opened = params.get("organisation");
  for (const name of ["organisation", "map", "zoning", "view", "pooling"]) params.delete(name);
  params.sort(); // the order depends on who wrote the address
  return {
    onMap,
    view,
    opened,
    page: { path: path || "/", lang: lang || "fr" },
    filters: onMap ? `?${params}` : filters || (lang ? `?lang=${lang}` : "?"),
  };
};

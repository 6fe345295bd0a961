/* Groups of communes that a browser keeps: what they are, and how they change. Pure functions. */

/** @typedef {{ name: string, communes: string }} KeptGroup the codes joined by commas */

const MOST = 200;
const CODES = /^[0-9A-Z]{5}(,[0-9A-Z]{5})*$/;

/**
 * What was kept, without what is no group.
 * @param {unknown} value
 * @returns {KeptGroup[]}
 */
export const cleanGroups = (value) =>
  (Array.isArray(value) ? value : [])
    .filter((one) => typeof one?.name === "string" && CODES.test(String(one?.communes)))
    .map(({ name, communes }) => ({ name: name.slice(0, MOST), communes }))
    .slice(0, MOST);

/**
 * The groups with one more, first; the same communes are the same group, under its last name.
 * @param {readonly KeptGroup[]} groups
 * @param {KeptGroup} added
 */
export const withGroup = (groups, added) => [added, ...withoutGroup(groups, added.communes)];

/**
 * @param {readonly KeptGroup[]} groups
 * @param {string} communes
 */
export const withoutGroup = (groups, communes) => groups.filter((one) => one.communes !== communes);

/**
 * The address of a group's portrait, in the language of the page.
 * @param {KeptGroup} group
 * @param {string} language
 */
export const groupAddress = ({ name, communes }, language) => {
  const own = language === "fr" ? "" : `&lang=${language}`;
  return `/territoires/groupe?nom=${encodeURIComponent(name)}&communes=${communes}${own}`;
};

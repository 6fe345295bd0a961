/* What Dash offers client-side code. */

/** The answer that leaves a property as it is. */
export const noUpdate = () => window.dash_clientside.no_update;

/**
 * Give a component new properties, as a callback would.
 * @param {string} id
 * @param {Record<string, unknown>} properties
 */
export const setProps = (id, properties) => window.dash_clientside.set_props(id, properties);

/**
 * Empty a search box once what it found was taken.
 * @param {string} id
 */
export const clearBox = (id) => setProps(id, { value: null, searchValue: "" });

/* The lines of candidates, as the server tells them: asked once for each, put where they are shown. */

import { all } from "../../base/dom.mjs";
import { fromHtml } from "../../base/elements.mjs";
import { toldLines } from "../../base/lines.mjs";

/** @import { Told } from "../../base/lines.mjs" */

const MOST = 500;
/** @type {Map<string, Told>} */
const known = new Map();

/** @param {HTMLElement[]} places */
const put = (places) => {
  for (const place of places) {
    const told = known.get(place.dataset.lineOf || "");
    if (told) place.replaceChildren(...fromHtml(told.symbol), ...fromHtml(told.html));
  }
};

/**
 * Put what is known at the places of a part of the page, then ask for the rest. Where the server
 * does not answer, names stay.
 * @param {HTMLElement} within
 */
export const putLines = async (within) => {
  const places = all("[data-line-of]", within);
  const missing = [...new Set(places.map(({ dataset }) => dataset.lineOf || ""))].filter(
    (id) => !known.has(id),
  );
  put(places);
  for (let start = 0; start < missing.length; start += MOST) {
    const piece = missing.slice(start, start + MOST);
    const { lines } = await toldLines(piece, { newTab: true }).catch(() => ({ lines: [] }));
    for (const line of lines) known.set(line.asked, line);
    put(places);
  }
};

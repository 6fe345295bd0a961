/* What the server says of an export before it is made. */

import { held, sent } from "../../base/answers.mjs";
import { queryOf } from "../../base/query.mjs";
import { language } from "../../base/texts.mjs";
import { API, bodyOf, parametersOf } from "./choice.mjs";

/** @import { About, Asked } from "./choice.mjs" */

/**
 * Counts, columns and limits, by kind of row.
 * @param {Asked} asked
 * @returns {Promise<About>}
 */
export const askAbout = async (asked) => {
  const query = queryOf(parametersOf(asked, language()));
  const body = bodyOf(asked);
  const address = `${API}/about/${asked.kind}${query ? `?${query}` : ""}`;
  return held(await fetch(address, body ? sent(body) : {}));
};

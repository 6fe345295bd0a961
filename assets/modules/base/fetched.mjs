/* Modules fetched when they are needed. */

import { texts } from "./texts.mjs";
import { offerUndo } from "./undo.mjs";

/**
 * What a module holds; null when it cannot be had any more, which is told: the site was upgraded
 * since the page was opened, or the network is away.
 * @template Module
 * @param {Promise<Module>} coming
 */
export const fetched = async (coming) => {
  try {
    return await coming;
  } catch {
    offerUndo(navigator.onLine ? texts().upgraded : texts().lost);
    return null;
  }
};

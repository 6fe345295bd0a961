/* The export dialog is fetched at the first press of a button that exports. */

import { fetched } from "../../base/fetched.mjs";
import { onPress } from "../../base/press.mjs";

/** @param {HTMLElement} button */
const open = async ({ dataset }) => {
  const dialog = await fetched(import("./dialog.mjs"));
  await dialog?.openExport(JSON.parse(dataset.export || "{}"));
};

/** Hear any button with `data-export`: it says what to export. */
export const startExports = () => onPress([["[data-export]", open]]);

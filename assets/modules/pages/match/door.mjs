/* « Rapprocher ma liste » is fetched when its page is drawn. */

import { fetched } from "../../base/fetched.mjs";
import { whenThere } from "../../base/focus.mjs";

const PATH = "/rapprocher";

/** @param {Event} event */
const pageDrawn = (event) => {
  if (!(event instanceof CustomEvent) || event.detail?.path !== PATH) return;
  const coming = fetched(import("./page.mjs"));
  whenThere("match-root", async () => (await coming)?.openMatch());
};

/** Wait for the page. */
export const startMatch = () => document.addEventListener("page-drawn", pageDrawn);

/* « À relire » is fetched when its page is drawn. */

import { find } from "../../base/dom.mjs";
import { fetched } from "../../base/fetched.mjs";

let listening = false;

const open = async () => {
  const room = find(".review-room");
  if (!room?.hidden || !find(".review-closed")?.hidden) return;
  const page = await fetched(import("./page.mjs"));
  if (!page) return;
  if (!listening) document.addEventListener("keydown", page.pressKey);
  listening = true;
  await page.openReview();
};

/** Wait for the page. */
export const startReview = () => document.addEventListener("painted", open);

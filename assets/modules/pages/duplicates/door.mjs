/* « Doublons » is fetched when its page is drawn. */

import { find } from "../../base/dom.mjs";
import { fetched } from "../../base/fetched.mjs";

let listening = false;

const open = async () => {
  const room = find(".twins-room");
  if (!room?.hidden || !find(".twins-closed")?.hidden) return;
  const page = await fetched(import("./page.mjs"));
  if (!page) return;
  if (!listening) document.addEventListener("keydown", page.pressKey);
  listening = true;
  await page.openDuplicates();
};

/** Wait for the page. */
export const startDuplicates = () => document.addEventListener("painted", open);

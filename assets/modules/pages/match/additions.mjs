/* What the directory adds to the organisations of a list, asked again when they are others. */

import { make } from "../../base/elements.mjs";
import { sayMany } from "../../base/texts.mjs";
import { MOST_MEMBERS } from "../lists/model.mjs";
import { askAdds } from "./asking.mjs";
import { addsDrawn } from "./drawing.mjs";

/** @import { Adds } from "./drawing.mjs" */

const PLACE = "match-adds";
let askedFor = "";
/** @type {Adds | "failed" | null} */
let told = null;

/** Another list: nothing is known of it. */
export const forgetAdditions = () => {
  askedFor = "";
  told = null;
};

/** @param {string[]} ids @param {MatchWords} words */
const ask = async (ids, words) => {
  const key = ids.join(",");
  askedFor = key;
  told = null;
  /** @type {Adds | "failed"} */
  const answer = await askAdds(ids).catch(() => "failed");
  if (askedFor !== key) return;
  told = answer;
  document.getElementById(PLACE)?.replaceChildren(...drawn(ids, words));
};

/** @param {string[]} ids @param {MatchWords} words */
const drawn = (ids, words) => {
  if (!told) return [make("p", {}, words.addsWaiting)];
  if (told !== "failed") return addsDrawn(told, ids, words, MOST_MEMBERS);
  const again = () => {
    ask(ids, words);
    document.getElementById(PLACE)?.replaceChildren(...drawn(ids, words));
  };
  return [
    make("p", {}, words.addsFailed),
    make("button", { type: "button", class: "button", onclick: again }, words.retry),
  ];
};

/**
 * The section; it asks when the organisations are others than those it was asked for last.
 * @param {string[]} ids
 * @param {MatchWords} words
 */
export const additions = (ids, words) => {
  if (askedFor !== ids.join(",")) ask(ids, words);
  return make(
    "section",
    { class: "match-adds" },
    make("h3", {}, words.adds),
    make("p", { class: "hint" }, sayMany(words.addsAbout, ids.length)),
    make("div", { id: PLACE }, ...drawn(ids, words)),
  );
};

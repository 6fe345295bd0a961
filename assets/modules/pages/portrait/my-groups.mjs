/* « Mes groupes »: groups of communes kept in this browser, listed, and taken away with a way back. */

import { all, find } from "../../base/dom.mjs";
import { make } from "../../base/elements.mjs";
import { keepText, keptValue } from "../../base/kept.mjs";
import { language, say, sayMany, written } from "../../base/texts.mjs";
import { offerUndo } from "../../base/undo.mjs";
import { cleanGroups, groupAddress, withGroup, withoutGroup } from "./kept-groups.mjs";

/** @import { KeptGroup } from "./kept-groups.mjs" */

const NAME = "territorial-map-groups";
const groups = () => cleanGroups(keptValue(NAME));

/**
 * Keep these instead, and tell it with a way back.
 * @param {KeptGroup[]} next
 * @param {string} words
 */
const change = (next, words) => {
  const before = groups();
  const done = keepText(NAME, next.length ? JSON.stringify(next) : "");
  draw();
  offerUndo(done ? words : wordsOf().failed, done ? () => undo(before) : null, true);
};

/** @param {KeptGroup[]} before */
const undo = (before) => {
  keepText(NAME, before.length ? JSON.stringify(before) : "");
  draw();
};

/** @returns {any} */
const wordsOf = () => written(find("[data-group-words]"), "groupWords");

/** @param {KeptGroup} group */
const lineOf = (group) => {
  const words = wordsOf();
  const n = group.communes.split(",").length;
  const take = () =>
    change(withoutGroup(groups(), group.communes), say(words.removed, { name: group.name }));
  return make(
    "li",
    {},
    make("a", { href: groupAddress(group, language()) }, group.name),
    make("span", { class: "hint" }, ` ${sayMany(words.communes, n)} `),
    make(
      "button",
      {
        type: "button",
        class: "button button-small",
        "aria-label": say(words.removeNamed, { name: group.name }),
        onclick: take,
      },
      words.remove,
    ),
  );
};

const draw = () => {
  const kept = groups();
  for (const section of all(".my-groups")) {
    section.hidden = kept.length === 0;
    find("ul", section)?.replaceChildren(...kept.map(lineOf));
  }
  const button = find("[data-keep-group]");
  if (!button) return;
  const group = /** @type {KeptGroup} */ (written(button, "keepGroup"));
  const words = wordsOf();
  const held = kept.some((one) => one.communes === group.communes);
  button.hidden = false;
  button.setAttribute("aria-pressed", String(held));
  button.textContent = held ? words.held : words.keep;
  button.onclick = () =>
    held
      ? change(withoutGroup(groups(), group.communes), say(words.removed, { name: group.name }))
      : change(withGroup(groups(), group), say(words.kept, { name: group.name }));
};

/** Draw the groups of this browser wherever the page has a place for them. */
export const drawMyGroups = () => {
  if (!find("[data-group-words]")) return;
  draw();
  window.addEventListener("storage", draw);
};

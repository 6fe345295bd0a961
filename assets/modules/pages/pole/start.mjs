/* Which list the group is, and where a group can start from: lists, a pole, a file, a blank page. */

import { pagePath } from "../../base/address.mjs";
import { icon, make } from "../../base/elements.mjs";
import { say, written } from "../../base/texts.mjs";
import { allLists } from "../lists/store.mjs";
import { organisations } from "../lists/words.mjs";

/** @import { List } from "../lists/model.mjs" */

/** @returns {PoleWords} */
export const poleWords = () => written(document.getElementById("pole-words"), "words");

/** @param {string} path @param {string} query */
const withQuery = (path, query) => {
  const address = pagePath(path);
  return `${address}${address.includes("?") ? "&" : "?"}${query}`;
};

/** @param {string} mark @param {string} text @param {string} href */
const link = (mark, text, href) =>
  make("a", { class: "button button-small", href, "data-nav": "1" }, icon(mark), text);

/** @param {List} list */
const toList = (list) => make("a", { href: `${pagePath("/listes")}#liste=${list.id}` }, list.name);

/** @param {List | null} list @param {boolean} some whether the group has members */
const whose = (list, some) => {
  const t = poleWords();
  if (list)
    return make("p", { class: "pole-whose" }, icon("list-checks"), t.list, " ", toList(list));
  if (!some) return null;
  const keep = make(
    "button",
    { type: "button", class: "button button-small", "data-group-keep": "1" },
    icon("list-plus"),
    t.keep,
  );
  return make(
    "div",
    { class: "callout" },
    icon("info"),
    make("div", {}, make("p", {}, t.noList), keep),
  );
};

/** @param {List[]} lists */
const fromLists = (lists) => {
  const t = poleWords();
  if (!lists.length) return null;
  const items = lists.map((list) =>
    make(
      "li",
      {},
      make(
        "a",
        { href: withQuery("/ptce", `list=${list.id}`), "data-nav": "1" },
        list.name || list.id,
        make("span", { class: "hint" }, ` ${organisations(list.lines.length)}`),
      ),
    ),
  );
  const heading = make(
    "summary",
    { class: "button button-small" },
    icon("list-checks"),
    say(t.lists, { n: lists.length }),
    icon("chevron-down"),
  );
  return make(
    "details",
    { class: "menu-holder", "data-menu": "1" },
    heading,
    make("div", { class: "menu" }, make("ul", {}, items)),
  );
};

const fromFile = () =>
  make(
    "label",
    { class: "button button-small pole-file" },
    icon("file-text"),
    poleWords().file,
    make("input", { type: "file", class: "visually-hidden", "data-group-file": "1" }),
  );

/** @param {List | null} list */
const starts = (list) => {
  const t = poleWords();
  const others = allLists().filter((one) => one.id !== list?.id);
  const blank = make(
    "button",
    { type: "button", class: "button button-small", "data-group-blank": "1" },
    icon("plus"),
    t.blank,
  );
  return make(
    "div",
    { class: "pole-starts", role: "group", "aria-label": t.start },
    make("strong", {}, t.start),
    link("map-pin", t.pole, withQuery("/", "kind=ptce")),
    fromLists(others),
    fromFile(),
    blank,
    link("link", t.matching, pagePath("/rapprocher")),
  );
};

/**
 * Draw them; what says the same is left as it stands.
 * @param {List | null} list
 * @param {boolean} some
 */
export const drawStart = (list, some) => {
  const place = document.getElementById("pole-list");
  if (!place || !document.getElementById("pole-words")) return;
  const lists = allLists().map((one) => [one.id, one.name, one.lines.length]);
  const key = JSON.stringify([list?.id, some, lists]);
  if (place.dataset.drawn === key) return;
  place.dataset.drawn = key;
  place.replaceChildren(...[starts(list), whose(list, some)].filter((one) => one !== null));
};

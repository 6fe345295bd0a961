/* The group that would make a PTCE: kept in this browser, carried by the address, shared by it. */

import { go, goWith, params } from "../../base/address.mjs";
import { here } from "../../base/arrival.mjs";
import { clearBox } from "../../base/dash.mjs";
import { all, nearest } from "../../base/dom.mjs";
import { keepItems, keptItems } from "../../base/kept.mjs";
import { onPress } from "../../base/press.mjs";
import { put } from "../../base/query.mjs";
import { say, texts } from "../../base/texts.mjs";
import { offerUndo } from "../../base/undo.mjs";

/** @import { Going } from "../../base/address.mjs" */

const PATH = "/ptce";
const STORE = "group";
export const MOST_MEMBERS = 100;

const onPage = () => here().path === PATH;
const ofAddress = () => (params().get("ids") || "").split(",").filter(Boolean);

/**
 * Whether two groups have the same members, in whatever order.
 * @param {string[]} a
 * @param {string[]} b
 */
export const alike = (a, b) => a.length === b.length && a.every((one) => b.includes(one));

/**
 * Each member once, as many as a group takes.
 * @param {string[]} ids
 */
export const membersOf = (ids) => [...new Set(ids)].slice(0, MOST_MEMBERS);

/**
 * The group being worked on: the page's, else the one this browser keeps.
 * @returns {string[]}
 */
export const groupOf = () => (onPage() ? ofAddress() : keptItems(STORE));

/**
 * Ids keep their own punctuation but for commas, which part them.
 * @param {string[]} ids
 * @param {Going} [options]
 */
const show = (ids, options) => {
  const wanted = params();
  put(wanted, "ids", ids.join(","));
  if (!ids.length) wanted.delete("complet");
  go(wanted, options);
};

/**
 * Change the group; one opened from someone's link never replaces the visitor's own.
 * @param {string[]} ids
 */
export const changeGroup = (ids) => {
  const own = keptItems(STORE);
  const before = groupOf();
  const next = membersOf(ids);
  if (!onPage() || !own.length || alike(own, before)) keepItems(STORE, next);
  if (onPage()) show(next);
  window.setTimeout(paintButtons, 0);
};

/** @param {HTMLElement} button */
const toggle = ({ dataset }) => {
  const id = dataset.groupToggle || "";
  const ids = groupOf();
  const inside = ids.includes(id);
  const told = say(inside ? texts().taken : texts().added, { name: dataset.name || "" });
  changeGroup(inside ? ids.filter((one) => one !== id) : [...ids, id]);
  offerUndo(told, () => changeGroup(ids), onPage());
};

/**
 * @param {HTMLElement} button
 * @param {string[]} next
 */
const changeByButton = ({ dataset }, next) => {
  const ids = groupOf();
  changeGroup(next);
  offerUndo(dataset.said || "", () => changeGroup(ids), true);
};

/** @param {Event} event */
const tellComplete = ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !nearest(target, "[data-complete]")) return;
  goWith((wanted) => put(wanted, "complet", target.checked ? "1" : null));
};

/** @param {string | null} value */
export const pickMember = (value) => {
  if (!value) return;
  clearBox("pole-search");
  changeGroup([...groupOf(), value.split(":").slice(1).join(":")]);
};

/**
 * The page opened without a group shows the one this browser keeps.
 * @param {{ path: string } | null} page
 */
export const openGroup = (page) => {
  if (page?.path !== PATH || !onPage()) return;
  const own = keptItems(STORE);
  if (!ofAddress().length && own.length) show(own, { replace: true });
  paintButtons();
};

/**
 * How many members the header tells; nothing while there is none.
 * @param {unknown} kept
 */
export const countGroup = (kept) => {
  paintButtons();
  return Array.isArray(kept) && kept.length ? String(kept.length) : "";
};

/* Buttons say whether their organisation is in the group, whoever drew them. */
const paintButtons = () => {
  const ids = new Set(groupOf());
  for (const button of all("[data-group-toggle]")) {
    const pressed = String(ids.has(button.dataset.groupToggle || ""));
    if (button.getAttribute("aria-pressed") !== pressed) {
      button.setAttribute("aria-pressed", pressed);
    }
  }
};

let asked = false;
const paintSoon = () => {
  if (asked) return;
  asked = true;
  window.requestAnimationFrame(() => {
    asked = false;
    paintButtons();
  });
};

/** Hear the buttons of the group, wherever they are drawn. */
export const startGroup = () => {
  onPress([
    ["[data-group-toggle]", toggle],
    [
      "[data-group-remove]",
      (b) =>
        changeByButton(
          b,
          groupOf().filter((one) => one !== b.dataset.groupRemove),
        ),
    ],
    ["[data-group-clear]", (b) => changeByButton(b, [])],
    ["[data-group-keep]", (b) => keepItems(STORE, (b.dataset.groupKeep || "").split(","))],
  ]);
  document.addEventListener("change", tellComplete);
  document.addEventListener("painted", paintSoon);
  new MutationObserver(paintSoon).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["data-group-toggle"],
  });
};

/* The group that would make a PTCE is one of the visitor's lists: the address carries its members,
   to share them, and names the list that it is here. */

import { go, goWith, params } from "../../base/address.mjs";
import { here } from "../../base/arrival.mjs";
import { clearBox } from "../../base/dash.mjs";
import { all, nearest } from "../../base/dom.mjs";
import { markPressed, whenDrawn } from "../../base/drawn.mjs";
import { keepText, keptText, keptValue } from "../../base/kept.mjs";
import { onPress } from "../../base/press.mjs";
import { put } from "../../base/query.mjs";
import { say, texts } from "../../base/texts.mjs";
import { offerUndo } from "../../base/undo.mjs";
import { saidComplete } from "../lists/dossier.mjs";
import { cleanLines, freeName } from "../lists/model.mjs";
import { allLists, createList, editList, listOf, onLists, undoStep } from "../lists/store.mjs";
import { listWords } from "../lists/words.mjs";
import { alike, changedTo, linesFor, listOfMembers, membersIn, membersOf } from "./members.mjs";
import { nameSoon, namesHere, nameTold } from "./naming.mjs";
import { drawStart } from "./start.mjs";
import { takingFiles } from "./start-file.mjs";

/** @import { Going } from "../../base/address.mjs" */
/** @import { List } from "../lists/model.mjs" */
/** @import { Step } from "../lists/steps.mjs" */

const PATH = "/ptce";
/* Where the group stood before it was a list, and which list was examined last. */
const BEFORE_LISTS = "group";
const LAST = "territorial-map.group";

const COMPLETE = "complet";

const onPage = () => here().path === PATH;
const ofAddress = () => membersOf((params().get("ids") || "").split(","));

/**
 * The list that is the group: the one that the page names, elsewhere the one examined last.
 * @returns {List | null}
 */
export const listInHand = () => listOf((onPage() ? params().get("list") : keptText(LAST)) || "");

/**
 * The group being worked on.
 * @returns {string[]}
 */
export const groupOf = () => {
  if (onPage()) return ofAddress();
  const list = listInHand();
  return list ? membersIn(list) : [];
};

/**
 * Ids keep their own punctuation but for commas, which part them. What the list says of the group,
 * complete or not, wins over the address.
 * @param {string[]} ids @param {string | null | undefined} list
 * @param {Going} [options]
 */
const show = (ids, list, options) => {
  const wanted = params();
  put(wanted, "ids", ids.join(","));
  put(wanted, "list", list);
  const said = listOf(list || "")?.ptce;
  if (said) put(wanted, COMPLETE, said.complete ? "1" : null);
  if (!ids.length) for (const name of [COMPLETE, "from"]) wanted.delete(name);
  go(wanted, options);
};

/**
 * A new list that is the group from now on; null when the browser would not keep it.
 * @param {string[]} ids @param {string} [called]
 */
const newGroup = (ids, called = "") => {
  const words = listWords();
  const name = freeName(called || words.groupName, allLists());
  const made = createList(name, linesFor(ids, namesHere()), say(words.stepCreate, { name }));
  if (!made) return null;
  keepText(LAST, made.list.id);
  nameSoon(made.list.id, made.step);
  return made;
};

/**
 * @param {List} list @param {string[]} before
 * @param {string[]} next
 */
const changeList = (list, before, next) => {
  const names = namesHere();
  const step = editList(list.id, say(listWords().stepGroup, list), (one) => {
    const { kept, coming } = changedTo(one.lines, before, next);
    one.lines = [...kept, ...cleanLines(linesFor(coming, names))];
  });
  keepText(LAST, list.id);
  if (step) nameSoon(list.id, step);
  return step && { list, step };
};

/**
 * Change the group, which changes its list; a group of a link becomes a list of its own. Answers
 * how to go back.
 * @param {string[]} asked
 * @returns {() => void}
 */
export const changeGroup = (asked) => {
  const before = groupOf();
  const next = membersOf(asked);
  const list = listInHand();
  const done = list ? changeList(list, before, next) : newGroup(next, nameTold());
  const now = done ? done.list.id : list?.id;
  if (onPage()) show(list && done ? membersIn(listOf(list.id) || list) : next, now);
  window.setTimeout(paintButtons, 0);
  return () => {
    if (done) undoStep(done.step);
    if (onPage()) show(before, list?.id);
    window.setTimeout(paintButtons, 0);
  };
};

/**
 * The page of the group, for those who are elsewhere.
 * @param {string[]} ids shown where the browser keeps no list
 */
export const goToGroup = (ids) => {
  if (onPage()) return;
  const wanted = new URLSearchParams();
  const list = listInHand();
  put(wanted, "ids", membersOf(list ? membersIn(list) : ids).join(","));
  put(wanted, "list", list?.id);
  put(wanted, "lang", params().get("lang"));
  go(wanted, { path: PATH });
};

/** @param {HTMLElement} button */
const toggle = ({ dataset }) => {
  const id = dataset.groupToggle || "";
  const ids = groupOf();
  const inside = ids.includes(id);
  const told = say(inside ? texts().taken : texts().added, { name: dataset.name || "" });
  const back = changeGroup(inside ? ids.filter((one) => one !== id) : [...ids, id]);
  offerUndo(told, back, onPage());
};

/** @param {HTMLElement} button */
const remove = ({ dataset }) => {
  const gone = (dataset.groupRemove || "").split("\n");
  const back = changeGroup(groupOf().filter((one) => !gone.includes(one)));
  offerUndo(dataset.said || "", back, true);
};

/**
 * @param {List} list @param {boolean} complete
 * @param {Step} [joined]
 */
const keepComplete = (list, complete, joined) =>
  editList(
    list.id,
    say(listWords().stepGroup, list),
    (one) => {
      one.ptce = saidComplete(one.ptce, complete);
    },
    joined,
  );

/** @param {string[]} ids */
const keepHere = (ids) => {
  const made = newGroup(ids, nameTold());
  if (made && params().get(COMPLETE) === "1") keepComplete(made.list, true, made.step);
  if (made) show(ids, made.list.id, { replace: true });
  return made;
};

/** The list of the group; a group of a link becomes one. */
export const ownGroup = () => listInHand() || keepHere(ofAddress())?.list || null;

/** The group of a link becomes a list. */
const keepAsList = () => {
  const ids = ofAddress();
  const made = keepHere(ids);
  if (!made) return;
  const words = listWords();
  offerUndo(say(words.groupKept, made.list), () => {
    undoStep(made.step);
    show(ids, null);
  });
};

/**
 * A new list: a blank page, or those of a file whom the directory surely knows, under its name.
 * @param {string[]} [ids] @param {string} [name]
 */
const startNew = (ids = [], name = undefined) => {
  const made = newGroup(membersOf(ids), name);
  if (made) show(membersIn(made.list), made.list.id);
  return made;
};

/** @param {Event} event */
const tellComplete = ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !nearest(target, "[data-complete]")) return;
  const list = listInHand();
  if (list) keepComplete(list, target.checked);
  goWith((wanted) => put(wanted, COMPLETE, target.checked ? "1" : null));
};

/** @param {string | null} value */
export const pickMember = (value) => {
  if (!value) return;
  clearBox("pole-search");
  changeGroup([...groupOf(), value.split(":").slice(1).join(":")]);
};

/**
 * The list of these members, the one examined last before another.
 * @param {string[]} ids
 */
const ownList = (ids) => {
  const last = listOf(keptText(LAST) || "");
  return listOfMembers(last ? [last, ...allLists()] : allLists(), ids);
};

/* The list of the address wins over its ids: it may have changed since. Without one, a list with
   the same members is the group; without members, the list examined last. */
const settleAddress = () => {
  const ids = ofAddress();
  const list = listInHand();
  if (list) {
    keepText(LAST, list.id);
    show(membersIn(list), list.id, { replace: true });
  } else if (ids.length) {
    show(ids, ownList(ids)?.id, { replace: true });
  } else if (!params().has("from")) {
    const last = listOf(keptText(LAST) || "");
    if (last) show(membersIn(last), last.id, { replace: true });
  }
};

/**
 * The page was opened, or its address changed.
 * @param {{ path: string } | null} page
 */
export const openGroup = (page) => {
  if (page?.path !== PATH || !onPage()) return;
  settleAddress();
  painted();
};

/* A page that starts from a pole says who its members are. */
const startFromPole = () => {
  const start = all("[data-group-start]")[0]?.dataset.groupStart;
  if (start && !params().has("ids")) show(membersOf(start.split("\n")), null, { replace: true });
};

const paintButtons = () => markPressed("data-group-toggle", new Set(groupOf()));

const painted = () => {
  paintButtons();
  if (!onPage()) return;
  startFromPole();
  drawStart(listInHand(), ofAddress().length > 0);
};

/* The group that a browser kept before groups were lists becomes one, once; nothing is forgotten
   before the list is kept. */
const bringOldGroup = () => {
  if (!listWords()) return;
  const old = keptValue(BEFORE_LISTS);
  const ids = membersOf(Array.isArray(old) ? old : []);
  const twin = ids.length ? listOfMembers(allLists(), ids) : null;
  const made = ids.length && !twin ? newGroup(ids) : null;
  if (ids.length && !twin && !made) return;
  if (twin) keepText(LAST, twin.id);
  for (const name of ["", "-timestamp"]) keepText(BEFORE_LISTS + name, "");
  if (made) offerUndo(say(listWords().groupMoved, made.list));
  if (ids.length) openGroup({ path: here().path });
};

/* Another page or tab changed the list: the page shows it as it is now. */
const followList = () => {
  if (!onPage()) return;
  const list = listInHand();
  if (list && !alike(membersIn(list), ofAddress())) show(membersIn(list), list.id);
  painted();
};

/** Hear the buttons of the group, wherever they are drawn. */
export const startGroup = () => {
  document.addEventListener("page-drawn", bringOldGroup);
  onLists(followList);
  onPress([
    ["[data-group-toggle]", toggle],
    ["[data-group-remove]", remove],
    ["[data-group-keep]", keepAsList],
    ["[data-group-blank]", () => startNew()],
  ]);
  document.addEventListener("change", tellComplete);
  document.addEventListener("change", takingFiles(startNew));
  whenDrawn("data-group-toggle", painted);
};

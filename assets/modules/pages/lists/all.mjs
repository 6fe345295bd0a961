/* Every list of this browser: to open, name, copy, delete, save, and to bring one in. */

import { pagePath } from "../../base/address.mjs";
import { find, the } from "../../base/dom.mjs";
import { actionButton, icon, make, warning } from "../../base/elements.mjs";
import { number, say, sayMany } from "../../base/texts.mjs";
import { offerUndo } from "../../base/undo.mjs";
import { copyList, removeList } from "./actions.mjs";
import { FileError, readLists, saveAsJson } from "./files.mjs";
import { freeName, STATUSES } from "./model.mjs";
import { nextListName } from "./naming.mjs";
import { shareList } from "./share.mjs";
import { allLists, changeLists, createList, undoStep } from "./store.mjs";
import { dayOf, listWords, organisations, pageWords } from "./words.mjs";

/** @import { List } from "./model.mjs" */
/** @import { Screen } from "./screen.mjs" */

/** @param {List} list */
const counted = (list) => {
  const words = pageWords();
  const parts = STATUSES.map((code) => ({
    label: words.statuses[code],
    n: list.lines.filter((line) => line.status === code).length,
  }))
    .filter(({ n }) => n)
    .map(({ label, n }) => `${label}\u00a0: ${number(n)}`);
  const created = say(words.created, { date: dayOf(list.created_on) });
  return [organisations(list.lines.length), ...parts, created].join(" · ");
};

/** @param {List} list */
const card = (list) => {
  const words = pageWords();
  /** @param {string} text */
  const about = (text) => ({ "aria-label": `${text}\u00a0: ${list.name}` });
  const opening = { href: `#liste=${list.id}`, "data-focus": `open-${list.id}` };
  return make(
    "li",
    { class: "list-card" },
    make(
      "div",
      {},
      make("h3", {}, make("a", opening, list.name)),
      make("p", { class: "hint" }, counted(list)),
    ),
    make(
      "div",
      { class: "lists-actions" },
      actionButton("share-2", words.share, () => shareList(list), about(words.share)),
      actionButton(
        "copy",
        words.duplicate,
        () => copyList(list, words.stepDuplicate),
        about(words.duplicate),
      ),
      actionButton(
        "download",
        words.jsonFile,
        () => saveAsJson([list], list.name),
        about(words.jsonFile),
      ),
      actionButton("trash-2", words.remove1, () => removeList(list), {
        ...about(words.remove1),
        "data-focus": `delete-${list.id}`,
      }),
    ),
  );
};

/**
 * Bring in the lists of a file, under names that are free.
 * @param {File} file
 * @param {(words: string) => void} announce
 * @param {(words: string) => void} tell what went wrong
 */
const bring = async (file, announce, tell) => {
  const words = pageWords();
  const named = { file: file.name };
  try {
    const read = await readLists(file);
    const told = sayMany(words.imported, read.length, named);
    const step = changeLists(say(words.stepImport, named), (lists) => {
      for (const list of read) lists.push({ ...list, name: freeName(list.name, lists) });
    });
    if (step) offerUndo(told, () => undoStep(step));
    announce(told);
  } catch (error) {
    tell(say(words[error instanceof FileError ? error.sentence : "fileNotList"], named));
  }
};

const newList = () => {
  const name = nextListName();
  const made = createList(name, [], say(listWords().stepCreate, { name }));
  if (made) window.location.hash = `liste=${made.list.id}`;
};

/**
 * The button that brings files in, and the field behind it.
 * @param {(words: string) => void} announce
 * @param {HTMLElement} problem where it is told what went wrong
 */
const importing = (announce, problem) => {
  const file = make("input", {
    type: "file",
    accept: ".json,application/json",
    multiple: true,
    hidden: true, // its button opens it
  });
  /** @param {string} text */
  const tell = (text) => problem.replaceChildren(warning(make("p", {}, text)));
  file.addEventListener("change", async () => {
    problem.replaceChildren();
    for (const one of file.files || []) await bring(one, announce, tell);
    file.value = "";
  });
  const button = actionButton("list-plus", pageWords().import, () => file.click(), {
    "data-focus": "import",
  });
  return [button, file];
};

/**
 * The screen of all lists.
 * @param {(words: string) => void} announce
 * @returns {Screen}
 */
export const allScreen = (announce) => {
  const words = pageWords();
  const holder = make("ul", { class: "list-cards" });
  const problem = make("div", { role: "alert" });
  const empty = make(
    "div",
    { class: "empty" },
    make("p", { class: "empty-title" }, words.none),
    make("p", {}, words.noneHow),
    make(
      "a",
      { href: pagePath("/"), class: "button", "data-nav": "1" },
      icon("map"),
      words.openMap,
    ),
  );
  const saveAll = actionButton(
    "download",
    words.saveAll,
    () => saveAsJson(allLists(), words.title),
    { "data-focus": "save-all" },
  );
  const adding = actionButton("plus", words.newList, newList, {
    class: "button button-small button-strong",
    "data-focus": "new",
  });
  const element = make(
    "div",
    { class: "lists-all" },
    make("h2", { id: "list-name", tabindex: "-1" }, words.title),
    make("p", { class: "lead" }, words.lead),
    make("div", { class: "lists-actions" }, adding, importing(announce, problem), saveAll),
    problem,
    empty,
    holder,
  );
  const update = () => {
    const active = document.activeElement;
    const focus = active instanceof HTMLElement ? active.dataset.focus : undefined;
    const lists = allLists();
    holder.replaceChildren(...lists.map(card));
    empty.hidden = lists.length > 0;
    saveAll.hidden = !lists.length;
    if (!focus || document.activeElement !== document.body) return;
    (find(`[data-focus="${focus}"]`, element) || the("#list-name")).focus();
  };
  update();
  return { element, update, printed: () => null };
};

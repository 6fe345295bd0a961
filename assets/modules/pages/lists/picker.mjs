/* The window « Ajouter à une liste »: from any button that names organisations or a selection. */

import { pagePath } from "../../base/address.mjs";
import { held, problemOf, sent } from "../../base/answers.mjs";
import { find } from "../../base/dom.mjs";
import { closeButton, icon, make, makeDialog } from "../../base/elements.mjs";
import { say, sayMany } from "../../base/texts.mjs";
import { offerUndo } from "../../base/undo.mjs";
import { useList } from "./basket.mjs";
import { cleanLines, MOST_LINES } from "./model.mjs";
import { nextListName } from "./naming.mjs";
import { allLists, createList, putLines, undoStep } from "./store.mjs";
import { listWords, organisations } from "./words.mjs";

/** @import { Schemas } from "../../base/answers.mjs" */
/** @import { Line, List } from "./model.mjs" */
/** @import { Outcome } from "./store.mjs" */
/** @typedef {{ lines: Line[], total: number, selection?: boolean }} Found */
/** @typedef {() => Line[]} Chosen */
/** @typedef {{ ids?: string[], query?: string, name?: string, listName?: string, opener?: HTMLElement }} Asked `name` is that of an organisation that the directory does not know, `listName` suggests the new list's */

/** @type {HTMLElement | null} */
let opener = null;

/** @returns {HTMLDialogElement} */
const dialog = () => {
  const there = document.getElementById("list-picker");
  if (there instanceof HTMLDialogElement) return there;
  const made = makeDialog("list-picker-title", { id: "list-picker" });
  made.addEventListener("close", () => {
    if (opener?.isConnected) opener.focus({ preventScroll: true });
  });
  document.body.append(made);
  return made;
};

/** @param {string} name @param {Outcome} outcome */
const tell = (name, { added, already, refused, step }) => {
  const words = listWords();
  const parts = [];
  if (added) parts.push(sayMany(words.addedTo, added, { name }));
  if (already) parts.push(sayMany(words.already, already));
  if (refused) parts.push(sayMany(words.noRoom, refused, { most: MOST_LINES }));
  offerUndo(parts.join(" "), step && (() => undoStep(step)));
};

/** @param {List} list @param {Chosen} chosen */
const addTo = (list, chosen) => {
  useList(list.id);
  const outcome = putLines(list.id, chosen(), say(listWords().stepAdd, list));
  dialog().close();
  if (outcome) tell(list.name, outcome);
};

/** @param {string} name @param {Chosen} chosen */
const addToNew = (name, chosen) => {
  const made = createList(name, chosen(), say(listWords().stepCreate, { name }));
  dialog().close();
  if (!made) return;
  useList(made.list.id);
  const added = made.list.lines.length;
  tell(name, { added, already: 0, refused: 0, step: made.step });
};

/**
 * What of the lines a list has already, in words, and whether it has them all.
 * @param {List} list
 * @param {Line[]} lines
 * @returns {[string, boolean]}
 */
const inside = (list, lines) => {
  const words = listWords();
  const known = new Set(list.lines.map((line) => line.id));
  const already = lines.filter((line) => known.has(line.id)).length;
  const count = organisations(list.lines.length);
  if (!already) return [count, false];
  if (already === lines.length) {
    return [`${count} · ${words.alreadyInside[lines.length > 1 ? 1 : 0]}`, true];
  }
  return [`${count} · ${sayMany(words.someInside, already, { total: lines.length })}`, false];
};

/** @param {HTMLElement} holder @param {Chosen} chosen */
const drawLists = (holder, chosen) => {
  const lines = chosen();
  const items = allLists().map((list) => {
    const [about, whole] = inside(list, lines);
    return make(
      "li",
      {},
      make(
        "button",
        {
          type: "button",
          class: "picker-list",
          disabled: whole || !lines.length,
          onclick: () => addTo(list, chosen),
        },
        make("span", { class: "picker-name" }, list.name),
        make("span", { class: "picker-count" }, about),
      ),
    );
  });
  holder.replaceChildren(...items);
};

/**
 * All of them, or the first ones: said with how many there are.
 * @param {Found} found
 * @param {() => void} redraw
 */
const howMany = (found, redraw) => {
  const words = listWords();
  const most = found.lines.length;
  const box = make("input", {
    type: "number",
    min: "1",
    max: most,
    value: most,
    id: "picker-first",
    class: "picker-first",
    inputmode: "numeric",
  });
  const told = make("p", { class: "picker-count", role: "status" });
  const first = () => Math.min(most, Math.max(1, Math.floor(Number(box.value)) || 1));
  const update = () => {
    told.textContent = say(words.nOfN, { n: first(), total: found.total });
    redraw();
  };
  box.addEventListener("input", update);
  const label = make("label", { for: "picker-first" }, words.howMany);
  /** @type {HTMLElement[]} */
  const nodes = [make("div", { class: "picker-many" }, label, box, told)];
  if (most < found.total) {
    nodes.push(make("p", { class: "hint" }, say(words.capped, { most: MOST_LINES })));
  }
  return { nodes, first, update };
};

/** @param {Chosen} chosen @param {string} suggested */
const newList = (chosen, suggested) => {
  const words = listWords();
  const box = make("input", {
    type: "text",
    id: "picker-new",
    maxlength: "120",
    autocomplete: "off",
    value: suggested,
  });
  const create = make(
    "button",
    { type: "submit", class: "button button-strong" },
    icon("plus"),
    words.create,
  );
  const form = make(
    "form",
    { class: "picker-new" },
    make("label", { for: "picker-new" }, words.newList),
    make("div", { class: "picker-row" }, box, create),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    addToNew(box.value.trim() || nextListName(), chosen);
  });
  return form;
};

/** @param {Found} found */
const about = ({ selection, lines, total }) => {
  if (selection) return sayMany(listWords().selection, total);
  return lines.length === 1 ? lines[0].name : organisations(lines.length);
};

/**
 * @param {HTMLDialogElement} element
 * @param {HTMLElement} content
 * @param {Found} found
 * @param {string | undefined} suggested
 */
const fill = (element, content, found, suggested) => {
  const title = make("p", { class: "picker-about" }, about(found));
  if (!found.lines.length) {
    content.replaceChildren(title, make("p", { class: "unknown" }, listWords().nothing));
    return;
  }
  const holder = make("ul", { class: "picker-lists" });
  const several = found.selection && found.lines.length > 1;
  const many = several ? howMany(found, () => drawLists(holder, chosen)) : null;
  const chosen = () => (many ? found.lines.slice(0, many.first()) : found.lines);
  const form = newList(chosen, suggested || nextListName());
  content.replaceChildren(title, ...(many ? many.nodes : []), holder, form);
  if (many) many.update();
  else drawLists(holder, chosen);
  if (element.open) find("button:not(:disabled), input", content)?.focus();
};

/**
 * Ids with the names of today; what the directory does not know keeps the name given.
 * @param {Asked} asked
 * @returns {Promise<Found>}
 */
const foundBy = async ({ ids = [], query, name }) => {
  if (query !== undefined) {
    /** @type {Schemas["SelectionIds"]} */
    const selection = await held(await fetch(`/api/v1/lists/selection?${query}`));
    return { selection: true, lines: cleanLines(selection.lines), total: selection.total };
  }
  const asked = [...new Set(ids)].slice(0, MOST_LINES);
  if (!asked.length) return { lines: [], total: 0 };
  /** @type {Schemas["FollowedLines"]} */
  const facts = await held(await fetch("/api/v1/lists/lines", sent({ ids: asked })));
  const known = new Map(facts.lines.map((line) => [line.asked, line]));
  const lines = asked.map((id) => {
    const line = known.get(id);
    return { id: line ? line.id : id, name: line ? line.name : name || id };
  });
  return { lines: cleanLines(lines), total: asked.length };
};

/**
 * Open the window for `ids` or for the `query` of a selection.
 * @param {Asked} asked
 */
export const pickList = async (asked) => {
  const words = listWords();
  const element = dialog();
  const active = document.activeElement;
  opener = asked.opener || (active instanceof HTMLElement ? active : null);
  const close = () => element.close();
  const content = make(
    "div",
    { class: "picker-content" },
    make("p", { role: "status" }, words.reading),
  );
  const seeLists = make(
    "a",
    { href: pagePath("/listes"), class: "picker-see", "data-nav": "1", onclick: close },
    words.seeLists,
  );
  const title = make("h2", { id: "list-picker-title" }, words.title);
  const heading = make("div", { class: "picker-heading" }, title, closeButton(words.close, close));
  element.replaceChildren(heading, content, seeLists);
  if (!element.open) element.showModal();
  try {
    fill(element, content, await foundBy(asked), asked.listName);
  } catch (error) {
    content.replaceChildren(make("p", { role: "alert" }, problemOf(error, words.offline)));
  }
};

/* What can be done with a whole list: name it, share it, take it away, check it as a PTCE, undo. */

import { params } from "../../base/address.mjs";
import { actionButton, icon, make } from "../../base/elements.mjs";
import { put, queryOf } from "../../base/query.mjs";
import { say } from "../../base/texts.mjs";
import { offerUndo } from "../../base/undo.mjs";
import { saveAsCsv, saveAsJson } from "./files.mjs";
import { freeName, MOST_MEMBERS } from "./model.mjs";
import { shareList } from "./share.mjs";
import {
  allLists,
  changeLists,
  createList,
  editList,
  nextSteps,
  redoStep,
  undoStep,
} from "./store.mjs";
import { listWords, pageWords } from "./words.mjs";

/* As many organisations as « Compléter » takes (`MOST_IDS`, services/contributions). */
const MOST_COMPLETED = 500;

/** @import { Child } from "../../base/elements.mjs" */
/** @import { List } from "./model.mjs" */
/** @import { Row } from "./rows.mjs" */
/** @import { Step } from "./steps.mjs" */

/**
 * Undo and redo, with the step each would take; `refresh` brings them up to date.
 * @param {(words: string) => void} announce
 */
export const undoButtons = (announce) => {
  const words = pageWords();
  /** @param {() => Step | null} turn @param {string} told */
  const act = (turn, told) => () => {
    const step = turn();
    if (step) announce(say(told, { step: step.words }));
  };
  const undo = actionButton("rotate-ccw", words.undo, act(undoStep, words.undone), {
    "data-lists-undo": "1",
    "data-focus": "undo",
  });
  const redo = actionButton("rotate-cw", words.redo, act(redoStep, words.redone), {
    "data-lists-redo": "1",
    "data-focus": "redo",
  });
  /** @param {HTMLButtonElement} button @param {Step | null} step @param {string} label */
  const show = (button, step, label) => {
    button.setAttribute("aria-disabled", String(!step));
    button.title = step ? `${label}\u00a0: ${step.words}` : label;
  };
  const refresh = () => {
    const steps = nextSteps();
    show(undo, steps.undo, words.undo);
    show(redo, steps.redo, words.redo);
  };
  refresh();
  return { element: make("div", { class: "lists-undo" }, undo, redo), refresh };
};

/** @param {List} list */
export const removeList = (list) => {
  const words = pageWords();
  const step = changeLists(say(words.stepDelete, list), (lists) =>
    lists.splice(
      lists.findIndex((one) => one.id === list.id),
      1,
    ),
  );
  if (!step) return;
  window.location.hash = "";
  offerUndo(say(words.deleted, list), () => undoStep(step));
};

/** @param {List} list @param {string} words of the step */
export const copyList = (list, words) => {
  const made = createList(freeName(list.name, allLists()), list.lines, say(words, list));
  if (made) window.location.hash = `liste=${made.list.id}`;
};

/**
 * The name of a list, and the form that changes it.
 * @param {List} list
 * @param {boolean} own
 * @returns {{ element: HTMLElement, refresh(now: List): void }}
 */
export const listHeading = (list, own) => {
  const words = pageWords();
  const title = make("h2", { id: "list-name", tabindex: "-1" }, list.name);
  if (!own) return { element: title, refresh: () => {} };
  const box = make("input", {
    type: "text",
    maxlength: "120",
    id: "list-rename",
    autocomplete: "off",
  });
  const form = make(
    "form",
    { class: "picker-row lists-rename", hidden: true },
    make("label", { for: "list-rename", class: "visually-hidden" }, words.newName),
    box,
    make("button", { type: "submit", class: "button button-strong" }, words.save),
  );
  /** @param {boolean} on */
  const open = (on) => {
    form.hidden = !on;
    button.setAttribute("aria-expanded", String(on));
    if (!on) {
      button.focus();
      return;
    }
    box.value = title.textContent || "";
    box.select();
    box.focus();
  };
  const button = actionButton("pencil", words.rename, () => open(form.hidden), {
    "aria-expanded": "false",
    "aria-label": words.rename,
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = box.value.trim();
    if (name && name !== title.textContent) {
      editList(list.id, say(words.stepRename, { name }), (one) => {
        one.name = name;
      });
    }
    open(false);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    open(false);
  });
  return {
    element: make("div", { class: "lists-title" }, title, button, form),
    refresh: (now) => {
      title.textContent = now.name;
    },
  };
};

/** @param {string} words @param {...Child} items */
const menu = (words, ...items) =>
  make(
    "details",
    { class: "menu-holder", "data-menu": "1" },
    make(
      "summary",
      { class: "button button-small" },
      icon("download"),
      words,
      icon("chevron-down"),
    ),
    make(
      "div",
      { class: "menu" },
      make(
        "ul",
        {},
        items.map((item) => make("li", {}, item)),
      ),
    ),
  );

/** @param {() => List} now @param {() => Row[]} rows */
const files = (now, rows) => {
  const words = pageWords();
  const plain = { class: "" };
  return menu(
    words.files,
    actionButton("file-text", words.saveCsv, () => saveAsCsv(rows(), now()), plain),
    actionButton("download", words.saveJson, () => saveAsJson([now()], now().name), plain),
    actionButton("printer", words.print, () => window.print(), plain),
  );
};

/* The group of a PTCE is this list, as many lines as that page takes; one to read gives its members. */
/** @param {boolean} own */
const poleLink = (own) => {
  const words = pageWords();
  const label = make("span", {}, words.asPole);
  const link = make("a", { class: "button button-small", "data-nav": "1" }, icon("users"), label);
  /** @param {List} list */
  const refresh = (list) => {
    const some = list.lines.slice(0, MOST_MEMBERS).map((line) => line.id);
    const counts = { n: some.length, total: list.lines.length };
    const cut = counts.total > counts.n;
    const query = new URLSearchParams();
    put(query, "lang", params().get("lang"));
    query.set("ids", some.join(","));
    if (own) query.set("list", list.id);
    link.hidden = !some.length;
    link.href = `/ptce?${queryOf(query)}`;
    link.title = cut ? say(words.asPoleSome, counts) : "";
    label.textContent = words.asPole + (cut ? ` (${say(listWords().nOfN, counts)})` : "");
  };
  return { link, refresh };
};

/* Who was called can be completed, as many lines as that page takes; ids alone leave. */
const completeLink = () => {
  const words = pageWords();
  const link = make(
    "a",
    { class: "button button-small" },
    icon("pencil"),
    make("span", {}, words.complete),
  );
  /** @param {Row[]} rows */
  const refresh = (rows) => {
    const some = rows.slice(0, MOST_COMPLETED).map(({ line, facts }) => facts?.id || line.id);
    const counts = { n: some.length, total: rows.length };
    const query = new URLSearchParams();
    put(query, "lang", params().get("lang"));
    query.set("ids", some.join(","));
    link.hidden = !some.length || !words.complete;
    link.href = `/completer?${queryOf(query)}`;
    link.title = counts.total > counts.n ? say(words.completeSome, counts) : "";
  };
  return { link, refresh };
};

/* The export dialog: ids, statuses and dates leave, never notes. */
const exportButton = () => {
  const button = actionButton("download", pageWords().exportAll, () => {});
  /** @param {List} list @param {Row[]} rows */
  const refresh = (list, rows) => {
    button.hidden = !rows.length;
    button.dataset.export = JSON.stringify({
      kind: "list",
      title: list.name,
      lines: rows.map(({ line, facts }) => ({
        id: facts ? facts.id : line.id,
        status: line.status,
        checked_on: line.checked_on,
      })),
    });
  };
  return { button, refresh };
};

/**
 * The actions of a list; `now()` gives it, `rows()` its rows as shown.
 * @param {{ own: boolean, now(): List, rows(): Row[] }} about
 */
export const listActions = ({ own, now, rows }) => {
  const words = pageWords();
  const pole = poleLink(own);
  const exporting = exportButton();
  const completing = completeLink();
  const strong = { class: "button button-small button-strong" };
  const rest = [completing.link, exporting.button, files(now, rows), pole.link];
  const nodes = own
    ? [
        actionButton("share-2", words.share, () => shareList(now()), strong),
        ...rest,
        actionButton("copy", words.duplicate, () => copyList(now(), words.stepDuplicate)),
        actionButton("trash-2", words.remove1, () => removeList(now())),
      ]
    : [
        actionButton("copy", words.copyToMine, () => copyList(now(), words.stepCopy), {
          class: "button button-strong",
        }),
        ...rest,
      ];
  return {
    element: make("div", { class: "lists-actions" }, ...nodes),
    /** @param {List} list @param {Row[]} shown */
    refresh: (list, shown) => {
      pole.refresh(list);
      completing.refresh(shown);
      exporting.refresh(list, shown);
    },
  };
};

/* One list on screen: its own, to change, or one carried by a link, to read. */

import { problemOf } from "../../base/answers.mjs";
import { find, nearest, the } from "../../base/dom.mjs";
import { actionButton, icon, make, warning } from "../../base/elements.mjs";
import { toldLines } from "../../base/lines.mjs";
import { orderable } from "../../base/reordering.mjs";
import { say } from "../../base/texts.mjs";
import { listActions, listHeading } from "./actions.mjs";
import { actsOn } from "./acts.mjs";
import { changesOf } from "./changed.mjs";
import { lineElement } from "./line.mjs";
import { drawPlans } from "./plans.mjs";
import { printedList } from "./printed.mjs";
import { inOrderOf, rowsOf } from "./rows.mjs";
import { withFocusKept } from "./screen.mjs";
import { editList } from "./store.mjs";
import { listTools } from "./tools.mjs";
import { dayOf, listWords, organisations, pageWords } from "./words.mjs";

/** @import { Acts } from "./acts.mjs" */
/** @import { DrawnLine } from "./line.mjs" */
/** @import { List } from "./model.mjs" */
/** @import { Row, Wanted } from "./rows.mjs" */
/** @import { Screen } from "./screen.mjs" */
/** @typedef {Wanted & { asked: Set<string>, builtOn: string, lineIds: Set<string>, shown: number }} View */
/** @typedef {{ own: boolean, announce(words: string): void }} Options */

const STEP = 100;
const WIDE = "(min-width: 68.01em)";

/** @returns {View} */
const newView = () => ({
  facts: new Map(),
  asked: new Set(),
  builtOn: "",
  lineIds: new Set(),
  sort: "mine",
  status: "all",
  origin: null,
  shown: STEP,
});

/**
 * The places of the screen that change.
 * @param {() => void} showMore
 * @param {() => void} keepOrder
 */
const placesOf = (showMore, keepOrder) => {
  const words = pageWords();
  const plans = make("div", { class: "lists-map" });
  const summary = make("summary", {}, words.map, icon("chevron-down"));
  const open = window.matchMedia(WIDE).matches;
  return {
    lines: make("ol", { class: "kept-lines", "aria-label": words.linesLabel }),
    told: make("p", { class: "result-count", role: "status" }),
    source: make("p", { class: "hint" }),
    problem: make("div", { role: "alert" }),
    more: make(
      "button",
      { type: "button", class: "button button-wide", onclick: showMore },
      words.more,
    ),
    keep: actionButton("check", words.keepOrder, keepOrder),
    sortHint: make("p", { class: "hint" }, words.notMovable),
    plans,
    map: make("details", { class: "lists-map-box", open }, summary, plans),
  };
};

/**
 * The elements of the lines, made once for what they say.
 * @param {HTMLElement} holder
 * @param {View} view
 * @param {Acts | null} acts
 */
const linesIn = (holder, view, acts) => {
  /** @type {Map<string, DrawnLine & { key: string }>} */
  const drawn = new Map();
  /** @param {Row} row */
  const elementOf = (row) => {
    const { line, facts } = row;
    const changes = changesOf(row, view, pageWords());
    const key = JSON.stringify([facts === undefined, facts, line.name, changes, acts ? 0 : line]);
    const had = drawn.get(line.id);
    if (had?.key === key) return had;
    const made = { key, ...lineElement(row, view, acts) };
    drawn.set(line.id, made);
    return made;
  };
  /** @param {Row[]} shown @param {number} total */
  return (shown, total) => {
    const items = shown.map(elementOf);
    items.forEach(({ item }, n) => {
      if (holder.children[n] !== item) holder.insertBefore(item, holder.children[n] || null);
    });
    while (holder.children.length > items.length) holder.lastChild?.remove();
    const movable = Boolean(acts?.movable());
    items.forEach(({ update }, n) => {
      update(shown[n], { movable, total });
    });
  };
};

/**
 * Ask for the facts of lines that were not asked for yet.
 * @param {List} list
 * @param {View} view
 */
const loadFacts = async (list, view) => {
  const missing = list.lines.map((line) => line.id).filter((id) => !view.asked.has(id));
  if (!missing.length) return false;
  for (const id of missing) view.asked.add(id);
  try {
    const answer = await toldLines(missing);
    const known = new Map(answer.lines.map((line) => [line.asked, line]));
    for (const id of missing) view.facts.set(id, known.get(id) || null);
    view.builtOn = answer.built_on;
    return true;
  } catch (error) {
    for (const id of missing) view.asked.delete(id);
    throw error;
  }
};

/**
 * The line of a pin that was pressed comes into view.
 * @param {HTMLElement} lines
 * @param {Event} event
 */
const showLineOf = (lines, event) => {
  const pin = nearest(event.target, "[data-line]");
  const id = pin?.dataset.line;
  const line = id ? find(`.kept-line[data-id="${CSS.escape(id)}"]`, lines) : null;
  if (!line) return;
  line.scrollIntoView({ block: "center" });
  find("a, button", line)?.focus({ preventScroll: true });
};

/**
 * The screen of a list, and `update(list)` after a change; `own` lists can be changed.
 * @param {List} first
 * @param {Options} options
 * @returns {Omit<Screen, "update"> & { update(next: List): void }}
 */
export const oneScreen = (first, { own, announce }) => {
  const words = pageWords();
  const view = newView();
  let list = first;
  /** @type {Row[]} */
  let rows = [];

  const showMore = () => {
    view.shown += STEP;
    draw();
  };
  const keepOrder = () => {
    editList(list.id, words.stepOrder, (one) => {
      one.lines = inOrderOf(one.lines, rows);
    });
    view.sort = "mine";
    const sort = /** @type {HTMLSelectElement} */ (the("#lists-sort"));
    sort.value = "mine";
    draw();
    sort.focus();
  };
  const places = placesOf(showMore, keepOrder);
  const acts = own ? actsOn(first, view, announce) : null;
  const heading = listHeading(first, own);
  const actions = listActions({ own, now: () => list, rows: () => rows });
  const place = linesIn(places.lines, view, acts);

  const tellCounts = () => {
    const total = list.lines.length;
    const n = Math.min(view.shown, rows.length);
    const part = n < total ? ` · ${say(words.shown, { n, total })}` : "";
    const counts = total ? organisations(total) + part : words.emptyList;
    if (places.told.textContent !== counts) places.told.textContent = counts;
    places.more.hidden = n >= rows.length;
    places.keep.hidden = !own || view.sort === "mine" || view.status !== "all";
    places.sortHint.hidden = !acts || acts.movable();
    places.map.hidden = !total;
  };
  const draw = () => {
    view.lineIds = new Set(list.lines.map((line) => line.id));
    rows = rowsOf(list, view);
    withFocusKept(places.lines, () => place(rows.slice(0, view.shown), list.lines.length));
    heading.refresh(list);
    actions.refresh(list, rows);
    tellCounts();
    if (places.map.open && view.builtOn) {
      drawPlans(
        places.plans,
        [...rows].sort((a, b) => a.number - b.number),
      );
    }
  };
  const load = async () => {
    try {
      if (!(await loadFacts(list, view))) return;
      places.source.textContent = say(words.factsOf, { date: dayOf(view.builtOn) });
      places.problem.replaceChildren();
    } catch (error) {
      const sentence = make("p", {}, problemOf(error, listWords().offline));
      const again = actionButton("rotate-cw", words.again, load);
      places.problem.replaceChildren(warning(make("div", {}, sentence, again)));
    }
    draw();
  };

  places.map.addEventListener("toggle", () => draw());
  places.plans.addEventListener("click", (event) => showLineOf(places.lines, event));
  if (acts) orderable(places.lines, acts);
  const redraw = () => {
    view.shown = STEP;
    draw();
  };
  const element = make(
    "div",
    { class: "lists-one" },
    heading.element,
    places.told,
    places.source,
    actions.element,
    places.problem,
    make(
      "div",
      { class: "lists-columns" },
      make(
        "div",
        { class: "lists-main" },
        listTools(view, redraw, announce),
        make("p", { id: "lists-keys", class: "visually-hidden" }, words.keys),
        make("div", { class: "lists-order" }, places.keep, places.sortHint),
        places.lines,
        places.more,
      ),
      places.map,
    ),
  );
  draw();
  load();
  return {
    element,
    update: (next) => {
      list = next;
      draw();
      load();
    },
    printed: () => printedList(list, rows, view.builtOn),
  };
};

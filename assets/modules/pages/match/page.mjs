/* The page « Rapprocher ma liste »: a file in, columns to correct, verdicts, choices, a result. */

import { problemOf, wasStopped } from "../../base/answers.mjs";
import { all } from "../../base/dom.mjs";
import { make, warning } from "../../base/elements.mjs";
import { say, sayMany, texts, written } from "../../base/texts.mjs";
import { additions, forgetAdditions } from "./additions.mjs";
import { matchRows, readFile } from "./asking.mjs";
import { keepChoice, keptChoices, startChoices } from "./choices.mjs";
import { rowElement } from "./drawing.mjs";
import { columnsField, intake, sheets } from "./intake.mjs";
import { putLines } from "./lines.mjs";
import { progressBar, progressMoved } from "./progress.mjs";
import { beforePieces, reportDrawn, unknownDrawn, withPiece } from "./report.mjs";
import { actionsDrawn, everyDrawn, filtersDrawn } from "./results.mjs";
import { corrected, foundIds, hashOf, matched, NAMING, reasonOf, verdictOf } from "./rows.mjs";

/** @import { Decide } from "./drawing.mjs" */
/** @import { Report } from "./report.mjs" */
/** @import { Filter } from "./results.mjs" */
/** @import { Matched, ReadList } from "./rows.mjs" */
/** @typedef {{ file: File | null, list: (ReadList & { name: string }) | null, understood: Record<string, string>, columnsOpen: boolean, rows: Matched[], filter: Filter, shown: number, error: string, busy: string, every: boolean, communes: Map<number, string>, report: Report | null }} State */

const SHOWN = 100;
let words = /** @type {MatchWords} */ ({});
/** @returns {State} */
const fresh = () => ({
  file: null,
  list: null,
  understood: {},
  columnsOpen: false,
  rows: [],
  filter: "all",
  shown: SHOWN,
  error: "",
  busy: "",
  every: false,
  communes: new Map(),
  report: null,
});
let state = fresh();
let aborting = new AbortController();

const root = () => document.getElementById("match-root");

/** @param {string} text */
const announce = (text) => {
  const live = document.getElementById("match-live");
  if (live) live.textContent = live.textContent === text ? `${text}\u00a0` : text;
};

/** A question of its own: what was running stops. */
const begin = () => {
  aborting.abort();
  aborting = new AbortController();
  return aborting.signal;
};

/**
 * Read a file, or another sheet of it; a sheet that cannot be read leaves what was there.
 * @param {File} file
 * @param {string} [sheet]
 */
const take = async (file, sheet = "") => {
  const before = sheet && state.list ? { ...state, busy: "", error: "" } : null;
  const signal = begin();
  state = { ...fresh(), file, busy: say(words.reading, { name: file.name }) };
  draw();
  try {
    const list = await readFile(file, sheet, signal, waiting);
    const several = list.sheet && (list.sheets?.length || 0) > 1;
    state.list = { ...list, name: several ? `${file.name} (${list.sheet})` : file.name };
    state.understood = { ...list.understood };
  } catch (error) {
    if (signal !== aborting.signal) return;
    if (before) state = before;
    fail(error);
    return;
  }
  await run(signal);
};

/** @param {string} sheet */
const chooseSheet = async (sheet) => {
  if (state.file) await take(state.file, sheet);
  document.getElementById("match-sheet")?.focus();
};

/**
 * The server asks to wait: say so, the rest goes on by itself.
 * @param {string} told
 */
const waiting = (told) => {
  state.busy = `${told} ${words.waiting}`;
  drawProgress();
  announce(state.busy);
};

/** @param {unknown} error */
const fail = (error) => {
  state.busy = "";
  state.error = wasStopped(error) ? "" : problemOf(error, texts().lists.offline);
  draw();
  if (state.error) announce(state.error);
};

const namesSomeone = () => NAMING.some((field) => state.understood[field]);

/** @param {ReadList} list @param {AbortSignal} signal */
const matchAll = async (list, signal) => {
  const { understood } = state;
  const fields = Object.keys(words.fields).map((field) => [field, understood[field] || ""]);
  const progress = () => say(words.matching, { n: state.rows.length, total: list.rows.length });
  state.busy = progress();
  draw();
  const how = { columns: Object.fromEntries(fields), every: state.every, communes: state.communes };
  let report = beforePieces(list.report);
  await matchRows(list, how, signal, waiting, (rows, said, more) => {
    report = more ? withPiece(report, more) : report;
    state.report = report;
    const kept = keptChoices();
    for (const row of rows) {
      const key = hashOf(list.columns, row.cells, understood);
      state.rows.push(matched(row, said.get(row.line), key, kept));
    }
    state.busy = progress();
    drawProgress();
  });
};

/** @param {AbortSignal} signal */
const run = async (signal) => {
  const { list } = state;
  if (!list) return;
  Object.assign(state, { rows: [], error: "", shown: SHOWN });
  forgetAdditions();
  if (!namesSomeone()) {
    Object.assign(state, { busy: "", error: words.whichName });
    draw();
    announce(state.error);
    return;
  }
  let told = "";
  try {
    await matchAll(list, signal);
    told = sayMany(words.done, state.rows.length);
  } catch (error) {
    if (!wasStopped(error)) {
      fail(error);
      return;
    }
    if (aborting.signal !== signal) return;
    told = say(words.stopped, { n: state.rows.length });
  }
  state.busy = "";
  draw();
  announce(told);
  document.getElementById("match-results")?.focus();
};

/** @param {string} field @param {string} column */
const correct = async (field, column) => {
  state.understood = corrected(state.understood, field, column);
  await run(begin());
  document.getElementById(`match-field-${field}`)?.focus();
};

/** @param {boolean} every unlikely candidates too */
const showEvery = async (every) => {
  state.every = every;
  await run(begin());
  document.getElementById("match-every")?.focus();
};

/** @param {number} line @param {string} code */
const chooseCommune = async (line, code) => {
  state.communes.set(line, code);
  await run(begin());
  document.getElementById(`match-row-${line}`)?.focus();
};

/** @type {Decide} */
const decide = (row, choice, focus) => {
  row.choice = choice;
  row.reused = false;
  keepChoice(row.hash, choice);
  draw();
  announce(reasonOf(row, words));
  document.getElementById(focus)?.focus();
};

const drawProgress = () => progressMoved(state.busy, state.rows.length);

/** @param {Filter} code */
const chooseFilter = (code) => {
  state.filter = code;
  state.shown = SHOWN;
  draw();
  document.getElementById(`match-filter-${code}`)?.focus();
};

const showMore = () => {
  const first = state.shown;
  state.shown += SHOWN;
  draw();
  all(".match-row")[first]?.focus();
};

const rowsDrawn = () => {
  const kept = state.rows.filter(
    (row) => state.filter === "all" || verdictOf(row) === state.filter,
  );
  if (!kept.length) return [make("p", { class: "empty" }, words.emptyFilter)];
  const shown = kept.slice(0, state.shown);
  const more = make("button", { type: "button", class: "button", onclick: showMore }, words.more);
  return [
    make(
      "ol",
      { class: "match-rows" },
      ...shown.map((row) => rowElement(row, words, decide, chooseCommune)),
    ),
    make(
      "p",
      { class: "match-more" },
      say(words.nOfN, { n: shown.length, total: kept.length }),
      kept.length > shown.length ? more : null,
    ),
  ];
};

/** @param {ReadList & { name: string }} list */
const results = (list) => {
  const ids = foundIds(state.rows);
  const reused = state.rows.filter((row) => row.reused).length;
  return [
    make("h3", { id: "match-results", tabindex: "-1" }, `${words.results}\u00a0: ${list.name}`),
    filtersDrawn(state.rows, state.filter, words, chooseFilter),
    everyDrawn(state.every, words, showEvery),
    reused ? make("p", { class: "match-reused" }, sayMany(words.reused, reused)) : null,
    actionsDrawn(list, state.rows, ids, words),
    ...rowsDrawn(),
    ids.length ? additions(ids, words) : null,
  ];
};

/** @param {ReadList} list */
const understoodAs = (list) => {
  const { understood } = state;
  const open = !namesSomeone() || state.columnsOpen;
  return columnsField({ list, understood, open }, words, correct, (unfolded) => {
    state.columnsOpen = unfolded;
  });
};

/** @param {ReadList} list */
const readingDrawn = (list) => [
  unknownDrawn(list, state.understood, words, correct),
  reportDrawn(state.report || list.report, words),
];

const problem = () => {
  if (!state.error) return null;
  const told = warning(make("p", {}, state.error));
  told.classList.add("match-error");
  told.setAttribute("role", "alert");
  return told;
};

const draw = () => {
  const place = root();
  if (!place) return;
  const { list, rows, busy, error } = state;
  const waits = !busy && !error && !rows.length;
  const parts = [
    intake(words, take),
    progressBar(state.busy, list?.rows.length, rows.length, words, () => aborting.abort()),
    problem(),
    list && sheets(list, words, chooseSheet),
    list && understoodAs(list),
    ...(list && !busy ? readingDrawn(list) : []),
    ...(list && rows.length && !busy ? results(list) : []),
    waits ? make("p", { class: "empty" }, words.nothingYet) : null,
  ];
  place.replaceChildren(...parts.filter((part) => part !== null));
  putLines(place);
};

let listening = false;
/** Begin on the page's place, once for each time it is drawn. */
export const openMatch = () => {
  const place = root();
  if (!place || place.dataset.begun) return;
  place.dataset.begun = "1";
  if (!listening) startChoices();
  listening = true;
  words = written(document.getElementById("match-words"), "words");
  state = fresh();
  draw();
};

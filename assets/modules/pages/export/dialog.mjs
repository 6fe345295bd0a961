/* The one export dialog, for selections, partner lists and lists of the browser: format, columns and
   their order, sort, counts and refusals told before. */

import { problemOf } from "../../base/answers.mjs";
import { all, field, nearest, the } from "../../base/dom.mjs";
import { make } from "../../base/elements.mjs";
import { keepText, keptValue } from "../../base/kept.mjs";
import { moved } from "../../base/order.mjs";
import { language, number, say, texts } from "../../base/texts.mjs";
import { askAbout } from "./about.mjs";
import {
  bodyOf,
  cleaned,
  columnsChosen,
  FORMAT,
  fileAddress,
  formatsAsked,
  refusedAbove,
  toRemember,
} from "./choice.mjs";
import { drawColumns, listenColumns } from "./columns.mjs";
import { cancelExport, exportRunning, fetchExport } from "./file.mjs";
import { exportForm, refusalOf, rowChoices } from "./form.mjs";

/** @import { About, Asked, Choice, Remembered } from "./choice.mjs" */
/** @typedef {{ asked: ReturnType<typeof cleaned>, choice: Choice, about: About }} Told what was asked, and what the server says of it */

const KEPT = "territorial-map.export";
/** @type {HTMLDialogElement | null} */
let element = null;
/** @type {Told | null} */
let told = null;

const words = () => texts().export;
const dialog = () => element || build();
/** @param {string} name */
const part = (name) => the(`[data-part="${name}"]`, dialog());
/** @returns {Remembered} */
const remembered = () => keptValue(KEPT) || {};
/** @param {Told} of */
const per = ({ about, choice }) => about.per[choice.rows];
/** @param {Told} of */
const columnsKey = ({ asked, choice }) => `${asked.kind}-${choice.rows}`;

/** @param {Told} of */
const remember = (of) =>
  keepText(KEPT, JSON.stringify(toRemember(remembered(), of.choice, columnsKey(of))));

/** @param {Told} of */
const readColumns = (of) =>
  Object.assign(of.choice, columnsChosen(per(of).columns, remembered().columns?.[columnsKey(of)]));

/** @returns {HTMLDialogElement} */
const build = () => {
  const made = exportForm(words());
  element = made;
  document.body.append(made);
  listen(made);
  return made;
};

/** @param {Event} event */
const choose = ({ target }) => {
  if (!told) return;
  const { choice } = told;
  if (target instanceof HTMLSelectElement) choice.sort = target.value;
  else if (target instanceof HTMLInputElement) {
    const { name, value, dataset } = target;
    if (name === "export-format") choice.format = value;
    else if (dataset.also) choice.also[target.checked ? "add" : "delete"](dataset.also);
    else if (name === "export-rows") {
      choice.rows = value;
      readColumns(told);
      showColumns();
    } else if (dataset.column) choice.off[target.checked ? "delete" : "add"](dataset.column);
  }
  tell(told);
  remember(told);
};

/** @param {(choice: Choice, of: Told) => void} change of the columns */
const changeColumns = (change) => {
  if (!told) return;
  change(told.choice, told);
  showColumns();
  remember(told);
};

/** @param {HTMLDialogElement} made */
const listen = (made) => {
  made.addEventListener("change", choose);
  made.addEventListener("cancel", (event) => {
    if (!exportRunning()) return;
    event.preventDefault();
    cancelExport();
  });
  made.addEventListener("close", cancelExport);
  /** @param {string} name @param {() => unknown} act */
  const on = (name, act) => part(name).addEventListener("click", act);
  on("cancel", () => (exportRunning() ? cancelExport() : made.close()));
  on("go", fetchFile);
  on("print", () => {
    made.close();
    window.print();
  });
  on("all", () => changeColumns(({ off }) => off.clear()));
  on("reset", () =>
    changeColumns((choice, of) => {
      choice.order = per(of).columns.map(({ key }) => key);
    }),
  );
  listenColumns(part("columns"), moveColumn);
};

/** The chosen format, then the others: one file after the other, until one does not come. */
const fetchFile = async () => {
  if (!told) return;
  const of = told;
  const { asked, choice, about } = of;
  const { columns, rows } = per(of);
  const place = part("running");
  const came = [];
  for (const format of formatsAsked(about, choice)) {
    const address = fileAddress(asked, { ...choice, format }, columns, language());
    const file = await fetchExport(place, { address, body: bodyOf(asked), rows }, words(), settle);
    if (!file || told !== of) return;
    came.push(say(words().ready, file));
  }
  if (came.length > 1) {
    const lines = came.map((line) => make("li", {}, line));
    place.replaceChildren(make("ul", { role: "status" }, lines));
  }
};

/**
 * Put a column at another place; said aloud, the focus stays on it.
 * @param {string} key
 * @param {number} to
 * @param {string} [focus]
 */
const moveColumn = (key, to, focus = "input") => {
  if (!told) return;
  const { order } = told.choice;
  const from = order.indexOf(key);
  const next = moved(order, from, to);
  const place = next.indexOf(key);
  const heading = per(told).columns.find((column) => column.key === key)?.heading;
  if (!heading || place === from) return;
  changeColumns((choice) => {
    choice.order = next;
  });
  const values = { column: heading, n: place + 1, total: next.length };
  part("moved").textContent = say(words().moved, values);
  field(`[data-id="${key}"] ${focus}`, part("columns")).focus();
};

const showColumns = () => {
  if (!told) return;
  const { columns } = per(told);
  const { order, off } = told.choice;
  const inOrder = order.flatMap((key) => columns.filter((column) => column.key === key));
  drawColumns(part("columns"), inOrder, off, words());
};

/** @param {boolean} running */
const settle = (running) => {
  const t = words();
  const refused = !told || refusedAbove(told.about, told.choice.rows, told.choice.format) !== null;
  field('[data-part="go"]', dialog()).disabled = running || refused;
  part("cancel").textContent = running ? t.stop : t.close;
  for (const one of all("fieldset, select", dialog())) one.toggleAttribute("disabled", running);
};

/** @param {string} [code] */
const formatBox = (code = FORMAT) => field(`[name="export-format"][value="${code}"]`, dialog());

const takeOther = () => {
  formatBox().click();
  formatBox().focus();
};

/**
 * Counts, and what a format cannot hold, before anything is asked.
 * @param {Told} of
 */
const tell = (of) => {
  const t = words();
  const { about, choice } = of;
  const { rows, found } = per(of);
  const cut = found && found > rows;
  part("count").textContent = say(cut ? t.nOfN : t.lines, { n: rows, total: found || rows });
  for (const note of all("[data-most]", dialog())) {
    const most = refusedAbove(about, choice.rows, note.dataset.most || "");
    note.textContent = most ? say(t.most, { n: number(most) }) : "";
  }
  for (const box of all("[data-also]", dialog())) {
    const code = box.dataset.also || "";
    const held = code !== choice.format && refusedAbove(about, choice.rows, code) === null;
    nearest(box, "label")?.toggleAttribute("hidden", !held);
  }
  const most = refusedAbove(about, choice.rows, choice.format);
  part("refusal").replaceChildren(...(most ? refusalOf(words(), takeOther, rows, most) : []));
  settle(false);
};

/** @param {Told} of */
const drawRows = ({ about, choice }) => {
  const several = Object.keys(about.per).length > 1;
  const place = part("rows");
  place.hidden = !several;
  place.replaceChildren(the("legend", place), ...(several ? rowChoices(words(), choice.rows) : []));
};

/** @param {Told} of */
const draw = (of) => {
  const { asked, about, choice } = of;
  const t = words();
  const isSelection = asked.kind === "selection";
  the("h2", dialog()).textContent = say(t.title, { title: about.title });
  part("query").textContent = about.query;
  drawRows(of);
  part("sort-place").hidden = !isSelection;
  part("sort").replaceChildren(
    ...t.sorts
      .filter(({ code }) => asked.near || code !== "distance")
      .map(({ code, name }) =>
        make("option", { value: code, selected: code === choice.sort }, name),
      ),
  );
  part("print").hidden = !isSelection || !document.getElementById("result-list");
  formatBox(choice.format).checked = true;
  for (const box of all("[data-also]", dialog())) {
    if (box instanceof HTMLInputElement) box.checked = false;
  }
  showColumns();
  tell(of);
};

/** @param {HTMLDialogElement} made */
const showWaiting = (made) => {
  const opener = document.activeElement;
  the("h2", made).textContent = words().waiting;
  for (const name of ["query", "count", "refusal", "running", "moved"]) {
    part(name).replaceChildren();
  }
  field('[data-part="go"]', made).disabled = true;
  made.classList.add("is-waiting");
  if (!made.open) made.showModal();
  made.addEventListener("close", () => opener instanceof HTMLElement && opener.focus(), {
    once: true,
  });
  the("h2", made).focus();
};

/**
 * Open the dialog; the choices of last time are there, and closing gives the focus back.
 * @param {Asked} given
 */
export const openExport = async (given) => {
  const made = dialog();
  const asked = cleaned(given);
  const before = remembered();
  told = null;
  showWaiting(made);
  try {
    const about = await askAbout(asked);
    const offered = Object.keys(about.per);
    const known = words().formats.find(({ code }) => code === before.format);
    const choice = {
      format: known ? known.code : FORMAT,
      also: new Set(),
      rows: offered.find((rows) => rows === before.rows) || offered[0],
      sort: asked.sort || (asked.near ? "distance" : "name"),
      order: [],
      off: new Set(),
    };
    told = { asked, about, choice };
    readColumns(told);
    made.classList.remove("is-waiting");
    draw(told);
  } catch (error) {
    the("h2", made).textContent = words().failed;
    part("refusal").textContent = problemOf(error);
  }
};

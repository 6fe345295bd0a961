/* Pairs side by side, as elements. */

import { make } from "../../base/elements.mjs";
import { say } from "../../base/texts.mjs";
import { inWords, keyButton, keysBox } from "../operator/drawing.mjs";
import { remaining } from "./queue.mjs";

/** @import { Compared, Queue, Side, Twins } from "./queue.mjs" */
/** @typedef {{ same(): void, different(): void, later(): void, undo(): void, again(): void, takeBack(pair: Twins): void, setKeys(on: boolean): void }} Acts */
/** @typedef {{ state: Queue, words: DuplicateWords, keys: boolean, acts: Acts }} Scene */

/**
 * @param {Compared} line
 * @param {Twins} pair
 * @param {DuplicateWords} words
 */
const row = (line, pair, words) => {
  /** @param {string | null} text @param {string} name */
  const cell = (text, name) =>
    make(
      "td",
      { class: text ? "" : "twins-unknown" },
      make("span", { class: "twins-of" }, name),
      text ? inWords(text, words) : words.unknown,
    );
  return make(
    "tr",
    { class: `twins-${line.agreement}` },
    make("th", { scope: "row" }, words.fields[line.field] || line.label),
    cell(line.a, pair.a.name),
    cell(line.b, pair.b.name),
    make("td", { class: "twins-agreement" }, words.agreements[line.agreement]),
  );
};

/** @param {Side} side @param {DuplicateWords} words */
const named = ({ id, name }, words) =>
  make(
    "th",
    { scope: "col" },
    make("span", {}, name),
    make(
      "a",
      {
        href: `/?organisation=${encodeURIComponent(id)}`,
        target: "_blank",
        rel: "noopener",
        "aria-label": `${words.sheet} : ${name}`,
      },
      words.sheet,
    ),
  );

/** @param {Scene} scene */
const undoButton = (scene) =>
  scene.state.undo ? keyButton(scene, scene.words.undo, "u", scene.acts.undo) : null;

/** @param {Scene} scene @param {Twins} pair */
const card = (scene, pair) => {
  const { state, words, acts } = scene;
  const head = make(
    "tr",
    {},
    make("th", { scope: "col" }, words.field),
    named(pair.a, words),
    named(pair.b, words),
    make("th", { scope: "col" }, words.agreement),
  );
  const question = say(words.question, { a: pair.a.name, b: pair.b.name });
  return [
    make("h3", { tabindex: "-1" }, question),
    make("p", { class: "twins-left" }, say(words.left, { n: remaining(state) })),
    make(
      "div",
      { class: "twins-actions" },
      keyButton(scene, words.same, "s", acts.same, true),
      keyButton(scene, words.different, "d", acts.different, true),
      keyButton(scene, words.later, "l", acts.later),
      undoButton(scene),
    ),
    make(
      "table",
      { class: "twins-table" },
      make("thead", {}, head),
      make("tbody", {}, ...pair.fields.map((line) => row(line, pair, words))),
    ),
  ];
};

/** @param {Scene} scene */
const finished = (scene) => {
  const { state, words, acts } = scene;
  const n = state.later.length;
  return [
    make("h3", { tabindex: "-1" }, n ? say(words.doneLater, { n }) : words.done),
    make(
      "div",
      { class: "twins-actions" },
      n ? keyButton(scene, words.again, "", acts.again, true) : null,
      undoButton(scene),
    ),
  ];
};

/** @param {Scene} scene @param {boolean} open */
const decidedList = (scene, open) => {
  const { state, words, acts } = scene;
  if (!state.decided.length) return [];
  const lines = state.decided.map((pair) => {
    const names = `${pair.a.name} — ${pair.b.name}`;
    const verdict = pair.verdict === "same" ? words.same : words.different;
    const back = keyButton(scene, words.takeBack, "", () => acts.takeBack(pair));
    back.classList.add("button-small");
    back.setAttribute("aria-label", `${words.takeBack} : ${names}`);
    return make("li", {}, make("span", {}, `${names} (${verdict.toLowerCase()})`), back);
  });
  const title = say(words.decided, { n: state.decided.length });
  return [
    make(
      "details",
      { class: "twins-decided", open },
      make("summary", {}, title),
      make("ul", {}, ...lines),
    ),
  ];
};

/**
 * The room of the page: the pair to decide or the end, then those decided.
 * @param {Scene} scene
 * @param {boolean} unfolded whether those decided stand open
 */
export const drawn = (scene, unfolded) => {
  const [pair] = scene.state.queue;
  return [
    ...(pair ? card(scene, pair) : finished(scene)),
    keysBox("twins", scene),
    ...decidedList(scene, unfolded),
  ];
};

/* Proofs ticked and answers noted on the page of a group: kept with its list, drawn over what the
   server paints. */

import { all, find, nearest } from "../../base/dom.mjs";
import { closeButton, make, makeDialog } from "../../base/elements.mjs";
import { onPress } from "../../base/press.mjs";
import { say, written } from "../../base/texts.mjs";
import { offerUndo } from "../../base/undo.mjs";
import { ANSWERS, MOST_NOTE, withAnswer, withProof } from "../lists/dossier.mjs";
import { editList, onLists, undoStep } from "../lists/store.mjs";
import { listWords } from "../lists/words.mjs";
import { listInHand, ownGroup } from "./group.mjs";

/** @import { Answer, Proof } from "../lists/dossier.mjs" */
/** @import { List } from "../lists/model.mjs" */

/** @returns {PoleWords} */
const words = () => written(document.getElementById("pole-words"), "words");

/** @param {string} value @returns {value is Answer} */
const isAnswer = (value) => ANSWERS.some((one) => one === value);

/** @param {HTMLElement} element @param {string} name @param {string} value */
const put = (element, name, value) => {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

/** @param {List | null} list */
const paintProofs = (list) => {
  for (const holder of all("[data-proof]")) {
    const proof = list?.ptce?.proofs[holder.dataset.proof || ""];
    const tick = find("input", holder);
    const note = find("textarea", holder);
    if (tick instanceof HTMLInputElement) tick.checked = Boolean(proof?.done);
    if (note instanceof HTMLTextAreaElement && note !== document.activeElement) {
      note.value = proof?.note || "";
    }
    put(holder, "data-done", String(Boolean(proof?.done)));
    const folded = holder.querySelector("details");
    if (proof?.note && folded && !folded.dataset.shown) {
      folded.open = true;
      folded.dataset.shown = "1";
    }
  }
};

/* What the server wrote in a cell, to come back to when an answer is forgotten. */
/** @type {WeakMap<HTMLElement, { words: Node[], style: string }>} */
const asPainted = new WeakMap();

/** @param {HTMLElement} button @param {Answer | undefined} answer */
const paintCell = (button, answer) => {
  if ((button.dataset.answered || "") === (answer || "")) return;
  if (!asPainted.has(button)) {
    asPainted.set(button, { words: [...button.childNodes], style: button.className });
  }
  const before = asPainted.get(button);
  if (!before) return;
  button.dataset.answered = answer || "";
  const noted = make("span", { class: "visually-hidden" }, ` (${words().noted})`);
  button.replaceChildren(...(answer ? [words().said[answer], noted] : before.words));
  button.className = answer ? `cell cell-noted is-${answer}` : before.style;
};

/** @param {List | null} list */
const paintAnswers = (list) => {
  const lines = new Map(list?.lines.map((line) => [line.id, line.answers]));
  for (const button of all("[data-answer-of]")) {
    const { answerOf = "", answerIn = "" } = button.dataset;
    paintCell(button, lines.get(answerOf)?.[answerIn]);
  }
};

const paint = () => {
  if (!document.getElementById("pole-words")) return;
  const list = listInHand();
  paintProofs(list);
  paintAnswers(list);
};

/** @param {Event} event */
const changeProof = ({ target }) => {
  const holder = nearest(target, "[data-proof]");
  const code = holder?.dataset.proof;
  /* Read first: a group that becomes a list is painted again. */
  /** @type {Partial<Proof>} */
  const change =
    target instanceof HTMLTextAreaElement
      ? { note: target.value.trim().slice(0, MOST_NOTE) }
      : { done: target instanceof HTMLInputElement && target.checked };
  const list = code ? ownGroup() : null;
  if (!holder || !code || !list) return;
  const told = say(words().stepProof, { name: holder.dataset.proofTitle || code });
  editList(list.id, told, (one) => {
    one.ptce = withProof(one.ptce, code, change);
  });
};

/** @param {DOMStringMap} about @param {string} answer */
const keepAnswer = ({ answerOf, answerIn = "", answerName = "", answerOn = "" }, answer) => {
  const list = ownGroup();
  if (!list) return;
  const told = { name: answerName, on: answerOn };
  const step = editList(list.id, say(words().stepAnswer, told), (one) => {
    const line = one.lines.find(({ id }) => id === answerOf);
    if (line) line.answers = withAnswer(line.answers, answerIn, answer);
  });
  if (step) offerUndo(say(words().answered, told), () => undoStep(step));
};

/** @param {string} value @param {string} label @param {string} now */
const choice = (value, label, now) =>
  make(
    "label",
    { class: "answer-choice" },
    make("input", { type: "radio", name: "answer", value, checked: value === now }),
    label,
  );

/** @param {HTMLElement} button */
const askAnswer = (button) => {
  const t = words();
  const { dataset } = button;
  const element = makeDialog("pole-answer-title", { class: "list-picker pole-answering" });
  const close = () => element.close();
  const now = dataset.answered || "";
  const form = make(
    "form",
    { class: "picker-content" },
    dataset.answerWhy ? make("p", {}, say(t.why, { why: dataset.answerWhy })) : null,
    make(
      "fieldset",
      {},
      make("legend", {}, t.asked),
      ANSWERS.map((one) => choice(one, t.said[one], now)),
      choice("", t.notAsked, now),
    ),
    make("button", { type: "submit", class: "button button-strong" }, t.save),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = new FormData(form).get("answer");
    close();
    keepAnswer(dataset, typeof chosen === "string" && isAnswer(chosen) ? chosen : "");
  });
  element.addEventListener("close", () => {
    element.remove();
    if (button.isConnected) button.focus({ preventScroll: true });
  });
  const title = make(
    "h2",
    { id: "pole-answer-title" },
    say(t.answerOf, { name: dataset.answerName || "", on: dataset.answerOn || "" }),
  );
  const heading = make(
    "div",
    { class: "picker-heading" },
    title,
    closeButton(listWords().close, close),
  );
  element.append(heading, form);
  document.body.append(element);
  element.showModal();
};

/** Hear ticks, notes and answers; draw them wherever the group is painted. */
export const startDossier = () => {
  onPress([["[data-answer-of]", askAnswer]]);
  document.addEventListener("change", changeProof);
  document.addEventListener("painted", paint);
  onLists(paint);
};

/* A proposal beside what the edition tells, as elements. */

import { make } from "../../base/elements.mjs";
import { say } from "../../base/texts.mjs";
import { inWords, keyButton, keysBox } from "../operator/drawing.mjs";

/** @import { Schemas } from "../../base/answers.mjs" */
/** @typedef {Schemas["ReviewLine"]} Reviewed */
/** @typedef {Schemas["ReviewAnswer"]} Answer */
/** @typedef {"accepted" | "refused" | "asked" | "undone"} Outcome */
/** @typedef {{ decide(outcome: Outcome): void, next(): void, undoLast(): void, show(state: string): void, setKeys(on: boolean): void }} Acts */
/** @typedef {{ answer: Answer, shown: string, at: number, last: Reviewed | null, words: ReviewWords, keys: boolean, acts: Acts }} Scene */

/** Codes have no text to change. @param {Reviewed} one */
export const isTyped = ({ contribution }) =>
  Boolean(contribution.value) && !["trade", "size"].includes(contribution.field || "");

/** The states with their counts. @param {Scene} scene */
const states = ({ answer, shown, words, acts }) =>
  make(
    "div",
    { class: "review-states", role: "group", "aria-label": words.which },
    Object.entries(answer.counts).map(([state, n]) =>
      make(
        "button",
        {
          type: "button",
          class: "button button-small",
          "aria-pressed": String(state === shown),
          onclick: () => acts.show(state),
        },
        say(words.left, { state: words.states[state] || state, n }),
      ),
    ),
  );

/** @param {Reviewed} one @param {ReviewWords} words */
const title = ({ contribution, organisation }, words) => {
  const name = organisation?.name || contribution.organisation;
  const what = contribution.field ? words.fields[contribution.field] : contribution.kind_label;
  return `${name} — ${what}`;
};

/** @param {Reviewed} one @param {ReviewWords} words */
const sides = ({ contribution, now, other }, words) => {
  const told = [
    inWords(contribution.value_in_words, words) || contribution.kind_label,
    contribution.pooling ? words.poolings[contribution.pooling] : "",
    contribution.until ? say(words.until, { date: contribution.until }) : "",
    other ? say(words.other, { name: other.name }) : "",
  ];
  return make(
    "div",
    { class: "review-sides" },
    make("div", {}, make("h4", {}, words.now), make("p", {}, inWords(now, words) || words.unknown)),
    make(
      "div",
      { class: "review-proposed" },
      make("h4", {}, words.proposed),
      told.filter(Boolean).map((text) => make("p", {}, text)),
    ),
  );
};

/** Where it comes from, and what was decided before. @param {Reviewed} one @param {ReviewWords} words */
const facts = ({ contribution, sources, organisation, decisions }, words) => {
  const told = [
    organisation ? "" : words.gone,
    say(words.told, {
      date: contribution.told_at.slice(0, 10),
      teller: words.tellers[contribution.teller] || contribution.teller,
    }),
    say(words.risk, { risk: words.risks[contribution.risk] || contribution.risk }),
    contribution.reason ? say(words.reason, { words: contribution.reason }) : "",
    contribution.source ? say(words.source, { words: contribution.source }) : "",
    sources.length ? say(words.sources, { words: sources.join(" ; ") }) : "",
    ...decisions.map(({ outcome, decided_at, sentence }) =>
      [words.outcomes[outcome], decided_at.slice(0, 10), sentence].filter(Boolean).join(" · "),
    ),
  ];
  return make(
    "ul",
    { class: "review-facts" },
    told.filter(Boolean).map((text) => make("li", {}, text)),
  );
};

/** @param {Reviewed} one */
const link = ({ organisation }, /** @type {ReviewWords} */ words) =>
  organisation
    ? make(
        "a",
        {
          href: `/o/${encodeURIComponent(organisation.id)}`,
          target: "_blank",
          rel: "noopener",
          "aria-label": `${words.sheet} : ${organisation.name}`,
        },
        words.sheet,
      )
    : null;

/** What can be typed: another value, and why. @param {Reviewed} one @param {ReviewWords} words */
const typed = (one, words) => [
  isTyped(one)
    ? make(
        "label",
        { class: "review-field" },
        words.value,
        make("input", { id: "review-value", value: one.contribution.value, autocomplete: "off" }),
      )
    : null,
  make(
    "label",
    { class: "review-field" },
    words.sentence,
    make("textarea", { id: "review-sentence", rows: 2, maxlength: 500 }),
  ),
];

/** @param {Scene} scene @param {Reviewed} one */
const actions = (scene, one) => {
  const { words, acts, answer } = scene;
  const open = ["waiting", "asked"].includes(one.contribution.state);
  const more = answer.proposals.length > 1 ? keyButton(scene, words.later, "s", acts.next) : null;
  if (!open) {
    const undo = one.can_be_undone
      ? keyButton(scene, words.undo, "", () => acts.decide("undone"), true)
      : null;
    return [undo, more];
  }
  return [
    keyButton(scene, words.accept, "a", () => acts.decide("accepted"), true),
    keyButton(scene, words.refuse, "r", () => acts.decide("refused")),
    keyButton(scene, words.ask, "d", () => acts.decide("asked")),
    more,
  ];
};

/** @param {Scene} scene @param {Reviewed} one */
const card = (scene, one) => [
  make("h3", { tabindex: "-1" }, title(one, scene.words)),
  link(one, scene.words),
  sides(one, scene.words),
  facts(one, scene.words),
  ["waiting", "asked"].includes(one.contribution.state) ? typed(one, scene.words) : null,
  make("div", { class: "review-actions" }, actions(scene, one)),
];

/** The room of the page: the states, the proposal to decide, the way back. @param {Scene} scene */
export const drawn = (scene) => {
  const one = scene.answer.proposals[scene.at];
  const { words, acts, last } = scene;
  return [
    states(scene),
    make(
      "div",
      { class: "review-card" },
      one ? card(scene, one) : make("h3", { tabindex: "-1" }, words.none),
      last ? keyButton(scene, words.undoLast, "u", acts.undoLast) : null,
    ),
    keysBox("review", scene),
  ];
};

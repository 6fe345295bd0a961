/* The page of operator mode: its door, and the pairs set aside for all. */

import { all, field, find, nearest, the } from "../../base/dom.mjs";
import { make } from "../../base/elements.mjs";
import { save } from "../../base/leaving.mjs";
import { askAsOperator, DISMISSALS, decide, GROUP_WORDS, isOperator, keepSecret } from "./mode.mjs";

/** @import { Schemas } from "../../base/answers.mjs" */
/** @import { Pair } from "./mode.mjs" */
/**
 * @typedef {object} Decision what was decided of a pair, on what, when
 * @property {Pair} pair
 * @property {string} names
 * @property {string} topic
 * @property {string} on
 */

const page = () => find(".operator");

/** @param {string | undefined} words */
const say = (words) => {
  const place = find(".operator .operator-said");
  if (place) place.textContent = words || "";
};

/** @param {{ a_id: string, b_id: string, a_name: string, b_name: string }} pair */
const namesOf = (pair) => `${pair.a_name || pair.a_id} — ${pair.b_name || pair.b_id}`;

/**
 * @param {Schemas["DismissalLine"]} one
 * @param {DOMStringMap} words
 * @returns {Decision}
 */
const dismissalOf = (one, words) => ({
  pair: [one.a_id, one.b_id, one.pooling],
  names: namesOf(one),
  topic: words.language === "en" ? one.pooling_en : one.pooling_fr,
  on: one.decided_on,
});

/**
 * @param {Schemas["GroupWordLine"]} one
 * @param {DOMStringMap} words
 * @returns {Decision}
 */
const wordOf = (one, words) => ({
  pair: [one.a_id, one.b_id, one.said],
  names: namesOf(one),
  topic: words[one.said] || one.said,
  on: one.decided_on,
});

/**
 * @param {Decision} decision
 * @param {DOMStringMap} words
 */
const line = ({ pair, names, topic, on }, words) => {
  const restore = async () => {
    if (await decide(pair, "DELETE")) {
      await show();
      say(words.restored);
    } else say(isOperator() ? words.lost : words.wrong);
  };
  return make(
    "li",
    {},
    make("span", {}, `${names} (${topic}, ${on})`),
    make(
      "button",
      {
        type: "button",
        class: "button button-small",
        "aria-label": `${words.restore} : ${names}`,
        onclick: restore,
      },
      words.restore,
    ),
  );
};

/**
 * What was decided, or null when the secret opens nothing.
 * @param {DOMStringMap} words
 * @returns {Promise<Decision[] | null>}
 */
const askPairs = async (words) => {
  if (!isOperator()) return null;
  try {
    const answer = await askAsOperator(DISMISSALS);
    say(answer.ok ? "" : words.wrong);
    if (answer.ok) {
      const said = await askAsOperator(GROUP_WORDS);
      /** @type {Schemas["DismissalLine"][]} */
      const aside = (await answer.json()).dismissals;
      /** @type {Schemas["GroupWordLine"][]} */
      const told = said.ok ? (await said.json()).group_words : [];
      return [
        ...aside.map((one) => dismissalOf(one, words)),
        ...told.map((one) => wordOf(one, words)),
      ];
    }
    keepSecret("");
  } catch {
    say(words.lost);
  }
  return null;
};

/** Show the room when the secret opens it, else the door. */
const show = async () => {
  const words = the(".operator").dataset;
  const pairs = await askPairs(words);
  const shown = page();
  if (!shown) return;
  the(".operator-door", shown).hidden = pairs !== null;
  the(".operator-room", shown).hidden = pairs === null;
  if (pairs === null) return;
  const lines = pairs.length
    ? pairs.map((pair) => line(pair, words))
    : [make("li", {}, words.none)];
  the(".operator-pairs", shown).replaceChildren(...lines);
};

const leave = () => {
  keepSecret("");
  const input = field(".operator input");
  input.value = "";
  show();
  input.focus();
};

const saveLabels = async () => {
  try {
    const answer = await askAsOperator(`${DISMISSALS}.csv`);
    if (answer.ok) save(await answer.blob(), "paires-ecartees.csv");
    else await show();
  } catch {
    say(the(".operator").dataset.lost);
  }
};

/** @param {SubmitEvent} event */
const enter = async (event) => {
  if (!nearest(event.target, "[data-operator-door]")) return;
  event.preventDefault();
  keepSecret(field("#operator-secret").value);
  await show();
  const next = the(isOperator() ? ".operator-room h3" : ".operator input");
  if (isOperator()) next.tabIndex = -1;
  next.focus();
};

/* The field is made here: what is typed in it never reaches the app's own states. */
const makeField = () => {
  for (const place of all(".operator-secret-place:empty")) {
    place.append(
      make("input", {
        type: "password",
        id: "operator-secret",
        autocomplete: "off",
        required: true,
        "aria-describedby": "operator-kept",
      }),
    );
    show();
  }
};

/** Bring the page to life whenever it is painted. */
export const startOperatorPage = () => {
  document.addEventListener("submit", enter);
  document.addEventListener("click", ({ target }) => {
    if (nearest(target, "[data-operator-leave]")) leave();
    if (nearest(target, "[data-operator-labels]")) saveLabels();
  });
  document.addEventListener("painted", makeField);
};

/* Operator mode: the secret stays in this tab; what it sets aside is set aside for all visitors. */

import { setProps } from "../../base/dash.mjs";
import { make } from "../../base/elements.mjs";
import { keepText, keptItems, keptText } from "../../base/kept.mjs";
import { texts } from "../../base/texts.mjs";
import { offerUndo } from "../../base/undo.mjs";

/** @typedef {string[]} Pair ids of both organisations, then the category, or what is said of their group */

const KEY = "territorial-map.operator";
export const DISMISSALS = "/partnerships/dismissals";
export const GROUP_WORDS = "/partnerships/group-words";
const SAID = ["same_group", "not_same_group"];
const storage = () => window.sessionStorage;
let secret = "";

/**
 * Says whether the two are of one group, rather than that they are not relevant.
 * @param {Pair} pair
 */
export const isGroupWord = (pair) => SAID.includes(pair[2]);

/** A secret was given; the server decides whether it opens anything. */
export const isOperator = () => Boolean(secret);

/**
 * Keep a secret for this tab; empty, forget it.
 * @param {string} value
 */
export const keepSecret = (value) => {
  secret = value;
  keepText(KEY, value, storage);
  mark();
};

/**
 * Ask the API as the operator.
 * @param {string} path
 * @param {string} [method]
 * @param {object | null} [body]
 */
export const askAsOperator = (path, method = "GET", body = null) =>
  fetch(`/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
  });

/* Proposals are made by the server: the same browser store, sent again, brings them anew. */
const refresh = () => setProps("dismissed", { data: keptItems("dismissed") });

/**
 * Change what is kept for all; true when it was. Tells why not.
 * @param {Pair} pair
 * @param {"POST" | "DELETE"} method
 */
export const decide = async (pair, method) => {
  const t = texts();
  const [a_id, b_id, what] = pair;
  try {
    const answer = isGroupWord(pair)
      ? await askAsOperator(GROUP_WORDS, method, { a_id, b_id, said: what })
      : await askAsOperator(DISMISSALS, method, { a_id, b_id, pooling: what });
    if (answer.ok) {
      refresh();
      return true;
    }
    if (answer.status === 403) keepSecret("");
    offerUndo(answer.status === 403 ? t.operatorShut : t.operatorFailed);
  } catch {
    offerUndo(t.operatorFailed);
  }
  return false;
};

/** @param {Pair} pair */
export const dismissForAll = async (pair) => {
  if (!(await decide(pair, "POST"))) return;
  const t = texts();
  const told = isGroupWord(pair) ? t.operatorSaid : t.operatorDismissed;
  offerUndo(told, () => decide(pair, "DELETE"), true);
};

/* On every page, a way to see that the mode is open. */
const mark = () => {
  const link = document.getElementById("operator-mark");
  const words = texts().operator;
  if (!secret || !words) link?.remove();
  else if (!link) {
    const anchor = make("a", { href: "/operateur" }, words);
    document.body.append(
      make("div", { id: "operator-mark", class: "operator-mark", role: "status" }, anchor),
    );
  }
};

/** Take up the secret of this tab, and say so once the page has words for it. */
export const startOperatorMode = () => {
  secret = keptText(KEY, storage) || "";
  new MutationObserver(() => {
    if (document.getElementById("client-texts")) mark();
  }).observe(document.documentElement, { childList: true, subtree: true });
};

/* The dossier of a group as a file: the API writes it, with the proofs and answers of the list. */

import { params } from "../../base/address.mjs";
import { held, problemOf, sent } from "../../base/answers.mjs";
import { fileName } from "../../base/files.mjs";
import { save } from "../../base/leaving.mjs";
import { onPress } from "../../base/press.mjs";
import { language, written } from "../../base/texts.mjs";
import { offerUndo } from "../../base/undo.mjs";
import { groupOf, listInHand } from "./group.mjs";

/** @import { List } from "../lists/model.mjs" */

/**
 * What the API is asked: members, and what the list keeps of them.
 * @param {string[]} ids
 * @param {List | null} list
 * @param {{ complete: boolean, pole: string, lang: string }} about
 */
export const dossierAsked = (ids, list, { complete, pole, lang }) => {
  const members = new Set(ids);
  const lines = (list?.lines || []).filter(({ id }) => members.has(id));
  return {
    ids,
    complete,
    pole,
    lang,
    name: list?.name || "",
    proofs: Object.entries(list?.ptce?.proofs || {}).map(([code, proof]) => ({ code, ...proof })),
    answers: lines.flatMap(({ id, answers = {} }) =>
      Object.entries(answers).map(([category, said]) => ({ id, category, said })),
    ),
  };
};

/** @param {HTMLButtonElement} button */
const take = async (button) => {
  const extension = button.dataset.dossier || "pdf";
  /** @type {PoleWords} */
  const words = written(document.getElementById("pole-words"), "words");
  const list = listInHand();
  const asked = dossierAsked(groupOf(), list, {
    complete: params().get("complet") === "1",
    pole: params().get("from") || "",
    lang: language(),
  });
  button.disabled = true;
  offerUndo(words.making);
  try {
    const answer = await fetch(`/api/v1/ptce-dossier.${extension}`, sent(asked));
    if (!answer.ok) await held(answer);
    save(await answer.blob(), fileName(asked.name || words.dossier, extension));
    offerUndo(words.dossier);
  } catch (error) {
    offerUndo(problemOf(error));
  } finally {
    button.disabled = false;
    button.focus({ preventScroll: true });
  }
};

/** Hear the buttons that take a dossier away. */
export const startTaking = () =>
  onPress([["[data-dossier]", (button) => take(/** @type {HTMLButtonElement} */ (button))]]);

/* A group that starts from a file: read once the visitor chooses it, told all along. */

import { problemOf } from "../../base/answers.mjs";
import { fetched } from "../../base/fetched.mjs";
import { say, texts } from "../../base/texts.mjs";
import { offerUndo } from "../../base/undo.mjs";
import { poleWords } from "./start.mjs";

/**
 * @param {File} file
 * @param {(ids: string[], name: string) => unknown} make the group of those found; falsy if it is not made
 */
const start = async (file, make) => {
  const t = poleWords();
  offerUndo(say(t.fileRead, { name: file.name }));
  const reading = await fetched(import("./file.mjs"));
  if (!reading) return;
  try {
    const { ids, lines } = await reading.membersOfFile(file, (told) => offerUndo(told));
    const made = ids.length && make(ids, file.name);
    offerUndo(say(made ? t.fileFound : t.fileNone, { n: ids.length, lines, name: file.name }));
  } catch (error) {
    offerUndo(problemOf(error, texts().lists.offline));
  }
};

/**
 * What hears of a file that is chosen.
 * @param {(ids: string[], name: string) => unknown} make
 * @returns {(event: Event) => void}
 */
export const takingFiles =
  (make) =>
  ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches("[data-group-file]")) return;
    const [file] = target.files ?? [];
    target.value = "";
    if (file) start(file, make);
  };

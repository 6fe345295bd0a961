/* The name that the next list gets. */

import { say } from "../../base/texts.mjs";
import { allLists } from "./store.mjs";
import { listWords } from "./words.mjs";

export const nextListName = () => {
  const lists = allLists();
  const taken = new Set(lists.map((list) => list.name));
  const { defaultName } = listWords();
  let n = lists.length + 1;
  while (taken.has(say(defaultName, { n }))) n += 1;
  return say(defaultName, { n });
};

/* The leads of a territory are the same for all: what the visitor set aside here is hidden here. */

import { all, find } from "../../base/dom.mjs";
import { keptItems } from "../../base/kept.mjs";
import { isUnsaid } from "./said.mjs";

const kept = keptItems("dismissed");
const hidden = all("[data-ends-a]").filter(({ dataset }) =>
  isUnsaid(
    {
      a: (dataset.endsA ?? "").split("\n"),
      b: (dataset.endsB ?? "").split("\n"),
      pooling: dataset.pooling,
    },
    kept,
  ),
);
const note = find("#own-words");
if (note && hidden.length > 0) {
  for (const line of hidden) line.hidden = true;
  note.hidden = false;
  note.querySelector("button")?.addEventListener("click", () => {
    for (const line of hidden) line.hidden = false;
    note.hidden = true;
    (find("a", hidden[0]) ?? document.body).focus();
  });
}

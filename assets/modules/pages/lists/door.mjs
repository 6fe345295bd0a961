/* What every page has of the lists: their count in the header, buttons that add to them. The
   window that adds and the page « Mes listes » are fetched when they are asked for. */

import { params } from "../../base/address.mjs";
import { here } from "../../base/arrival.mjs";
import { fetched } from "../../base/fetched.mjs";
import { whenThere } from "../../base/focus.mjs";
import { onPress } from "../../base/press.mjs";
import { filtersOf, put } from "../../base/query.mjs";
import { offerUndo } from "../../base/undo.mjs";
import { searchName, startBasket } from "./basket.mjs";
import { onLists, startStore } from "./store.mjs";
import { listWords } from "./words.mjs";

/** @import { Asked } from "./picker.mjs" */

const PATH = "/listes";

/** The selection that the main screen shows, in its order. */
const shownSelection = () => {
  const filters = filtersOf(here().search);
  put(filters, "order", params().get("order"));
  return filters.toString();
};

/** @param {Asked} asked */
const pick = async (asked) => {
  const picker = await fetched(import("./picker.mjs"));
  await picker?.pickList(asked);
};

/** @param {HTMLElement} opener */
const addThese = (opener) => {
  const { addToList = "", name, listName } = opener.dataset;
  return pick({ ids: addToList.split(/\s+/).filter(Boolean), name, listName, opener });
};

/** @param {Event} event */
const pageDrawn = (event) => {
  const page = event instanceof CustomEvent ? event.detail : null;
  if (page?.path !== PATH) return;
  const coming = fetched(import("./page.mjs"));
  whenThere("lists-root", async () => (await coming)?.openLists());
};

/** Keep count, hear buttons, open the page. */
export const startLists = () => {
  startStore();
  startBasket();
  onLists(({ problem }) => {
    if (problem) offerUndo(listWords()[problem] || "");
  });
  onPress([
    ["[data-add-to-list]", addThese],
    [
      "[data-add-selection]",
      (opener) =>
        pick({
          query: opener.dataset.addSelection || shownSelection(),
          listName: searchName(),
          opener,
        }),
    ],
  ]);
  document.addEventListener("page-drawn", pageDrawn);
};

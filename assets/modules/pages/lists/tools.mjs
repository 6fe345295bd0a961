/* Sorting and filtering the lines of a list, and where distances are counted from. */

import { held } from "../../base/answers.mjs";
import { the } from "../../base/dom.mjs";
import { make } from "../../base/elements.mjs";
import { say } from "../../base/texts.mjs";
import { STATUSES } from "./model.mjs";
import { pointOf, SORTS } from "./rows.mjs";
import { pageWords } from "./words.mjs";

/** @import { Schemas } from "../../base/answers.mjs" */
/** @import { Origin, Wanted } from "./rows.mjs" */
/** @typedef {Origin & { context?: string | null }} Found */

/**
 * @param {string} id
 * @param {string} label
 * @param {string[][]} options value and words
 * @param {(value: string) => void} onchange
 */
const choice = (id, label, options, onchange) => {
  /** @type {HTMLSelectElement} */
  const select = make(
    "select",
    { id, onchange: () => onchange(select.value) },
    options.map(([value, words]) => make("option", { value }, words)),
  );
  return make("div", { class: "lists-choice" }, make("label", { for: id }, label), select);
};

/**
 * The communes of a name; none when the server does not answer.
 * @param {string} typed
 * @returns {Promise<Found[]>}
 */
const suggestions = async (typed) => {
  const query = new URLSearchParams({ q: typed, limit: "8" });
  try {
    /** @type {Schemas["Suggestions"]} */
    const { items } = await held(await fetch(`/api/v1/territories?${query}`));
    return items.flatMap(({ level, name, context, lon, lat }) =>
      level === "commune" && lon !== null && lat !== null ? [{ name, context, lon, lat }] : [],
    );
  } catch {
    return [];
  }
};

/** @param {Found} found */
const labelOf = ({ name, context }) => (context ? `${name} — ${context}` : name);

/**
 * The organisations of the list whose name has what was typed.
 * @param {Wanted} wanted
 * @param {string} typed
 * @returns {Found[]}
 */
const ownMatching = (wanted, typed) =>
  [...wanted.facts.values()].flatMap((facts) => {
    const point = pointOf(facts);
    if (!facts || !point || !facts.name.toLowerCase().includes(typed.toLowerCase())) return [];
    return [{ name: facts.name, ...point }];
  });

/**
 * A commune, or an organisation of the list.
 * @param {Wanted} wanted
 * @param {() => void} redraw
 * @param {(words: string) => void} announce
 */
const originBox = (wanted, redraw, announce) => {
  const words = pageWords();
  /** @type {Map<string, Found>} */
  const places = new Map();
  const options = make("datalist", { id: "lists-places" });
  const box = make("input", {
    type: "text",
    id: "lists-origin",
    list: "lists-places",
    autocomplete: "off",
    placeholder: words.originHint,
  });
  const told = make("p", { class: "hint", role: "status" });
  let asked = 0;
  /** @param {Found[]} items */
  const offer = (items) => {
    places.clear();
    for (const item of items) {
      if (!places.has(labelOf(item))) places.set(labelOf(item), item);
    }
    options.replaceChildren(...[...places.keys()].map((value) => make("option", { value })));
  };
  const suggest = async () => {
    const typed = box.value.trim();
    if (typed.length < 2 || places.has(typed)) return;
    asked += 1;
    const turn = asked;
    const found = await suggestions(typed);
    if (turn === asked) offer([...ownMatching(wanted, typed).slice(0, 6), ...found]);
  };
  /** @param {string} typed */
  const chosen = async (typed) =>
    places.get(typed) || ownMatching(wanted, typed)[0] || (await suggestions(typed))[0];
  const settle = async () => {
    const typed = box.value.trim();
    asked += 1;
    const found = typed ? await chosen(typed) : undefined;
    wanted.origin = found || null;
    if (found) box.value = labelOf(found);
    const nowhere = typed ? words.originUnknown : "";
    told.textContent = found ? say(words.originIs, { name: found.name }) : nowhere;
    redraw();
    announce(told.textContent);
  };
  box.addEventListener("input", suggest);
  box.addEventListener("change", settle);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") settle();
  });
  const label = make("label", { for: "lists-origin" }, words.origin);
  return make("div", { class: "lists-choice lists-origin" }, label, box, options, told);
};

/**
 * The row of tools of a list; they change what is `wanted`, then call `redraw`.
 * @param {Wanted} wanted
 * @param {() => void} redraw
 * @param {(words: string) => void} announce
 */
export const listTools = (wanted, redraw, announce) => {
  const words = pageWords();
  const sorts = SORTS.map((code) => [code, words.sorts[code]]);
  const statuses = [
    ["all", words.allStatuses],
    ...STATUSES.map((code) => [code, words.statuses[code]]),
    ["none", words.noStatus],
  ];
  const sort = choice("lists-sort", words.sort, sorts, (value) => {
    wanted.sort = SORTS.find((one) => one === value) || "mine";
    redraw();
    if (value === "distance" && !wanted.origin) {
      announce(words.originNeeded);
      the("#lists-origin").focus();
    }
  });
  const status = choice("lists-status", words.filter, statuses, (value) => {
    wanted.status = value;
    redraw();
  });
  const origin = originBox(wanted, redraw, announce);
  return make("div", { class: "lists-tools" }, sort, status, origin);
};

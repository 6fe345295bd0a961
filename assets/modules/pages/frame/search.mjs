/* The search box of every page as a combobox: the server says what the words may mean, arrows move
   the highlight, Enter takes exactly what is highlighted, Escape folds the list. */

import { wasStopped } from "../../base/answers.mjs";
import { all, find } from "../../base/dom.mjs";
import { BOX, setOpener } from "../../base/focus.mjs";
import { put } from "../../base/query.mjs";

/**
 * Where the box is: how an address of ours is opened, the query of the list on screen (null on
 * other pages), and what typing does there.
 * @typedef {{ open: (address: string) => unknown, list: () => string | null, type?: (text: string) => unknown }} Place
 */

const AROUND = ".search-what";
const MEANT = "search-meant";
const OPTIONS = "search-options";
const WAIT_MS = 250;
/** A question of one or two letters has no answer. */
const LEAST = 3;

/** @type {Place} */
let place = { open: () => null, list: () => null };
/** @type {AbortController | null} */
let asking = null;
/** @type {number | undefined} */
let waiting;

/**
 * The option that a key leads to, out of several; -1 for none.
 * @param {string} key
 * @param {number} here
 * @param {number} count
 */
export const optionAfter = (key, here, count) => {
  if (!count) return -1;
  if (key === "ArrowDown") return (here + 1) % count;
  if (key === "ArrowUp") return here <= 0 ? count - 1 : here - 1;
  return here;
};

/** @param {string} typed */
export const tidy = (typed) => typed.trim().replace(/\s+/g, " ");

/**
 * The address of a question: within the filters of the list on screen, or on its own.
 * @param {string | null} list the query of that list
 * @param {string} typed
 * @param {string} lang
 */
export const questionOf = (list, typed, lang) => {
  const wanted = new URLSearchParams(list || "");
  for (const name of ["shown", "organisation", "noticed"]) wanted.delete(name);
  put(wanted, "q", tidy(typed));
  put(wanted, "lang", lang === "fr" ? null : lang);
  return wanted.toString();
};

const box = () => {
  const found = document.getElementById(BOX);
  return found instanceof HTMLInputElement ? found : null;
};

const typed = () => tidy(box()?.value || "");
const options = () => all(`${AROUND} [role="option"]`);
const question = () => questionOf(place.list(), typed(), document.documentElement.lang || "fr");

/** Whether the options are those of what is typed now: an answer may be on its way. */
const inStep = () => document.getElementById(OPTIONS)?.dataset.for === typed();

const isOpen = () => {
  const around = find(AROUND);
  const inside = around?.contains(document.activeElement);
  return Boolean(inside && !around?.dataset.folded && options().length);
};

/** @param {number} number */
const highlight = (number) => {
  const found = options();
  for (const [at, option] of found.entries()) {
    option.setAttribute("aria-selected", String(at === number));
  }
  const chosen = found[number];
  chosen?.scrollIntoView({ block: "nearest" });
  if (chosen) box()?.setAttribute("aria-activedescendant", chosen.id);
  else box()?.removeAttribute("aria-activedescendant");
};

const highlighted = () =>
  options().findIndex((option) => option.getAttribute("aria-selected") === "true");

/** How many there are, said once for each list. */
const count = () => {
  const live = document.getElementById("search-count");
  const words = isOpen() ? document.getElementById(OPTIONS)?.dataset.told || "" : "";
  if (live && live.textContent !== words) live.textContent = words;
};

/** Say whether the list is open; the question itself is highlighted first. */
const tell = () => {
  const input = box();
  if (!input) return;
  const shown = isOpen();
  input.setAttribute("aria-expanded", String(shown));
  if (shown) input.setAttribute("aria-controls", OPTIONS);
  else input.removeAttribute("aria-controls");
  if (!shown) input.removeAttribute("aria-activedescendant");
  else highlight(Math.max(0, highlighted()));
  count();
};

/** @param {boolean} folded */
const fold = (folded) => {
  const around = find(AROUND);
  if (!around) return;
  if (folded) around.dataset.folded = "1";
  else delete around.dataset.folded;
  tell();
};

/** Ask what the words may mean; an answer that comes after another question is left. */
const suggest = async () => {
  const holder = document.getElementById(MEANT);
  if (!holder || inStep()) return;
  asking?.abort();
  asking = new AbortController();
  if (typed().length < LEAST) {
    holder.replaceChildren();
    tell();
    return;
  }
  try {
    const answer = await fetch(`/propositions?${question()}`, { signal: asking.signal });
    holder.innerHTML = answer.ok ? await answer.text() : "";
    tell();
  } catch (error) {
    if (!wasStopped(error)) holder.replaceChildren();
  }
};

/** @param {Element | undefined} option */
const take = (option) => {
  if (!(option instanceof HTMLElement)) return;
  fold(true);
  setOpener(box());
  const { go: address = "", leaves } = option.dataset;
  if (leaves) window.location.assign(address);
  else place.open(address);
};

/** What is typed, as it stands. */
const ask = () => {
  window.clearTimeout(waiting);
  waiting = undefined;
  fold(true);
  place.open(`/?${question()}`);
};

/**
 * Delete takes off the part of the question, or the filter, that has the focus; it goes on to the
 * next one, or back to the box.
 * @param {KeyboardEvent} event
 * @param {Element} target
 */
const onChip = (event, target) => {
  const chip = target.closest("a.chip");
  if (!(chip instanceof HTMLElement) || !["Delete", "Backspace"].includes(event.key)) return;
  event.preventDefault();
  const next = chip.closest("li")?.nextElementSibling?.querySelector("a.chip");
  chip.click();
  if (next instanceof HTMLElement) next.focus();
  else box()?.focus();
};

/** @param {KeyboardEvent} event */
const onKey = (event) => {
  const { target, key } = event;
  if (!(target instanceof Element)) return;
  if (target.id !== BOX) {
    onChip(event, target);
    if (key === "Escape" && target.closest(AROUND)) {
      event.preventDefault();
      box()?.focus();
      fold(true);
    }
    return;
  }
  if (key === "ArrowDown" || key === "ArrowUp") {
    event.preventDefault();
    if (!isOpen()) fold(false);
    else highlight(optionAfter(key, highlighted(), options().length));
  } else if (key === "Enter" && isOpen() && inStep()) {
    event.preventDefault();
    take(options()[Math.max(0, highlighted())]);
  } else if (key === "Escape" && isOpen()) {
    event.preventDefault();
    fold(true);
  }
};

/** @param {Event} event */
const optionOf = ({ target }) =>
  (target instanceof Element && target.closest('[role="option"][data-go]')) || undefined;

/**
 * The keyboard stays in the box while the mouse is down: the list is there as long as it does.
 * @param {MouseEvent} event
 */
const onMouseDown = (event) => {
  if (optionOf(event)) event.preventDefault();
};

/** @param {Event} event */
const onPress = (event) => take(optionOf(event));

/** @param {Event} event */
const onSubmit = (event) => {
  if (!(event.target instanceof Element) || !event.target.matches(AROUND)) return;
  event.preventDefault();
  ask();
};

const onInput = () => {
  fold(false);
  window.clearTimeout(waiting);
  waiting = window.setTimeout(() => {
    waiting = undefined;
    place.type?.(typed());
    suggest();
  }, WAIT_MS);
};

/** The box is a combobox once there is a script to make it one; it says what the list asks. */
const settle = () => {
  const input = box();
  if (!input) return;
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  tell();
  const list = place.list();
  const asked = list === null ? "" : new URLSearchParams(list).get("q") || "";
  /* What is being typed is not in the address yet. */
  if (list !== null && waiting === undefined && tidy(input.value) !== asked) input.value = asked;
};

/**
 * Listen from the start.
 * @param {Place} where
 */
export const startSearch = (where) => {
  place = where;
  document.addEventListener("keydown", onKey);
  document.addEventListener("mousedown", onMouseDown);
  document.addEventListener("click", onPress);
  document.addEventListener("submit", onSubmit);
  document.addEventListener("input", ({ target }) => {
    if (target === box()) onInput();
  });
  document.addEventListener("focusin", ({ target }) => {
    if (target === box()) suggest();
    tell();
  });
  document.addEventListener("focusout", () => window.setTimeout(tell));
  document.addEventListener("painted", settle);
  window.addEventListener("popstate", settle);
  settle();
};

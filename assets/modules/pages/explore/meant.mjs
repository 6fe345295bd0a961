/* The search box as a combobox: arrows move the highlight over what its words may mean, Enter takes
   exactly what is highlighted, Escape folds the list, which lies over the page. */

import { filter, open } from "../../base/address.mjs";
import { all, find } from "../../base/dom.mjs";
import { put } from "../../base/query.mjs";

const BOX = "search-text";
const AROUND = ".search-what";

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

const box = () => {
  const found = document.getElementById(BOX);
  return found instanceof HTMLInputElement ? found : null;
};

const options = () => all(`${AROUND} [role="option"]`);

/** Whether the options are those of what is typed now: an answer may be on its way. */
const inStep = () => {
  const list = find(`${AROUND} [role="listbox"]`);
  return Boolean(list) && list?.dataset.for === (box()?.value || "").trim().replace(/\s+/g, " ");
};

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

/** Say whether the list is open; the question itself is highlighted first. */
const tell = () => {
  const input = box();
  if (!input) return;
  const shown = isOpen();
  input.setAttribute("aria-expanded", String(shown));
  if (!shown) input.removeAttribute("aria-activedescendant");
  else if (highlighted() < 0) highlight(0);
  else highlight(highlighted());
};

/** @param {boolean} folded */
const fold = (folded) => {
  const around = find(AROUND);
  if (!around) return;
  if (folded) around.dataset.folded = "1";
  else delete around.dataset.folded;
  tell();
};

/** @param {Element | undefined} option */
const take = (option) => {
  if (!(option instanceof HTMLElement)) return;
  fold(true);
  open(option.dataset.go || "");
};

/** Enter before the answer came asks for what is typed. */
const ask = () => {
  const typed = (box()?.value || "").trim();
  fold(true);
  filter((wanted) => put(wanted, "q", typed));
};

/** @param {KeyboardEvent} event */
const onKey = (event) => {
  if (!(event.target instanceof HTMLElement) || event.target.id !== BOX) {
    if (event.key === "Escape" && event.target instanceof Element && event.target.closest(AROUND)) {
      event.preventDefault();
      box()?.focus();
      fold(true);
    }
    return;
  }
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (!isOpen()) fold(false);
    else highlight(optionAfter(event.key, highlighted(), options().length));
  } else if (event.key === "Enter") {
    event.preventDefault();
    if (isOpen() && inStep()) take(options()[Math.max(0, highlighted())]);
    else ask();
  } else if (event.key === "Escape" && isOpen()) {
    event.preventDefault();
    fold(true);
  }
};

/** @param {Event} event */
const onPress = (event) => {
  const option =
    event.target instanceof Element && event.target.closest('[role="option"][data-go]');
  if (option) take(option);
};

/** Listen from the start; the list is painted by the server's answers. */
export const startMeant = () => {
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onPress);
  document.addEventListener("input", ({ target }) => {
    if (target === box()) fold(false);
  });
  document.addEventListener("focusin", tell);
  document.addEventListener("focusout", () => window.setTimeout(tell));
  new MutationObserver((changes) => {
    if (changes.some(({ target }) => target instanceof Element && target.closest(AROUND))) tell();
  }).observe(document.body, { childList: true, subtree: true });
};

/* The window that makes the link of a list, and says what is in it. */

import { pagePath } from "../../base/address.mjs";
import { closeButton, make, makeDialog, warning } from "../../base/elements.mjs";
import { say } from "../../base/texts.mjs";
import { canCompress, fragmentOf, LONG } from "./codec.mjs";
import { saveAsJson } from "./files.mjs";
import { listWords, pageWords } from "./words.mjs";

/** @import { List } from "./model.mjs" */

/** @param {HTMLInputElement} link @param {HTMLElement} button */
const copy = async (link, button) => {
  const words = pageWords();
  try {
    await navigator.clipboard.writeText(link.value);
    button.textContent = words.linkCopied;
  } catch {
    /* Without the right to the clipboard, the address is selected, to copy by hand. */
    link.focus();
    link.select();
    button.textContent = words.linkByHand;
  }
};

/** @param {string} href @param {List} list */
const remarks = (href, list) => {
  const words = pageWords();
  /** @param {string} text */
  const hint = (text) => make("p", { class: "hint" }, text);
  const told = [hint(say(words.linkLength, { n: href.length }))];
  if (!canCompress()) told.push(hint(words.linkPlain));
  if (href.length <= LONG) return told;
  const saving = make(
    "button",
    {
      type: "button",
      class: "button button-small",
      onclick: () => saveAsJson([list], list.name),
    },
    words.saveJson,
  );
  return [...told, warning(make("div", {}, make("p", {}, words.linkLong), saving))];
};

/** @param {string} name */
const dialogOf = (name) => {
  const element = makeDialog("list-share-title");
  const title = make("h2", { id: "list-share-title" }, pageWords().share);
  const closing = closeButton(listWords().close, () => element.close());
  const back = document.activeElement;
  element.append(
    make("div", { class: "picker-heading" }, title, closing),
    make("p", { class: "picker-about share-about" }, name),
  );
  element.addEventListener("close", () => {
    element.remove();
    if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
  });
  return element;
};

/**
 * Open the window for a list; the link is made anew when notes come in or out.
 * @param {List} list
 */
export const shareList = (list) => {
  const words = pageWords();
  const element = dialogOf(list.name);
  const notes = make("input", { type: "checkbox", id: "share-notes" });
  const link = make("input", {
    type: "text",
    readonly: true,
    id: "share-link",
    class: "share-link",
  });
  /** @type {HTMLButtonElement} */
  const button = make(
    "button",
    { type: "button", class: "button button-strong", onclick: () => copy(link, button) },
    words.copyLink,
  );
  const about = make("div", { class: "share-remarks", role: "status" });
  const refresh = async () => {
    const fragment = await fragmentOf(list, { notes: notes.checked });
    link.value = window.location.origin + pagePath("/listes") + fragment;
    button.textContent = words.copyLink;
    about.replaceChildren(...remarks(link.value, list));
  };
  notes.addEventListener("change", refresh);
  link.addEventListener("focus", () => link.select());
  element.append(
    make(
      "div",
      { class: "picker-content" },
      make("p", {}, words.shareAbout),
      make("label", { class: "share-notes" }, notes, make("span", {}, words.withNotes)),
      make(
        "div",
        { class: "picker-new" },
        make("label", { for: "share-link" }, words.link),
        make("div", { class: "picker-row" }, link, button),
      ),
      about,
    ),
  );
  document.body.append(element);
  element.showModal();
  return refresh();
};

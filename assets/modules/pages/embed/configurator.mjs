/* The page that makes a snippet: each choice redraws code and preview, in place. */

import { wasStopped } from "../../base/answers.mjs";
import { all, field, find, nearest, the } from "../../base/dom.mjs";
import { copyAddress } from "../../base/leaving.mjs";
import { addressOf, documentAt, replaceParts } from "./answers.mjs";

const FORM = ".integrer-form";
const HIDDEN = `${FORM} input[type="hidden"]`;
/** @type {AbortController | null} */
let running = null;

const form = () => /** @type {HTMLFormElement} */ (the(FORM));

const showCopy = () => {
  const button = find(".copy-code");
  if (button && navigator.clipboard) button.hidden = false;
};

/**
 * A place that was typed became filters that the form carries along.
 * @param {Document} next
 */
const keepPlace = (next) => {
  for (const old of all(HIDDEN)) old.remove();
  form().prepend(...all(HIDDEN, next));
  if (!next.querySelector("#integrer-result [role=alert]")) field('[name="ou"]', form()).value = "";
};

const refresh = async () => {
  const address = addressOf(form());
  running?.abort();
  running = new AbortController();
  try {
    const { next } = await documentAt(address, running.signal);
    if (next.documentElement.lang !== document.documentElement.lang) {
      window.location.assign(address);
      return;
    }
    replaceParts(next, ["#integrer-result", "#integrer-now"]);
    keepPlace(next);
    window.history.replaceState(null, "", address);
    showCopy();
  } catch (error) {
    if (!wasStopped(error)) form().submit();
  }
};

/** @param {MouseEvent} event */
const copyCode = ({ target }) => {
  const button = nearest(target, ".copy-code");
  if (!button) return;
  const code = /** @type {HTMLTextAreaElement} */ (the("#integrer-code"));
  copyAddress(button, code.value, () => {
    code.focus();
    code.select();
  });
};

form().addEventListener("change", refresh);
form().addEventListener("submit", (event) => {
  event.preventDefault();
  refresh();
});
document.addEventListener("click", copyCode);
showCopy();

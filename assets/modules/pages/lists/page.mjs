/* The page « Mes listes »: which screen its fragment asks for, and keeping it in step. */

import { all, nearest } from "../../base/dom.mjs";
import { icon, make } from "../../base/elements.mjs";
import { say } from "../../base/texts.mjs";
import { undoButtons } from "./actions.mjs";
import { allScreen } from "./all.mjs";
import { useList } from "./basket.mjs";
import { LinkError, listOfFragment, PREFIX } from "./codec.mjs";
import { oneScreen } from "./one.mjs";
import { listOf, onLists, redoStep, undoStep } from "./store.mjs";
import { pageWords } from "./words.mjs";

/** @import { Child } from "../../base/elements.mjs" */
/** @import { Screen } from "./screen.mjs" */
/** @typedef {Screen & { hash: string, nested: boolean, missing?: string }} Shown `missing`: the id of a list that is not here */

const PATH = "/listes";
/** @type {Shown | null} */
let screen = null;
/** @type {{ refresh(): void } | null} */
let undoing = null;
let turn = 0;

const root = () =>
  window.location.pathname === PATH ? document.getElementById("lists-root") : null;

/** @param {string} words */
const announce = (words) => {
  const live = document.getElementById("lists-live");
  /* Said again even when the words are the same. */
  if (live) live.textContent = live.textContent === words ? `${words}\u00a0` : words;
};

/**
 * The id of the list that a fragment names.
 * @param {string} hash
 */
const idOf = (hash) => /^#liste=([\w-]{1,64})$/.exec(hash)?.[1] || null;

const back = () =>
  make(
    "p",
    { class: "lists-back" },
    make("a", { href: "#" }, icon("arrow-left"), pageWords().backToAll),
  );

/**
 * A screen that says one thing.
 * @param {string} title
 * @param {...Child} words
 * @returns {Screen}
 */
const sentence = (title, ...words) => ({
  element: make(
    "div",
    { class: "empty" },
    make("h2", { id: "list-name", tabindex: "-1" }, title),
    make("p", {}, ...words),
  ),
  update: () => {},
  printed: () => null,
});

/**
 * The list of a link, to read.
 * @param {string} hash
 * @returns {Promise<Screen>}
 */
const shared = async (hash) => {
  const words = pageWords();
  try {
    const list = await listOfFragment(hash);
    list.name = list.name || words.sharedName;
    const one = oneScreen(list, { own: false, announce });
    one.element.prepend(
      make(
        "div",
        { class: "callout lists-shared" },
        icon("info"),
        make(
          "div",
          {},
          make("p", {}, make("strong", {}, words.sharedTitle)),
          make("p", {}, words.sharedAbout),
        ),
      ),
    );
    return { ...one, update: () => {} };
  } catch (error) {
    const why = error instanceof LinkError ? error.sentence : "linkBroken";
    return sentence(words.linkTrouble, words[why]);
  }
};

/**
 * @param {string} hash
 * @returns {Promise<Shown>}
 */
const screenOf = async (hash) => {
  const words = pageWords();
  if (hash.startsWith(PREFIX)) return { ...(await shared(hash)), hash, nested: true };
  const id = idOf(hash);
  if (!id) return { ...allScreen(announce), hash, nested: false };
  const list = listOf(id);
  if (!list) {
    return { ...sentence(words.missing, words.missingAbout), hash, missing: id, nested: true };
  }
  useList(id);
  const one = oneScreen(list, { own: true, announce });
  const update = () => {
    const now = listOf(id);
    if (now) one.update(now);
    else show();
  };
  return { ...one, update, hash, nested: true };
};

/** Draw the screen that the fragment asks for. */
const show = async () => {
  if (!root()) return;
  turn += 1;
  const mine = turn;
  const moved = screen !== null;
  const next = await screenOf(window.location.hash);
  const place = root();
  if (mine !== turn || !place) return;
  screen = next;
  const buttons = undoButtons(announce);
  undoing = buttons;
  const bar = make("div", { class: "lists-bar" }, next.nested ? back() : null, buttons.element);
  place.replaceChildren(bar, next.element);
  if (!moved) return;
  document.getElementById("list-name")?.focus({ preventScroll: true });
  window.scrollTo(0, 0);
};

const refresh = () => {
  if (!root() || !screen) return;
  if (screen.missing && listOf(screen.missing)) {
    show();
    return;
  }
  screen.update();
  undoing?.refresh();
};

/**
 * Undo and redo by the usual keys, but for what is being typed, which the browser undoes.
 * @param {KeyboardEvent} event
 */
const pressKey = (event) => {
  if (!root() || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  if (nearest(event.target, "textarea, input[type='text']")) return;
  event.preventDefault();
  const forward = key === "y" || event.shiftKey;
  const words = pageWords();
  const step = forward ? redoStep() : undoStep();
  if (step) announce(say(forward ? words.redone : words.undone, { step: step.words }));
  else announce(forward ? words.nothingToRedo : words.nothingToUndo);
};

/**
 * A link to all lists, from one of them: the address differs by its fragment alone.
 * @param {MouseEvent} event
 */
const pressLink = ({ target }) => {
  const link = nearest(target, "a[data-nav]");
  if (link instanceof HTMLAnchorElement && root() && link.pathname === PATH) {
    if (window.location.hash) window.location.hash = link.hash;
  }
};

const listen = () => {
  onLists(({ problem }) => {
    if (!problem) refresh();
  });
  window.addEventListener("hashchange", () => {
    if (root() && screen && screen.hash !== window.location.hash) show();
  });
  document.addEventListener("click", pressLink);
  document.addEventListener("keydown", pressKey);
  window.addEventListener("beforeprint", () => {
    const place = root();
    const printed = place && screen?.printed();
    if (printed) place.append(printed);
  });
  window.addEventListener("afterprint", () => {
    for (const element of all(".lists-print")) element.remove();
  });
};

let listening = false;
/** The place of the page was drawn: the screen that its fragment asks for. */
export const openLists = () => {
  if (!listening) listen();
  listening = true;
  screen = null;
  return show();
};

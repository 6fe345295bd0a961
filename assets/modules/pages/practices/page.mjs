/* Practices: search, places, the profile's answers in the address, paper. */

import { filter, go, goWith, params } from "../../base/address.mjs";
import { here } from "../../base/arrival.mjs";
import { clearBox, noUpdate } from "../../base/dash.mjs";
import { all } from "../../base/dom.mjs";
import { onPress } from "../../base/press.mjs";
import { put, putAll } from "../../base/query.mjs";
import { answersOf, putAnswers, QUESTIONS } from "./answers.mjs";

/** @import { Answer } from "./answers.mjs" */
/** @typedef {{ path: string, search: string } | null} Shown */

const BROWSE = "/pratiques";
const PROFILE = "/quelles-pratiques";
const REPLACING = { replace: true };

/** @param {string} path */
const at = (path) => here().path === path;

/** @param {string | null} value */
export const typePractice = (value) => {
  const typed = (value || "").trim();
  if (!at(BROWSE) || typed === (params().get("q") || "")) return;
  goWith((wanted) => put(wanted, "q", typed), REPLACING);
};

/** @param {Shown} shown */
export const fillPractice = (shown) => {
  if (shown?.path !== BROWSE) return noUpdate();
  const text = new URLSearchParams(shown.search).get("q") || "";
  const box = document.getElementById("practices-text");
  if (!(box instanceof HTMLInputElement)) return text;
  /* What is being typed is newer than the address. */
  const typing = box === document.activeElement && box.value.trim() !== text && text;
  return typing ? noUpdate() : text;
};

/** @param {string | null} value */
export const pickPracticePlace = (value) => {
  if (!value) return;
  const [, code, point] = value.split(":");
  if (point) {
    goWith((wanted) => {
      wanted.set("near", point);
      wanted.set("place", `commune:${code}`);
      if (!wanted.has("radius_km")) wanted.set("radius_km", "30");
    });
  }
  clearBox("practice-place");
};

/** @param {string | null} value */
export const pickProfilePlace = (value) => {
  if (!value) return;
  goWith((wanted) => wanted.set("commune", value.split(":")[1]), REPLACING);
  clearBox("profile-commune");
};

/**
 * Address → the form's answers; what is ticked is seen.
 * @param {Shown} shown
 */
export const fillProfile = (shown) => {
  if (shown?.path !== PROFILE) return QUESTIONS.map(noUpdate);
  const asked = new URLSearchParams(shown.search);
  for (const group of all(".profile-group[data-key]")) {
    if (asked.has(group.dataset.key || "")) group.setAttribute("open", "");
  }
  return answersOf(asked);
};

/**
 * The form's answers → address.
 * @param {...Answer} answers
 */
export const tellProfile = (...answers) => {
  if (!at(PROFILE)) return;
  const wanted = params();
  const before = wanted.toString();
  putAnswers(wanted, answers);
  if (wanted.toString() !== before) go(wanted, REPLACING);
};

/** @param {HTMLElement} button */
const forget = ({ dataset }) => {
  goWith((wanted) => wanted.delete(dataset.forget || ""), REPLACING);
  document.getElementById("profile-commune")?.focus();
};

/** @param {HTMLElement} role */
const chooseRole = ({ dataset }) =>
  filter((wanted) => {
    const kept = wanted.getAll("practice").filter((value) => value !== dataset.practiceOf);
    putAll(wanted, "practice", [...kept, dataset.practiceAs || ""]);
  });

/* On paper nothing is a click away. */
/** @type {HTMLElement[]} */
let unfolded = [];
const unfold = () => {
  unfolded = all(".practices-answer details:not([open]):not(.is-weak)");
  for (const details of unfolded) details.setAttribute("open", "");
};
const fold = () => {
  for (const details of unfolded) details.removeAttribute("open");
};

/** Hear the page's buttons, and paper. */
export const startPractices = () => {
  onPress([
    ["[data-forget]", forget],
    ["[data-practice-as]", chooseRole],
  ]);
  /* Every answer is in the address at once: Enter has nothing to send. */
  document.addEventListener("submit", (event) => {
    if (event.target instanceof Element && event.target.matches("[data-live-form]")) {
      event.preventDefault();
    }
  });
  window.addEventListener("beforeprint", unfold);
  window.addEventListener("afterprint", fold);
};

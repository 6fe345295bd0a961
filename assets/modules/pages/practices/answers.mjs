/* The answers of « Quelles pratiques ? », between the form and the address. Pure functions. */

import { putAll } from "../../base/query.mjs";

/** The questions, in the form's order; the first ones take one answer. */
export const QUESTIONS = [
  "kind",
  "legal_form",
  "size_band",
  "scope",
  "devices",
  "place_types",
  "sectors",
  "audiences",
  "traits",
];
const SINGLE = 4;
/** Only links carry it: the question was asked and nothing fits. */
const NONE = "none";

/** @typedef {string | string[] | null | undefined} Answer */

/**
 * Address → the form's answers.
 * @param {URLSearchParams} params
 * @returns {Answer[]}
 */
export const answersOf = (params) =>
  QUESTIONS.map((key, rank) =>
    rank < SINGLE ? params.get(key) : params.getAll(key).filter((value) => value !== NONE),
  );

/**
 * The form's answers → address; « none » stays until the question is answered.
 * @param {URLSearchParams} params
 * @param {Answer[]} answers
 */
export const putAnswers = (params, answers) => {
  QUESTIONS.forEach((key, rank) => {
    const values = [answers[rank]].flat().filter((value) => typeof value === "string");
    const kept = values.filter(Boolean);
    if (!kept.length && params.get(key) === NONE) return;
    const now = params.getAll(key);
    if (now.length === kept.length && now.every((value) => kept.includes(value))) return;
    putAll(params, key, kept);
  });
};

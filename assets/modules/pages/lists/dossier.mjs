/* What a list keeps of a group examined as a PTCE: proofs gathered, and what members answered.
   Pure functions. */

/** @typedef {"brings" | "seeks" | "both" | "neither"} Answer */
/** @typedef {{ done: boolean, note: string }} Proof */
/** @typedef {{ complete: boolean, proofs: Record<string, Proof> }} Dossier */

/** @type {Answer[]} */
export const ANSWERS = ["brings", "seeks", "both", "neither"];
const CODE = /^[a-z0-9_]{1,60}$/;
const MOST = 60;
export const MOST_NOTE = 2000;

/**
 * The entries of a value of whatever shape whose names are codes of ours.
 * @param {unknown} value
 * @returns {[string, any][]}
 */
const coded = (value) =>
  value && typeof value === "object" && !Array.isArray(value)
    ? Object.entries(value)
        .filter(([code]) => CODE.test(code))
        .slice(0, MOST)
    : [];

/**
 * What a member answered, by category; undefined when it is nothing.
 * @param {unknown} value
 * @returns {Record<string, Answer> | undefined}
 */
export const cleanAnswers = (value) => {
  const kept = coded(value).filter(([, answer]) => ANSWERS.includes(answer));
  return kept.length ? Object.fromEntries(kept) : undefined;
};

/**
 * @param {any} proof
 * @returns {Proof}
 */
const cleanProof = (proof) => ({
  done: proof?.done === true,
  note: typeof proof?.note === "string" ? proof.note.slice(0, MOST_NOTE) : "",
});

/**
 * The proofs of a group, by clause; undefined when there is nothing to keep.
 * @param {any} value
 * @returns {Dossier | undefined}
 */
export const cleanDossier = (value) => {
  const proofs = coded(value?.proofs)
    .map(([code, proof]) => /** @type {[string, Proof]} */ ([code, cleanProof(proof)]))
    .filter(([, { done, note }]) => done || note);
  const complete = value?.complete === true;
  return complete || proofs.length ? { complete, proofs: Object.fromEntries(proofs) } : undefined;
};

/**
 * The same with one proof changed.
 * @param {Dossier | undefined} dossier
 * @param {string} code
 * @param {Partial<Proof>} change
 */
export const withProof = (dossier, code, change) => {
  const proofs = dossier?.proofs || {};
  const proof = { ...cleanProof(proofs[code]), ...change };
  return cleanDossier({ ...dossier, proofs: { ...proofs, [code]: proof } });
};

/**
 * The same, said to be complete or not: every member is there.
 * @param {Dossier | undefined} dossier
 * @param {boolean} complete
 */
export const saidComplete = (dossier, complete) => cleanDossier({ ...dossier, complete });

/**
 * The answers of a member with one changed; without an answer it is forgotten.
 * @param {Record<string, Answer> | undefined} answers
 * @param {string} category
 * @param {string} answer
 */
export const withAnswer = (answers, category, answer) =>
  cleanAnswers({ ...answers, [category]: answer });

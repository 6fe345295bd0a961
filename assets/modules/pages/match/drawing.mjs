/* One row of a matched list with its candidates, and what the directory adds to the list. */

import { pagePath } from "../../base/address.mjs";
import { icon, make } from "../../base/elements.mjs";
import { language, rules, say } from "../../base/texts.mjs";
import { distanceInWords } from "../../base/writing.mjs";
import { candidateOf, reasonOf, verdictOf } from "./rows.mjs";

/** @import { Schemas } from "../../base/answers.mjs" */
/** @import { Candidate, Matched } from "./rows.mjs" */
/** @typedef {(row: Matched, choice: string | null | undefined, focus: string) => void} Decide */
/** @typedef {Schemas["Named"]} Named */
/** @typedef {Schemas["LeadOfList"]} Pairing */
/** @typedef {Schemas["ListAdditions"]} Adds */

const TONES = { found: "strong", ambiguous: "warn", unknown: "quiet" };

/** @param {Named} one */
const sheet = ({ id, name }) => {
  const lang = language() === "fr" ? "" : `&lang=${language()}`;
  const href = `/?organisation=${encodeURIComponent(id)}${lang}`;
  return make("a", { href, target: "_blank", rel: "noopener" }, name);
};

/** @param {string} words */
const hint = (words) => make("span", { class: "hint" }, words);

/**
 * A candidate: the line that every list shows, once the server told it, and how sure it is.
 * @param {Candidate} one
 * @param {MatchWords} words
 */
const facts = (one, words) => [
  make("div", { class: "match-line", "data-line-of": one.id }, make("strong", {}, sheet(one))),
  hint(
    [one.siret && `SIRET\u00a0${one.siret}`, words.likelihoods[one.likelihood]]
      .filter(Boolean)
      .join(" · "),
  ),
];

/** @param {string} label @param {() => void} onclick @param {string} [name] */
const small = (label, onclick, name) =>
  make(
    "button",
    { type: "button", class: "button button-small", onclick },
    label,
    name ? make("span", { class: "visually-hidden" }, `\u00a0: ${name}`) : null,
  );

/** @param {Matched} row @param {MatchWords} words @param {(choice: string | null) => void} choose */
const candidates = (row, words, choose) =>
  make(
    "div",
    {},
    make(
      "ul",
      { class: "match-candidates", "aria-label": words.candidates },
      row.candidates.map((one) =>
        make(
          "li",
          { class: "match-candidate" },
          facts(one, words),
          small(words.choose, () => choose(one.id), one.name),
        ),
      ),
    ),
    small(words.none, () => choose(null)),
  );

/** The communes that a town may mean: one may be said. @param {Matched} row @param {MatchWords} words @param {(line: number, code: string) => void} choose */
const communes = (row, words, choose) => {
  if (!row.communes.length) return null;
  const id = `match-commune-${row.line}`;
  /** @type {HTMLSelectElement} */
  const select = make(
    "select",
    { id, onchange: () => select.value && choose(row.line, select.value) },
    make("option", { value: "" }, words.notChosen),
    ...row.communes.map(({ code, name, department }) =>
      make("option", { value: code }, `${name} (${department})`),
    ),
  );
  return make(
    "div",
    { class: "match-field match-communes" },
    make("label", { for: id }, words.whichCommune),
    select,
  );
};

/** @param {Matched} row @param {MatchWords} words @param {(choice: null | undefined) => void} choose */
const settled = (row, words, choose) => {
  const own = candidateOf(row);
  const chosen = row.choice !== undefined;
  const label = chosen ? words.reconsider : words.notThis;
  return make(
    "div",
    { class: "match-own" },
    own ? facts(own, words) : null,
    chosen || own ? small(label, () => choose(chosen ? undefined : null)) : null,
  );
};

/**
 * A row: what the file says on one side, what the directory says on the other.
 * @param {Matched} row
 * @param {MatchWords} words
 * @param {Decide} decide
 * @param {(line: number, code: string) => void} chooseCommune
 */
export const rowElement = (row, words, decide, chooseCommune) => {
  const verdict = verdictOf(row);
  const id = `match-row-${row.line}`;
  /** @param {string | null | undefined} choice */
  const choose = (choice) => decide(row, choice, id);
  const open = verdict === "ambiguous" && row.candidates.length > 0;
  const badge = make("span", { class: `badge badge-${TONES[verdict]}` }, words.verdicts[verdict]);
  const warnings = row.warnings.map(({ code }) =>
    make("span", { class: "match-warning" }, words.warned[code]),
  );
  return make(
    "li",
    { class: "match-row", id, tabindex: "-1" },
    make(
      "div",
      { class: "match-given" },
      hint(say(words.line, { n: row.line })),
      make("span", { class: "match-cells" }, row.cells.filter(Boolean).join(" · ") || "—"),
      warnings,
      communes(row, words, chooseCommune),
    ),
    make(
      "div",
      { class: "match-said" },
      make("p", {}, badge, " ", reasonOf(row, words)),
      open ? candidates(row, words, choose) : settled(row, words, choose),
    ),
  );
};

/** @param {{ a: Named, b: Named }} pair */
const both = ({ a, b }) => [sheet(a), " + ", sheet(b)];

/**
 * What the API says in French, told so on a page in another language.
 * @param {string} told
 */
const inFrench = (told) => make("span", { lang: "fr" }, told);

/** @param {Pairing} one @param {MatchWords} words */
const pairing = (one, words) => {
  const distance = one.distance_km === null ? "" : distanceInWords(one.distance_km, rules());
  const km = distance && ` · ${say(words.apart, { distance })}`;
  const labels = inFrench(`${one.tier_label} · ${one.pooling_label}`);
  return make("li", {}, both(one), " ", make("span", { class: "hint" }, labels, km));
};

/** @param {HTMLElement[]} items @param {string} none */
const listOr = (items, none) => (items.length ? make("ul", {}, ...items) : make("p", {}, none));

/** @param {string[]} ids @param {MatchWords} words @param {number} most */
const poleLink = (ids, words, most) => {
  const some = ids.slice(0, most).map((id) => encodeURIComponent(id).replace(/%3A/g, ":"));
  const path = pagePath("/ptce");
  const href = `${path}${path.includes("?") ? "&" : "?"}ids=${some.join(",")}`;
  return make(
    "p",
    {},
    make("a", { class: "button", href }, icon("users"), words.ptce),
    ids.length > most ? ` ${say(words.ptceFirst, { n: most })}` : null,
  );
};

/**
 * Practices, pairs, and the check of the whole list as a group.
 * @param {Adds} adds
 * @param {string[]} ids
 * @param {MatchWords} words
 * @param {number} most members of a group
 */
export const addsDrawn = (adds, ids, words, most) => {
  const practices = adds.practices.map(({ id, title, organisations }) =>
    make(
      "li",
      {},
      make("a", { href: pagePath(`/pratiques/${id}`) }, inFrench(title)),
      ` – ${say(words.concerned, { n: organisations, total: adds.total })}`,
    ),
  );
  const existing = adds.existing.map((pair) => make("li", {}, both(pair)));
  return [
    make("h4", {}, words.practices),
    listOr(practices, words.practicesNone),
    make("h4", {}, words.partnerships),
    make("p", { class: "hint" }, say(words.partnershipsAbout, { n: adds.paired })),
    listOr(
      adds.partnerships.map((one) => pairing(one, words)),
      words.partnershipsNone,
    ),
    ...(existing.length ? [make("h4", {}, words.existing), make("ul", {}, ...existing)] : []),
    poleLink(ids, words, most),
  ];
};

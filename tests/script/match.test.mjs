import assert from "node:assert/strict";
import { test } from "node:test";
import "./french.mjs";
import { headings, tableOf } from "../../assets/modules/pages/match/pasted.mjs";
import { beforePieces, withPiece } from "../../assets/modules/pages/match/report.mjs";
import {
  corrected,
  countsOf,
  csvOfMatched,
  foundIds,
  hashOf,
  matched,
  reasonOf,
  verdictOf,
  withChoice,
} from "../../assets/modules/pages/match/rows.mjs";

const candidate = (id, given = {}) => ({
  id,
  name: `Synthetic ${id}`,
  kind: "ess_actor",
  siret: null,
  commune: "Romans",
  postcode: "26100",
  devices: [],
  phone: null,
  website: null,
  source: "synthetic",
  vintage: "2026",
  score: 0.5,
  likelihood: "likely",
  ...given,
});
const said = (verdict, candidates, given = {}) => ({
  verdict,
  id: verdict === "found" ? candidates[0].id : null,
  score: 0.91,
  likelihood: "very_likely",
  why: "name",
  warnings: [],
  candidates,
  communes: [],
  ...given,
});
const row = { line: 2, cells: ["Régie", "26100"], whole: true };
const WORDS = {
  why: { name: "le nom", unreadable: "illisible" },
  earlier: "déjà choisi",
  yourNone: "aucune",
  yourChoice: "choisi",
  likelihoods: { very_likely: "très probable", likely: "probable" },
  verdicts: { found: "trouvée", ambiguous: "à choisir", unknown: "inconnue" },
  nomenclatures: { rev2: "NAF rév. 2", 2025: "NAF 2025" },
  headings: {
    verdict: "Verdict",
    reason: "Pourquoi",
    id: "Id",
    score: "Score",
    name: "Nom",
    kind: "Type",
    candidates: "Candidats",
  },
};

/* ---- the report of a list read in pieces ---- */

const doubt = (count, lines) => ({
  column: "Tél",
  code: "phone_unread",
  reason: "illisible",
  count,
  examples: lines.map((line) => ({ line, value: `v${line}` })),
});
const report = (given) => ({
  emails: 0,
  mobiles: 0,
  persons: [],
  apart: {},
  notes: [],
  doubts: [],
  ...given,
});

test("pieces of a list are told together, with three examples at most", () => {
  const whole = beforePieces(report({ emails: 9, apart: { furniture: 1 }, notes: ["note"] }));
  const first = withPiece(whole, report({ emails: 1, doubts: [doubt(2, [2, 3])] }));
  const both = withPiece(first, report({ emails: 2, mobiles: 1, doubts: [doubt(5, [7, 8])] }));

  assert.equal(both.emails, 3);
  assert.equal(both.mobiles, 1);
  assert.deepEqual(both.apart, { furniture: 1 });
  assert.deepEqual(both.notes, ["note"]);
  assert.equal(both.doubts.length, 1);
  assert.equal(both.doubts[0].count, 7);
  assert.deepEqual(
    both.doubts[0].examples.map((one) => one.line),
    [2, 3, 7],
  );
});

test("a piece changes nothing of what was told before it", () => {
  const first = report({ doubts: [doubt(1, [2])] });
  withPiece(first, report({ doubts: [doubt(1, [3])] }));

  assert.equal(first.doubts[0].count, 1);
  assert.equal(first.doubts[0].examples.length, 1);
});

/* ---- pasted lines ---- */

test("names one a line get their heading, quoted", () => {
  assert.equal(tableOf('Régie "Sud"\r\n\r\nESAT; du Pont\n').split("\n").length, 4);
  assert.equal(tableOf("Régie\nAtelier"), 'Nom\n"Régie"\n"Atelier"\n');
});

test("numbers one a line are SIRETs", () => {
  assert.equal(
    tableOf("343 506 333 00032\n77567227221138"),
    'SIRET\n"343 506 333 00032"\n"77567227221138"\n',
  );
});

test("a table with its heading stays as it is", () => {
  const pasted = "Nom;Ville\nRégie;Romans\n";
  assert.equal(tableOf(pasted), pasted);
  assert.equal(
    tableOf("Ville\tRaison sociale\nRomans\tRégie"),
    "Ville\tRaison sociale\nRomans\tRégie\n",
  );
});

test("a table without heading gets one from what its first line holds", () => {
  assert.equal(
    tableOf("Régie\t26100\t34350633300032\nAtelier\t26000\t"),
    "Nom\tCode postal\tSIRET\nRégie\t26100\t34350633300032\nAtelier\t26000\t\n",
  );
});

test("no two columns have the same heading", () => {
  const names = headings(["Régie", "Romans", "Drôme", "343506333", "26100", "07000"]);

  assert.deepEqual(names.slice(0, 2), ["Nom", "Commune"]);
  assert.deepEqual(names.slice(3, 5), ["SIREN", "Code postal"]);
  assert.equal(new Set(names).size, names.length);
});

test("a second postcode is a column of its own", () => {
  assert.deepEqual(headings(["26100", "07000"]), ["Code postal", "Colonne 2"]);
});

/* ---- rows ---- */

const UNDERSTOOD = { name: "Nom", postcode: "CP" };
const COLUMNS = ["Nom", "CP", "Remarque"];

test("a row is known again by its telling cells, whatever their case and spaces", () => {
  const key = hashOf(COLUMNS, ["Régie  de quartier", "26100", "x"], UNDERSTOOD);

  assert.equal(hashOf(COLUMNS, ["régie de QUARTIER ", "26100", "y"], UNDERSTOOD), key);
  assert.notEqual(hashOf(COLUMNS, ["régie de quartier", "26000", "x"], UNDERSTOOD), key);
});

test("a row that tells nothing has no hash", () => {
  assert.equal(hashOf(COLUMNS, ["", " ", "x"], UNDERSTOOD), null);
  assert.equal(hashOf(COLUMNS, ["Régie", "26100", ""], {}), null);
});

test("a row that was not whole is unknown, and says so", () => {
  const one = matched(row, undefined, "key", {});

  assert.equal(verdictOf(one), "unknown");
  assert.equal(reasonOf(one, WORDS), "illisible");
});

test("a choice of an earlier upload stands while its candidate does", () => {
  const answer = said("ambiguous", [candidate("a"), candidate("b")]);
  const kept = { key: { id: "b" } };
  const one = matched(row, answer, "key", kept);

  assert.equal(one.choice, "b");
  assert.equal(verdictOf(one), "found");
  assert.equal(reasonOf(one, WORDS), "déjà choisi");
  assert.equal(matched(row, said("ambiguous", [candidate("a")]), "key", kept).choice, undefined);
  assert.equal(matched(row, answer, null, kept).choice, undefined);
});

test("« none of these » stands at the next upload too", () => {
  const one = matched(row, said("found", [candidate("a")]), "key", { key: { id: null } });

  assert.equal(one.choice, null);
  assert.equal(verdictOf(one), "unknown");
});

test("a choice made is said, and can be forgotten", () => {
  const one = matched(row, said("ambiguous", [candidate("a")]), "key", {});
  one.choice = "a";
  assert.equal(reasonOf(one, WORDS), "choisi");
  one.choice = null;
  assert.equal(reasonOf(one, WORDS), "aucune");
  one.choice = undefined;
  assert.equal(verdictOf(one), "ambiguous");
});

test("choices are kept by row, the last one made last; forgotten ones leave", () => {
  const kept = withChoice(withChoice({ x: { id: "1" } }, "y", null), "x", "2");

  assert.deepEqual(Object.keys(kept), ["y", "x"]);
  assert.deepEqual(kept.x, { id: "2" });
  assert.deepEqual(withChoice(kept, "x", undefined), { y: { id: null } });
});

test("five thousand choices are kept, the oldest leave", () => {
  let kept = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`r${n}`, { id: "a" }]));
  kept = withChoice(kept, "new", "b");

  assert.equal(Object.keys(kept).length, 5000);
  assert.equal("r0" in kept, false);
  assert.deepEqual(kept.new, { id: "b" });
});

const rows = [
  matched({ ...row, line: 2 }, said("found", [candidate("a")]), "1", {}),
  matched({ ...row, line: 3 }, said("ambiguous", [candidate("a"), candidate("b")]), "2", {
    2: { id: "a" },
  }),
  matched({ ...row, line: 4 }, said("ambiguous", [candidate("c"), candidate("d")]), "3", {}),
  matched({ ...row, line: 5 }, undefined, null, {}),
];

test("rows are counted as they are now, choices included", () => {
  assert.deepEqual(countsOf(rows), { all: 4, found: 2, ambiguous: 1, unknown: 1 });
});

test("the communes of an ambiguous town leave with the row", () => {
  const town = said("unknown", [], { communes: [{ code: "93066", name: "Saint-Denis" }] });
  const one = matched({ ...row, line: 2 }, town, "1", {});
  const headed = { ...WORDS, headings: { communes: "Communes" } };

  assert.match(csvOfMatched(["Nom"], [one], headed, {}), /Régie;Saint-Denis \(93066\)/);
});

test("a NAF code is told with its nomenclature, and nothing where it is not known", () => {
  const headed = { ...WORDS, headings: { naf: "NAF" } };
  const told = (given) => {
    const answer = said("found", [candidate("a", given)]);
    const one = matched(row, answer, null, {});
    return csvOfMatched(["Nom", "CP"], [one], headed, {}).split("\r\n")[1];
  };

  const code = { naf: "95.29H", naf_nomenclature: "2025" };
  assert.equal(told(code), "Régie;26100;95.29H (NAF 2025)");
  assert.equal(told({ naf: null, naf_nomenclature: null }), "Régie;26100;");
});

test("an organisation found twice is found once", () => {
  assert.deepEqual(foundIds(rows), ["a"]);
});

test("a column that is given to a field leaves the field that had it", () => {
  assert.deepEqual(corrected({ name: "A", commune: "B" }, "siret", "A"), {
    commune: "B",
    siret: "A",
  });
  assert.deepEqual(corrected({ name: "A", commune: "B" }, "name", ""), { commune: "B" });
});

test("the result keeps the original cells, then says what was found and why", () => {
  const lines = csvOfMatched(["Nom", "CP"], rows, WORDS, { ess_actor: "Acteur" }).split("\r\n");

  assert.equal(lines[0], "\ufeffNom;CP;Verdict;Pourquoi;Id;Score;Nom;Type;Candidats");
  assert.equal(lines[1], "Régie;26100;trouvée;le nom;a;très probable;Synthetic a;Acteur;");
  assert.equal(lines[2], "Régie;26100;trouvée;déjà choisi;a;très probable;Synthetic a;Acteur;");
  assert.equal(lines[3], 'Régie;26100;à choisir;le nom;;très probable;;;"c ; d"');
  assert.equal(lines[4], "Régie;26100;inconnue;illisible;;;;;");
});

test("a cell of the original that looks like a formula is made harmless", () => {
  const [only] = [matched({ line: 2, cells: ["=1+1"], whole: true }, undefined, null, {})];
  assert.match(csvOfMatched(["Nom"], [only], WORDS, {}), /\r\n'=1\+1;/);
});

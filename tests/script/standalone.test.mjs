import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../../assets/modules/base/folding.mjs";
import {
  isKept,
  linesOf,
  roomForName,
  unpackedRows,
} from "../../assets/modules/pages/standalone/lines.mjs";
import { FRENCH } from "./french.mjs";

const PACKED = {
  columns: ["name", "commune", "department", "distance_km", "devices", "sectors"],
  headings: ["Nom", "Commune", "Département", "Distance", "Ce que c’est", "Secteurs"],
  values: { department: ["Drôme", "Isère"], devices: ["ESAT"] },
  rows: [
    ["Synthétique Œuvre", "Romans", 0, 0.43, 0, "Textile"],
    ["Autre", null, 1, null, null, null],
  ],
  marks: [
    ["sheltered_supplier", 5.05, 45.04, true],
    [null, null, null, false],
  ],
  map: {
    kinds: { sheltered_supplier: { label: "Travail protégé", symbol: "", hollow: "" } },
    words: { writing: FRENCH, away: "à {distance}", nowhere: "sans position" },
  },
};

test("texts told by number are themselves again, numbers stay numbers", () => {
  assert.deepEqual(unpackedRows(PACKED), [
    ["Synthétique Œuvre", "Romans", "Drôme", 0.43, "ESAT", "Textile"],
    ["Autre", null, "Isère", null, null, null],
  ]);
});

test("a line says what it is, where, and how far", () => {
  const [first, second] = linesOf(PACKED);

  assert.equal(first.what, "Travail protégé · ESAT · Textile");
  assert.equal(first.where, "Romans, Drôme · à 450\u00a0m");
  assert.deepEqual(first.point, [45.04, 5.05]);
  assert.equal(second.what, "");
  assert.equal(second.where, "Isère · sans position");
  assert.equal(second.point, null);
});

test("searches forget case, accents and ligatures", () => {
  assert.equal(fold("  L’Œuvre — É.S.A.T. "), "l oeuvre e s a t");
});

test("a line is kept when it has every word typed, and is of a chosen kind", () => {
  const [first, second] = linesOf(PACKED);
  const all = new Set(["sheltered_supplier"]);

  assert.equal(isKept(first, "", all), true);
  assert.equal(isKept(first, "oeuvre ROMANS", all), true);
  assert.equal(isKept(first, "oeuvre grenoble", all), false);
  assert.equal(isKept(first, "", new Set()), false);
  assert.equal(isKept(second, "", new Set()), true);
});

test("a name stands below its point, above it when that is taken, else nowhere", () => {
  const at = { x: 100, y: 100 };
  const below = [60, 100, 140, 130];
  const above = [60, 70, 140, 99];
  const everywhere = [0, 0, 300, 300];

  assert.equal(roomForName(at, "Romans", []), 4);
  assert.equal(roomForName(at, "Romans", [below]), -22);
  assert.equal(roomForName(at, "Romans", [[60, 104, 140, 115], above]), 18);
  assert.equal(roomForName(at, "Romans", [everywhere]), undefined);
});

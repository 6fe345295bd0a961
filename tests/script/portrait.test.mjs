import assert from "node:assert/strict";
import { test } from "node:test";
import {
  cleanGroups,
  groupAddress,
  withGroup,
  withoutGroup,
} from "../../assets/modules/pages/portrait/kept-groups.mjs";
import { rowsOf } from "../../assets/modules/pages/portrait/table.mjs";
import { toward } from "../../assets/modules/pages/portrait/toward.mjs";

const SPOTS = [
  { x: 0, y: 0 },
  { x: 10, y: -1 },
  { x: 30, y: 0 },
  { x: 1, y: 20 },
];

test("an arrow goes to the nearest ahead", () => {
  assert.equal(toward(SPOTS, 0, "ArrowRight"), 1);
  assert.equal(toward(SPOTS, 1, "ArrowRight"), 2);
  assert.equal(toward(SPOTS, 0, "ArrowDown"), 3);
});

test("an arrow comes back where it came from", () => {
  assert.equal(toward(SPOTS, 1, "ArrowLeft"), 0);
  assert.equal(toward(SPOTS, 3, "ArrowUp"), 0);
});

test("nothing lies beyond the border, and other keys go nowhere", () => {
  assert.equal(toward(SPOTS, 2, "ArrowRight"), 2);
  assert.equal(toward(SPOTS, 0, "Enter"), 0);
});

test("a table becomes rows of text, a wide cell told in each of its columns", () => {
  const cell = (textContent, colSpan = 1) => ({ textContent, colSpan });
  const lines = [
    { cells: [cell("Lieu"), cell("à moins\u00a0de 10 km"), cell("de 20 km")] },
    { cells: [cell("PTCE"), cell(" non\n connu ", 2)] },
  ];

  assert.deepEqual(rowsOf(lines), [
    ["Lieu", "à moins de 10 km", "de 20 km"],
    ["PTCE", "non connu", "non connu"],
  ]);
});

const TWO = { name: "Deux villes", communes: "26281,26362" };

test("what was kept and is no group is left out", () => {
  const kept = [
    TWO,
    null,
    { name: "x" },
    { name: "x", communes: "javascript:" },
    { communes: "26281" },
  ];

  assert.deepEqual(cleanGroups(kept), [TWO]);
  assert.deepEqual(cleanGroups("text"), []);
});

test("the same communes are the same group, under its last name", () => {
  const other = { name: "Autre", communes: "69123" };
  const named = { ...TWO, name: "Les deux" };

  assert.deepEqual(withGroup([other, TWO], named), [named, other]);
  assert.deepEqual(withoutGroup([other, TWO], TWO.communes), [other]);
});

test("a group leads to its portrait in the language of the page", () => {
  const address = "/territoires/groupe?nom=Deux%20villes&communes=26281,26362";

  assert.equal(groupAddress(TWO, "fr"), address);
  assert.equal(groupAddress(TWO, "en"), `${address}&lang=en`);
});

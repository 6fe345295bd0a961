import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { day, today } from "../../assets/modules/base/days.mjs";
import { kmBetween } from "../../assets/modules/base/distances.mjs";
import { cell, csvOf, fileName } from "../../assets/modules/base/files.mjs";
import { hash } from "../../assets/modules/base/hashing.mjs";
import { keepText, keptText } from "../../assets/modules/base/kept.mjs";
import { moved, placeAfter } from "../../assets/modules/base/order.mjs";
import { decimal, fillIn, number, say, sayMany } from "../../assets/modules/base/texts.mjs";
import {
  dayInWords,
  decimalInWords,
  distanceInWords,
  formOf,
  wholeInWords,
} from "../../assets/modules/base/writing.mjs";
import { FRENCH } from "./french.mjs";
import { numbers } from "./made.mjs";

const ROMANS = { lon: 5.05, lat: 45.04 };
const VALENCE = { lon: 4.891, lat: 44.933 };

for (const [value, kept] of [
  ["2026-11-22", "2026-11-22"],
  ["2024-02-29", "2024-02-29"],
  ["2026-02-29", null],
  ["2026-13-01", null],
  ["22/11/2026", null],
  ["2026-1-2", null],
  ["", null],
  [null, null],
  [20261122, null],
]) {
  test(`« ${value} » ${kept ? "is" : "is not"} a day`, () => {
    assert.equal(day(value), kept);
  });
}

test("today is the day of the reader's clock", () => {
  assert.equal(today(new Date(2026, 0, 5, 23, 59)), "2026-01-05");
  assert.equal(today(new Date(2026, 11, 31)), "2026-12-31");
});

test("a degree along the equator is 111.19 km, a quarter of the earth 10,007.6 km", () => {
  assert.ok(Math.abs(kmBetween({ lon: 0, lat: 0 }, { lon: 1, lat: 0 }) - 111.195) < 0.001);
  assert.ok(Math.abs(kmBetween({ lon: 0, lat: 0 }, { lon: 0, lat: 90 }) - 10007.557) < 0.001);
});

test("a distance is the same both ways, and none to oneself", () => {
  assert.equal(kmBetween(ROMANS, VALENCE), kmBetween(VALENCE, ROMANS));
  assert.equal(kmBetween(ROMANS, ROMANS), 0);
});

test("the longest distance is half the earth, and a number", () => {
  const half = kmBetween({ lon: 0, lat: 0 }, { lon: 180, lat: 0 });

  assert.ok(Math.abs(half - Math.PI * 6371.0088) < 1e-6);
});

/* The cases that Python meets too: distances, numbers and dates are told in one way. */
const CASES = JSON.parse(
  readFileSync(new URL("../unit/language/writing.json", import.meta.url), "utf-8"),
);
const RULES = {
  fr: FRENCH,
  en: { ...FRENCH, decimal: ".", thousands: ",", singularFrom: 1, dayFirst: false },
};
/* The very space that the server puts in: browsers would choose a narrower one. */
const unbroken = (text) => text.replaceAll(" ", "\u00a0");

for (const locale of ["fr", "en"]) {
  for (const { km, ...told } of CASES.distances) {
    test(`${km} km is told as the server tells it, in ${locale}`, () => {
      assert.equal(distanceInWords(km, RULES[locale]), unbroken(told[locale]));
    });
  }
  test(`decimals are written as the server writes them, in ${locale}`, () => {
    assert.ok(CASES.decimals.length > 3);
    for (const { n, ...told } of CASES.decimals) {
      assert.equal(decimalInWords(n, 6, 0, RULES[locale]), unbroken(told[locale]));
    }
  });
  test(`whole numbers have their thousands apart, in ${locale}`, () => {
    assert.ok(CASES.numbers.length > 2);
    for (const { n, ...told } of CASES.numbers) {
      assert.equal(wholeInWords(n, RULES[locale]), unbroken(told[locale]));
    }
  });
  test(`counts take the form that the server gives them, in ${locale}`, () => {
    assert.ok(CASES.singular.length > 2);
    for (const { n, ...singular } of CASES.singular) {
      assert.equal(formOf(["one", "many"], n, RULES[locale]), singular[locale] ? "one" : "many");
    }
  });
  test(`days are written as the server writes them, in ${locale}`, () => {
    const days = CASES.dates.filter(({ iso }) => day(iso));
    assert.ok(days.length > 0);
    for (const { iso, ...told } of days) assert.equal(dayInWords(iso, RULES[locale]), told[locale]);
  });
}

for (const formula of [
  "=1+1",
  "+3-4",
  "-5+1",
  "-x",
  "@x",
  "\t=1",
  "\u00a0=1",
  "\uff1d1",
  "\ufeff=1",
]) {
  test(`${JSON.stringify(formula)} is no formula in a file`, () => {
    assert.equal(cell(formula).replace(/^"/, "")[0], "'");
  });
}

for (const told of ["+33 4 74 47 04 70", "+33 (0)4 74 47 04 70", "-0,5", "+33", "-5 %", "-"]) {
  test(`${told} stays as it is in a file`, () => assert.equal(cell(told), told));
}

test("a cell is quoted where its text would part it", () => {
  assert.equal(cell('Régie "Sud"; Nord'), '"Régie ""Sud""; Nord"');
  assert.equal(cell("deux\nlignes"), '"deux\nlignes"');
  assert.equal(cell("simple"), "simple");
});

test("numbers stay numbers, nothing is an empty cell", () => {
  assert.equal(cell(-2.5), "-2.5");
  assert.equal(cell(null), "");
  assert.equal(cell(undefined), "");
});

test("a table begins with the mark of its encoding and ends each row", () => {
  assert.equal(
    csvOf([
      ["a", "b"],
      [1, "c;d"],
    ]),
    '\ufeffa;b\r\n1;"c;d"\r\n',
  );
});

test("a file's name is plain, and never empty", () => {
  assert.equal(fileName("Réunion du 22/11 — à Romans !", "csv"), "reunion-du-22-11-a-romans.csv");
  assert.equal(fileName("…", "json"), "liste.json");
  assert.equal(fileName("a".repeat(200), "csv").length, 64);
});

test("a hash is the same for the same text, and another for another", () => {
  assert.equal(hash("romans|26100"), hash("romans|26100"));
  const hashes = new Set(Array.from({ length: 5000 }, (_, n) => hash(`row ${n}`)));
  assert.equal(hashes.size, 5000);
});

test("the hashes that browsers keep from before are the same today", () => {
  assert.equal(hash(""), "wvjl67o803");
  assert.equal(hash("regie de quartier|26100"), "xq1g4uafl7");
});

test("an item moved keeps the others in their order", () => {
  assert.deepEqual(moved(["a", "b", "c", "d"], 0, 2), ["b", "c", "a", "d"]);
  assert.deepEqual(moved(["a", "b", "c", "d"], 3, 0), ["d", "a", "b", "c"]);
  assert.deepEqual(moved(["a", "b", "c"], 1, 1), ["a", "b", "c"]);
});

test("an item moved beyond an end stops there; one that is not there moves nothing", () => {
  assert.deepEqual(moved(["a", "b", "c"], 0, 99), ["b", "c", "a"]);
  assert.deepEqual(moved(["a", "b", "c"], 2, -5), ["c", "a", "b"]);
  assert.deepEqual(moved(["a", "b"], -1, 0), ["a", "b"]);
  assert.deepEqual(moved(["a", "b"], 2, 0), ["a", "b"]);
});

test("whatever moves, nothing is lost and nothing is there twice", () => {
  const next = numbers(11);
  for (let n = 0; n < 500; n += 1) {
    const items = Array.from({ length: Math.floor(next() * 8) }, (_, place) => place);
    const from = Math.floor(next() * 10) - 1;
    const to = Math.floor(next() * 10) - 1;
    const after = moved(items, from, to);
    assert.deepEqual([...after].sort(), items);
  }
});

for (const [key, n, total, to] of [
  ["ArrowUp", 2, 5, 1],
  ["ArrowUp", 1, 5, null],
  ["ArrowDown", 5, 5, null],
  ["ArrowDown", 4, 5, 5],
  ["Home", 3, 5, 1],
  ["Home", 1, 5, null],
  ["End", 3, 5, 5],
  ["End", 5, 5, null],
  ["a", 3, 5, null],
]) {
  test(`${key} at ${n} of ${total} goes to ${to}`, () => {
    assert.equal(placeAfter(key, n, total), to);
  });
}

test("a text's names are filled in, one without a value stays", () => {
  assert.equal(fillIn("{n} sur {total} de {what}", { n: 3, total: "9" }), "3 sur 9 de {what}");
  assert.equal(
    fillIn("{n}", { n: 1234 }, (n) => n.toFixed(1)),
    "1234.0",
  );
});

test("what stands before a value agrees with it, as Python writes it", () => {
  assert.ok(CASES.filled.length > 10);
  for (const { words, value, fr } of CASES.filled) assert.equal(say(words, { name: value }), fr);
});

test("a value that holds braces is not filled in again", () => {
  assert.equal(fillIn("{name}", { name: "{n}", n: 3 }), "{n}");
});

test("counts are written as French does", () => {
  assert.equal(say("{n} lignes", { n: 12345 }), "12\u00a0345 lignes");
  assert.equal(number(1234567), "1\u00a0234\u00a0567");
  assert.deepEqual(
    [decimal(1234.56, 1), decimal(3, 1), decimal(3, 1, 0), decimal(-2.5, 2, 1)],
    ["1\u00a0234,6", "3,0", "3", "-2,5"],
  );
  assert.equal(say(undefined, { n: 1 }), "");
});

test("none and one are singular in French, none is plural in English", () => {
  const forms = ["one", "many"];
  assert.deepEqual(
    [0, 1, 2].map((n) => formOf(forms, n, RULES.fr)),
    ["one", "one", "many"],
  );
  assert.deepEqual(
    [0, 1, 2].map((n) => formOf(forms, n, RULES.en)),
    ["many", "one", "many"],
  );
  assert.equal(sayMany(["{n} liste", "{n} listes"], 2), "2 listes");
});

test("a browser that keeps nothing is no failure", () => {
  const broken = () => {
    throw new Error("denied");
  };
  assert.equal(keptText("any", broken), null);
  assert.equal(keepText("any", "text", broken), false);
});

test("an empty text is forgotten", () => {
  const map = new Map([["name", "kept"]]);
  const storage = () => ({
    getItem: (name) => map.get(name) ?? null,
    setItem: (name, text) => map.set(name, text),
    removeItem: (name) => map.delete(name),
  });
  assert.equal(keepText("name", "", storage), true);
  assert.equal(keptText("name", storage), null);
  assert.equal(keepText("name", "again", storage), true);
  assert.equal(keptText("name", storage), "again");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import "./french.mjs";
import {
  bodyOf,
  cleaned,
  columnsChosen,
  fileAddress,
  formatsAsked,
  keptColumns,
  parametersOf,
  refusedAbove,
  toRemember,
} from "../../assets/modules/pages/export/choice.mjs";
import { fileNameOf, sizeInWords } from "../../assets/modules/pages/export/file.mjs";

const column = (key, always = false) => ({ key, heading: key.toUpperCase(), always });
const COLUMNS = [column("name", true), column("phone"), column("siret"), column("source", true)];
const KEYS = COLUMNS.map(({ key }) => key);
const choice = (given = {}) => ({
  format: "xlsx",
  also: new Set(),
  rows: "site",
  sort: "name",
  order: KEYS,
  off: new Set(),
  ...given,
});
const LIST = {
  kind: "list",
  title: "Mine",
  lines: [{ id: "a", status: "no", note: "secret" }, { id: "b" }],
};

test("columns nobody changed are the server's", () => {
  assert.deepEqual(columnsChosen(COLUMNS, undefined), { order: KEYS, off: new Set() });
  assert.equal(keptColumns(COLUMNS, choice()), null);
});

test("remembered columns keep their order; gone ones leave, new ones come last", () => {
  const kept = { order: ["siret", "gone", "name"], off: ["phone", "gone"] };

  assert.deepEqual(columnsChosen(COLUMNS, kept), {
    order: ["siret", "name", "phone", "source"],
    off: new Set(["phone"]),
  });
});

test("a column that must leave with the file cannot be left out", () => {
  const off = new Set(["name", "phone", "source"]);
  assert.deepEqual(keptColumns(COLUMNS, choice({ off })), ["name", "siret", "source"]);
});

test("another order is said even when every column is kept", () => {
  const order = ["siret", "name", "phone", "source"];
  assert.deepEqual(keptColumns(COLUMNS, choice({ order })), order);
});

test("what only the page needs is no part of a selection's export", () => {
  const asked = cleaned({ kind: "selection", query: "?device=esat&view=map&order=size&lang=en" });

  assert.equal(asked.query, "device=esat");
  assert.equal(asked.sort, "size");
  assert.equal(asked.near, false);
});

test("a selection around a point can be sorted by distance", () => {
  assert.equal(cleaned({ kind: "selection", query: "near=5,45&radius_km=20" }).near, true);
});

test("a partner list keeps its categories, not its language", () => {
  const asked = cleaned({ kind: "partners", query: "commune=46102&pooling=logistics&lang=en" });
  assert.equal(asked.query, "commune=46102&pooling=logistics");
});

test("a file speaks the language of its page; French says nothing", () => {
  const asked = { kind: "selection", query: "device=esat" };

  assert.equal(parametersOf(asked, "fr").toString(), "device=esat");
  assert.equal(parametersOf(asked, "en").toString(), "device=esat&lang=en");
});

test("the address of a selection says its order, its rows and its columns", () => {
  const asked = { kind: "selection", query: "device=esat" };
  const made = choice({ format: "csv", off: new Set(["phone"]), rows: "person" });

  assert.equal(
    fileAddress(asked, made, COLUMNS, "fr"),
    "/api/v1/export.csv?device=esat&order=name&rows=person&columns=name,siret,source",
  );
});

test("a partner list and a list are asked for at their own address", () => {
  const partners = { kind: "partners", query: "commune=46102" };

  assert.equal(
    fileAddress(partners, choice(), COLUMNS, "en"),
    "/api/v1/export/partners.xlsx?commune=46102&lang=en",
  );
  assert.equal(
    fileAddress(LIST, choice({ format: "pdf" }), COLUMNS, "fr"),
    "/api/v1/export/list.pdf?",
  );
});

test("a list sends ids, statuses and dates, never notes", () => {
  assert.deepEqual(bodyOf(LIST), {
    title: "Mine",
    lines: [
      { id: "a", status: "no", checked_on: null },
      { id: "b", status: null, checked_on: null },
    ],
  });
  assert.equal(bodyOf({ kind: "selection", query: "" }), null);
});

test("a format refuses more rows than it holds, not as many", () => {
  const about = (rows) => ({ most_rows: { pdf: 500, csv: null }, per: { site: { rows } } });

  assert.equal(refusedAbove(about(501), "site", "pdf"), 500);
  assert.equal(refusedAbove(about(500), "site", "pdf"), null);
  assert.equal(refusedAbove(about(10 ** 6), "site", "csv"), null);
  assert.equal(refusedAbove(about(10 ** 6), "site", "new"), null);
});

test("several formats are asked for once each, the chosen one first, but for those too small", () => {
  const about = { most_rows: { pdf: 500, csv: null, xlsx: null }, per: { site: { rows: 501 } } };
  const also = new Set(["pdf", "csv", "xlsx"]);

  assert.deepEqual(formatsAsked(about, choice({ also })), ["xlsx", "csv"]);
  assert.deepEqual(formatsAsked(about, choice()), ["xlsx"]);
  about.per.site.rows = 500;
  assert.deepEqual(formatsAsked(about, choice({ also })), ["xlsx", "pdf", "csv"]);
});

test("what is remembered of one kind of export leaves the others", () => {
  const before = { columns: { "list-site": { order: ["a"], off: [] } } };
  const kept = toRemember(before, choice({ off: new Set(["phone"]) }), "selection-site");

  assert.deepEqual(kept, {
    v: 1,
    format: "xlsx",
    rows: "site",
    columns: {
      "list-site": { order: ["a"], off: [] },
      "selection-site": { order: KEYS, off: ["phone"] },
    },
  });
});

const SIZES = { kilobytes: "{n} ko", megabytes: "{n} Mo" };
for (const [bytes, words] of [
  [0, "1 ko"],
  [1499, "1 ko"],
  [99_400, "99 ko"],
  [100_000, "0,1 Mo"],
  [2_340_000, "2,3 Mo"],
  [9_960_000, "10 Mo"],
  [12_600_000, "13 Mo"],
]) {
  test(`${bytes} bytes are « ${words} »`, () => {
    assert.equal(sizeInWords(bytes, SIZES), words);
  });
}

test("a file has the name that its answer gives, or one of ours", () => {
  assert.equal(fileNameOf('attachment; filename="esat-romans.xlsx"'), "esat-romans.xlsx");
  assert.equal(fileNameOf("attachment"), "export");
  assert.equal(fileNameOf(null), "export");
});

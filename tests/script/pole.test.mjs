import assert from "node:assert/strict";
import { test } from "node:test";
import { surelyFound } from "../../assets/modules/pages/pole/file.mjs";

/** @param {import("../../assets/modules/pages/match/rows.mjs").Verdict} verdict @param {string | null} id */
const line = (verdict, id) => ({ verdict, id });

test("a group takes of a file those who are surely known, each once", () => {
  const said = [line("found", "a"), line("ambiguous", "b"), line("unknown", null)];

  assert.deepEqual(surelyFound([...said, line("found", "a"), line("found", "c")]), ["a", "c"]);
  assert.deepEqual(surelyFound([]), []);
});

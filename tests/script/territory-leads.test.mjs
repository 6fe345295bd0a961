import assert from "node:assert/strict";
import { test } from "node:test";
import { isUnsaid } from "../../assets/modules/pages/territory-leads/said.mjs";

const ENDS = { a: ["x:1", "x:2"], b: ["y:1"] };
const LEAD = { ...ENDS, pooling: "mobility" };

test("a lead is hidden where its two are said to be of one group, by any of their sites", () => {
  assert.equal(isUnsaid(LEAD, [["x:2", "y:1", "same_group"]]), true);
  assert.equal(isUnsaid(LEAD, [["y:1", "x:1", "same_group"]]), true);
  assert.equal(isUnsaid(LEAD, [["x:1", "x:2", "same_group"]]), false);
  assert.equal(isUnsaid(LEAD, [["x:1", "z:1", "same_group"]]), false);
});

test("a lead set aside for one cooperation is hidden for that one alone", () => {
  assert.equal(isUnsaid(LEAD, [["x:1", "y:1", "mobility"]]), true);
  assert.equal(isUnsaid(LEAD, [["x:1", "y:1", "equipment"]]), false);
  assert.equal(isUnsaid(LEAD, [["x:1", "y:1", "not_same_group"]]), false);
});

test("two told as probably of one group are hidden where the visitor says that they are not", () => {
  assert.equal(isUnsaid(ENDS, [["x:1", "y:1", "not_same_group"]]), true);
  assert.equal(isUnsaid(ENDS, [["x:1", "y:1", "same_group"]]), false);
});

test("what is kept in another shape says nothing", () => {
  assert.equal(isUnsaid(LEAD, [null, "x:1", ["x:1"], {}]), false);
});

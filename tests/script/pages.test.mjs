import assert from "node:assert/strict";
import { test } from "node:test";
import "./french.mjs";
import {
  broughtBack,
  decided,
  postponed,
  queueOf,
  remaining,
  takenUp,
} from "../../assets/modules/pages/duplicates/queue.mjs";
import { spotsOf } from "../../assets/modules/pages/embed/map.mjs";
import { optionAfter, questionOf, tidy } from "../../assets/modules/pages/frame/search.mjs";
import { cleanList, MOST_MEMBERS } from "../../assets/modules/pages/lists/model.mjs";
import { frameOf } from "../../assets/modules/pages/lists/plans.mjs";
import { centredOn } from "../../assets/modules/pages/network/choices.mjs";
import {
  degrees,
  labelled,
  placeNodes,
  shortName,
  spread,
} from "../../assets/modules/pages/network/layout.mjs";
import { unsaid, without } from "../../assets/modules/pages/organisation/partners.mjs";
import { putCentre } from "../../assets/modules/pages/partner-list/choices.mjs";
import {
  alike,
  changedTo,
  linesFor,
  listOfMembers,
  membersIn,
  membersOf,
} from "../../assets/modules/pages/pole/members.mjs";
import { answersOf, putAnswers, QUESTIONS } from "../../assets/modules/pages/practices/answers.mjs";

const params = (text) => new URLSearchParams(text);
const link = (...ends) => ({ ends });
const STAR = [link(0, 1), link(0, 2), link(0, 3)];

/* ---- network ---- */

test("a network is laid out in the same place each time", () => {
  assert.deepEqual(placeNodes(4, STAR), placeNodes(4, STAR));
});

test("every node has a place of its own, at a finite distance", () => {
  const points = placeNodes(30, []);
  const places = new Set(points.map(({ x, y }) => `${x.toFixed(4)} ${y.toFixed(4)}`));

  assert.equal(places.size, 30);
  assert.ok(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)));
});

test("an empty network and one of one node have places too", () => {
  assert.deepEqual(placeNodes(0, []), []);
  assert.equal(placeNodes(1, []).length, 1);
});

test("tied nodes are nearer to one another than to nodes they are not tied to", () => {
  const points = placeNodes(6, [
    link(0, 1),
    link(1, 2),
    link(0, 2),
    link(3, 4),
    link(4, 5),
    link(3, 5),
  ]);
  const far = (a, b) => Math.hypot(points[a].x - points[b].x, points[a].y - points[b].y);

  assert.ok(Math.max(far(0, 1), far(1, 2), far(0, 2)) < Math.min(far(0, 3), far(1, 4), far(2, 5)));
});

test("a node's links are counted at both ends", () => {
  assert.deepEqual(degrees(5, STAR), [3, 1, 1, 1, 0]);
});

test("a drawing leaves room for names at its edges", () => {
  const places = spread(placeNodes(12, STAR), 900, 500);

  assert.equal(places.length, 12);
  for (const [x, y] of places) assert.ok(x >= 90 && x <= 810 && y >= 34 && y <= 466, `${x} ${y}`);
});

test("one node alone stands in the middle", () => {
  assert.deepEqual(spread([{ x: 3, y: 7 }], 900, 500), [[450, 250]]);
});

test("names never lie over one another, centres and the most tied have theirs first", () => {
  const nodes = ["Centre", "Tied", "Over the tied", "Alone"].map((name, n) => ({
    name,
    centre: n === 0,
  }));
  const places = [
    [100, 100],
    [400, 100],
    [410, 105],
    [400, 300],
  ];

  assert.deepEqual(labelled(nodes, places, [1, 3, 1, 0], 900), new Set([0, 1, 3]));
});

test("a narrow drawing has six names at most, a wide one fourteen", () => {
  const nodes = Array.from({ length: 40 }, () => ({ name: "x", centre: false }));
  const places = nodes.map((_, n) => [10, n * 40]);
  const counts = nodes.map(() => 1);

  assert.equal(labelled(nodes, places, counts, 390).size, 6);
  assert.equal(labelled(nodes, places, counts, 1200).size, 14);
});

test("a long name is cut, a name that fits is not", () => {
  assert.equal(shortName("a".repeat(28)), "a".repeat(28));
  assert.equal(shortName("a".repeat(29)), `${"a".repeat(27)}…`);
});

test("another centre keeps what was chosen of links, and drops the old one", () => {
  const before = params("department=26&pooling=logistics&tier=strong&lang=en&q=x");

  assert.equal(
    centredOn("organisation:siae:aci:1", before).toString(),
    "pooling=logistics&tier=strong&lang=en&organisation=siae%3Aaci%3A1",
  );
  assert.equal(centredOn("epci:200:x", params("")).toString(), "epci=200");
});

test("a partner list has one centre", () => {
  const wanted = params("commune=46102&radius_km=30");
  putCentre("organisation:finess:1", wanted);
  assert.equal(wanted.toString(), "radius_km=30&for=finess%3A1");

  putCentre("commune:26281", wanted);
  assert.equal(wanted.toString(), "radius_km=30&commune=26281");
});

/* ---- practices ---- */

test("the answers of an address come back to it as they were", () => {
  const search = "kind=ptce&size_band=small&devices=esat&devices=ea&traits=local";
  const wanted = params("");
  putAnswers(wanted, answersOf(params(search)));

  assert.equal(wanted.toString(), search);
});

test("there is one answer for each question, a list for those that take several", () => {
  const answers = answersOf(params("kind=ptce&devices=esat"));

  assert.equal(answers.length, QUESTIONS.length);
  assert.equal(answers[0], "ptce");
  assert.equal(answers[1], null);
  assert.deepEqual(answers[4], ["esat"]);
  assert.deepEqual(answers[5], []);
});

test("« none », which links carry, stays until its question is answered", () => {
  const wanted = params("devices=none&sectors=none");
  putAnswers(wanted, [null, null, null, null, [], [], ["retail"], [], []]);

  assert.equal(wanted.toString(), "devices=none&sectors=retail");
});

test("an answer taken back leaves the address", () => {
  const wanted = params("kind=ptce&devices=esat&commune=26281");
  putAnswers(wanted, [null, null, null, null, [], [], [], [], []]);

  assert.equal(wanted.toString(), "commune=26281");
});

test("the same answers in another order change nothing", () => {
  const wanted = params("devices=esat&devices=ea");
  putAnswers(wanted, [null, null, null, null, ["ea", "esat"], [], [], [], []]);

  assert.equal(wanted.toString(), "devices=esat&devices=ea");
});

/* ---- groups and pairs ---- */

test("groups are alike in whatever order", () => {
  assert.equal(alike(["a", "b"], ["b", "a"]), true);
  assert.equal(alike(["a"], ["a", "b"]), false);
  assert.equal(alike(["a", "c"], ["a", "b"]), false);
  assert.equal(alike([], []), true);
});

test("a member is in a group once, and a group takes a hundred", () => {
  assert.deepEqual(membersOf(["a", "b", "a"]), ["a", "b"]);
  const many = Array.from({ length: 150 }, (_, n) => `o${n}`);
  assert.equal(membersOf(many).length, MOST_MEMBERS);
});

test("what is no id is no member", () => {
  assert.deepEqual(membersOf([1, null, "", " a ", "x".repeat(301), { ids: [] }, "a"]), ["a"]);
});

const lineOf = (id, note = "") => ({ id, name: `Synthetic ${id}`, note });
const listOfLines = (id, ...ids) =>
  cleanList({ id, name: id, lines: ids.map((one) => lineOf(one)) });

test("a group that changes takes out who left and puts who came at the end, notes untouched", () => {
  const lines = [lineOf("a", "mine"), lineOf("b"), lineOf("c", "too")];

  const { kept, coming } = changedTo(lines, ["a", "b", "c"], ["d", "c", "a"]);

  assert.deepEqual(kept, [lineOf("a", "mine"), lineOf("c", "too")]);
  assert.deepEqual(coming, ["d"]);
});

test("lines beyond the hundred of a group stay when one of the hundred leaves", () => {
  const lines = Array.from({ length: MOST_MEMBERS + 3 }, (_, n) => lineOf(`o${n}`));
  const before = membersIn({ lines });

  const { kept, coming } = changedTo(lines, before, before.slice(1));

  assert.equal(kept.length, MOST_MEMBERS + 2);
  assert.equal(kept.at(-1).id, `o${MOST_MEMBERS + 2}`);
  assert.deepEqual(coming, []);
});

test("a list is the group of a link when it has the same members and no other", () => {
  const lists = [listOfLines("more", "a", "b", "c"), listOfLines("same", "b", "a")];

  assert.equal(listOfMembers(lists, ["a", "b"]).id, "same");
  assert.equal(listOfMembers(lists, ["a"]), null);
});

test("members become lines under the names that are known", () => {
  assert.deepEqual(linesFor(["a", "b"], new Map([["a", "Synthetic A"]])), [
    { id: "a", name: "Synthetic A" },
    { id: "b", name: "" },
  ]);
});

test("a pair set aside again stands once, another stays", () => {
  const pairs = [
    ["a", "b", "logistics"],
    ["a", "b", "funding"],
  ];

  assert.deepEqual(without(pairs, ["a", "b", "logistics"]), [["a", "b", "funding"]]);
  assert.deepEqual(without(pairs, ["b", "a", "logistics"]), pairs);
});

test("what is said anew of a group takes the place of what was said, and nothing else", () => {
  const pairs = [
    ["a", "b", "same_group"],
    ["a", "b", "funding"],
    ["a", "c", "same_group"],
  ];
  assert.deepEqual(unsaid(pairs, [["a", "b", "not_same_group"]]), pairs.slice(1));
  assert.deepEqual(unsaid(pairs, [["a", "b", "logistics"]]), pairs);
});

/* ---- duplicates ---- */

const twins = (name, verdict = null) => ({
  a: { id: `${name}:a`, name },
  b: { id: `${name}:b`, name },
  verdict,
  fields: [],
});

const three = () => {
  const pairs = [twins("one"), twins("two"), twins("done", "same")];
  return { pairs, state: queueOf(pairs) };
};

test("pairs decided before are not asked again", () => {
  const { pairs, state } = three();

  assert.deepEqual(state.queue, pairs.slice(0, 2));
  assert.deepEqual(state.decided, [pairs[2]]);
  assert.equal(remaining(state), 2);
});

test("a decision taken back is the next question", () => {
  const { pairs, state } = three();
  decided(state, pairs[0], "different");
  assert.equal(remaining(state), 1);
  assert.equal(state.undo.verdict, "different");

  broughtBack(state, pairs[0]);
  assert.equal(state.queue[0], pairs[0]);
  assert.equal(pairs[0].verdict, null);
  assert.equal(state.undo, null);
});

test("taking back an older decision leaves the last step", () => {
  const { pairs, state } = three();
  decided(state, pairs[0], "same");
  broughtBack(state, pairs[2]);

  assert.equal(state.undo.pair, pairs[0]);
  assert.deepEqual(state.queue, [pairs[2], pairs[1]]);
});

test("a pair set aside is still to decide, and comes back when the others are done", () => {
  const { pairs, state } = three();
  postponed(state, pairs[0]);
  decided(state, pairs[1], "same");
  assert.equal(remaining(state), 1);
  assert.equal(state.queue.length, 0);

  takenUp(state);
  assert.deepEqual(state.queue, [pairs[0]]);
  assert.deepEqual(state.later, []);
  assert.equal(state.undo, null);
});

test("setting aside can be undone", () => {
  const { pairs, state } = three();
  postponed(state, pairs[0]);
  broughtBack(state, state.undo.pair);

  assert.deepEqual(state.queue, pairs.slice(0, 2));
  assert.deepEqual(state.later, []);
});

/* ---- maps ---- */

const pin = (lon, lat) => ({ geometry: { coordinates: [lon, lat] }, properties: { id: "x" } });
const cluster = (...bounds) => ({
  geometry: { coordinates: [0, 0] },
  properties: { cluster: true, bounds },
});

test("a frame looks at mainland France when something is there", () => {
  assert.deepEqual(spotsOf([pin(5, 45), pin(55.5, -21)]), [[45, 5]]);
});

test("a frame looks overseas when everything is there, at whole clusters", () => {
  assert.deepEqual(spotsOf([cluster(55, -22, 56, -21)]), [
    [-22, 55],
    [-21, 56],
  ]);
  assert.deepEqual(spotsOf([]), []);
});

for (const [department_code, department, frame] of [
  ["974", "La Réunion", "La Réunion"],
  ["987", null, "987"],
  ["26", "Drôme", ""],
  ["2A", "Corse-du-Sud", ""],
  [null, null, ""],
]) {
  test(`department ${department_code} is drawn in frame « ${frame} »`, () => {
    assert.equal(frameOf({ department_code, department }), frame);
  });
}

/* ---- what the typed text may mean ---- */

test("arrows go round the options, and highlight nothing where there is none", () => {
  assert.equal(optionAfter("ArrowDown", -1, 4), 0);
  assert.equal(optionAfter("ArrowDown", 3, 4), 0);
  assert.equal(optionAfter("ArrowUp", 1, 4), 0);
  assert.equal(optionAfter("ArrowUp", 0, 4), 3);
  assert.equal(optionAfter("ArrowUp", -1, 4), 3);
  assert.equal(optionAfter("ArrowDown", 0, 0), -1);
  assert.equal(optionAfter("Enter", 2, 4), 2);
});

test("a question stays within the filters of the list on screen, and stands alone elsewhere", () => {
  const list = "?kind=ptce&q=esat&shown=60&organisation=a:1&noticed=x";
  assert.equal(questionOf(list, "  esat   valence ", "fr"), "kind=ptce&q=esat+valence");
  assert.equal(questionOf(null, "esat", "en"), "q=esat&lang=en");
  assert.equal(questionOf("?kind=ptce&q=esat", "", "fr"), "kind=ptce");
  assert.equal(tidy(" a \u00a0 b "), "a b");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import "./french.mjs";
import { nameAfter } from "../../assets/modules/pages/lists/basket.mjs";
import { changesOf } from "../../assets/modules/pages/lists/changed.mjs";
import {
  fragmentOf,
  LinkError,
  listOfFragment,
  PREFIX,
  packed,
  unpacked,
} from "../../assets/modules/pages/lists/codec.mjs";
import {
  cleanAnswers,
  cleanDossier,
  MOST_NOTE,
  saidComplete,
  withAnswer,
  withProof,
} from "../../assets/modules/pages/lists/dossier.mjs";
import { FileError, readLists } from "../../assets/modules/pages/lists/files.mjs";
import {
  cleanLines,
  cleanList,
  followed,
  freeName,
  LENGTHS,
  MOST_LINES,
  newId,
  roomFor,
  STATUSES,
} from "../../assets/modules/pages/lists/model.mjs";
import { inOrderOf, pointOf, rowsOf } from "../../assets/modules/pages/lists/rows.mjs";
import { differences, taken, turned } from "../../assets/modules/pages/lists/steps.mjs";
import { line, list, numbers, oneOf } from "./made.mjs";

const ids = (lines) => lines.map(({ id }) => id);
const NOW = { id: "c", name: "Name of today" };

test("a line of whatever shape becomes one of ours, or none", () => {
  const lines = [
    null,
    "text",
    { name: "no id" },
    { id: "  " },
    { id: "x".repeat(LENGTHS.id + 1) },
    { id: " a ", name: 7, note: "n".repeat(9000), status: "cured", checked_on: "2026-02-30" },
  ];

  assert.deepEqual(cleanLines(lines), [
    { id: "a", name: "", note: "n".repeat(LENGTHS.note), status: null, checked_on: null },
  ]);
});

test("an organisation is in a list once, the first line stays", () => {
  const lines = cleanLines([
    line("a", { note: "first" }),
    line("b"),
    line("a", { note: "second" }),
  ]);

  assert.deepEqual(ids(lines), ["a", "b"]);
  assert.equal(lines[0].note, "first");
});

test("a list holds no more lines than it may", () => {
  const many = Array.from({ length: MOST_LINES + 5 }, (_, n) => line(`o${n}`));
  assert.equal(cleanLines(many).length, MOST_LINES);
});

for (const value of [null, [], "x", {}, { lines: "none" }, 7]) {
  test(`${JSON.stringify(value)} is no list`, () => {
    assert.equal(cleanList(value), null);
  });
}

test("a list without a fit id or day gets them", () => {
  const made = cleanList({ id: "not fit!", name: "  Mine  ", created_on: "yesterday", lines: [] });

  assert.match(made.id, /^[0-9a-f]{16}$/);
  assert.match(made.created_on, /^\d{4}-\d{2}-\d{2}$/);
  assert.equal(made.name, "Mine");
});

test("no two ids are the same", () => {
  assert.equal(new Set(Array.from({ length: 1000 }, newId)).size, 1000);
});

test("a name that is taken is numbered, past those that are taken too", () => {
  const lists = [{ name: "A" }, { name: "A (2)" }, { name: "B" }];

  assert.equal(freeName("A", lists), "A (3)");
  assert.equal(freeName("C", lists), "C");
});

test("adding says how many came in, were there, and found no room", () => {
  const full = Array.from({ length: MOST_LINES - 1 }, (_, n) => line(`o${n}`));
  const { coming, ...counts } = roomFor(full, [line("o0"), line("new"), line("other")]);

  assert.deepEqual(ids(coming), ["new"]);
  assert.deepEqual(counts, { added: 1, already: 1, refused: 1 });
});

test("a line follows its organisation to today's id and name, its notes stay", () => {
  const lines = [line("a"), line("old", { note: "mine", status: "contacted" })];
  const after = followed(lines, "old", NOW);

  assert.deepEqual(ids(after), ["a", "c"]);
  assert.deepEqual(after[1], {
    id: "c",
    name: "Name of today",
    note: "mine",
    status: "contacted",
    checked_on: null,
  });
});

test("two lines that became one organisation become one line, with both notes", () => {
  const lines = [
    line("old", { note: "first", checked_on: "2026-01-01" }),
    line("c", { note: "second", status: "interested" }),
  ];
  const after = followed(lines, "old", NOW);

  assert.deepEqual(ids(after), ["c"]);
  assert.equal(after[0].note, "second\nfirst");
  assert.equal(after[0].status, "interested");
  assert.equal(after[0].checked_on, "2026-01-01");
});

test("a line that is not there follows nothing", () => {
  const lines = [line("a")];
  assert.equal(followed(lines, "gone", NOW), lines);
});

/* ---- steps ---- */

test("what did not change is no difference", () => {
  const lists = [list("1", [line("a")]), list("2", [])];
  assert.deepEqual(differences(lists, structuredClone(lists)), []);
});

test("a step undone and redone brings lists back as they were", () => {
  const next = numbers(5);
  const random = () =>
    Array.from({ length: Math.floor(next() * 4) }, (_, n) =>
      list(String(n), [line(oneOf(next, ["a", "b"]), { note: String(next()) })]),
    );
  let compared = 0;
  for (let n = 0; n < 300; n += 1) {
    const [before, after] = [random(), random()];
    const step = { words: "any", changes: differences(before, after) };
    if (!step.changes.length) continue;
    compared += 1;
    const back = turned(after, step, "after", "before");
    assert.deepEqual(new Set(back.map((one) => JSON.stringify(one))), strings(before));
    const again = turned(back, step, "before", "after");
    assert.deepEqual(new Set(again.map((one) => JSON.stringify(one))), strings(after));
  }
  assert.ok(compared > 200);
});

const strings = (lists) => new Set(lists.map((one) => JSON.stringify(one)));

test("a list deleted comes back at its place", () => {
  const before = [list("1", []), list("2", []), list("3", [])];
  const after = [before[0], before[2]];
  const step = { words: "deletion", changes: differences(before, after) };

  assert.deepEqual(ids(turned(after, step, "after", "before")), ["1", "2", "3"]);
});

test("a step is not applied over what another tab did since", () => {
  const before = [list("1", [line("a")])];
  const after = [list("1", [line("b")])];
  const step = { words: "any", changes: differences(before, after) };

  assert.equal(turned([list("1", [line("other")])], step, "after", "before"), null);
  assert.equal(turned([], step, "after", "before"), null);
});

test("moves by the keyboard joined to one another are one step to undo", () => {
  const states = ["ab", "ba", "cab"].map((text) => [
    list(
      "1",
      [...text].map((id) => line(id)),
    ),
  ]);
  const first = taken({ past: [], future: [] }, "move", differences(states[0], states[1]));
  const second = taken(first, "move", differences(states[1], states[2]), first.step);

  assert.equal(second.past.length, 1);
  assert.equal(second.step, first.step);
  assert.deepEqual(turned(states[2], second.step, "after", "before"), states[0]);
});

test("a step not joined stands alone, and ends what could be redone", () => {
  const [a, b, c] = ["a", "b", "c"].map((id) => [list("1", [line(id)])]);
  const first = taken({ past: [], future: [] }, "one", differences(a, b));
  const second = taken({ past: first.past, future: [first.step] }, "two", differences(b, c));

  assert.equal(second.past.length, 2);
  assert.deepEqual(second.future, []);
});

test("no more than a hundred steps are kept, the oldest leave", () => {
  let steps = { past: [], future: [] };
  for (let n = 0; n < 130; n += 1) {
    const change = { id: "1", at: 0, before: null, after: list("1", [line(String(n))]) };
    steps = taken(steps, String(n), [change]);
  }

  assert.equal(steps.past.length, 100);
  assert.equal(steps.past[0].words, "30");
});

/* ---- links ---- */

const mine = list("mine", [
  line("siae:aci:1", { status: "contacted", note: "Secret note", checked_on: "2026-11-22" }),
  line("finess:2", { name: "Atelier « Été » 🌞" }),
]);

for (const compressed of [true, false]) {
  test(`a link ${compressed ? "" : "not "}compressed carries a list, without its notes`, async () => {
    const hash = await fragmentOf(mine, { compressed });
    const read = await listOfFragment(hash);

    assert.ok(hash.startsWith(`${PREFIX}${compressed ? 1 : 0}.`));
    assert.equal(read.name, mine.name);
    assert.equal(read.created_on, mine.created_on);
    assert.deepEqual(
      read.lines,
      mine.lines.map((one) => ({ ...one, note: "", checked_on: null })),
    );
  });
}

test("notes and dates are in a link when they are asked for", async () => {
  const read = await listOfFragment(await fragmentOf(mine, { notes: true }));
  assert.deepEqual(read.lines, mine.lines);
});

test("a note never stands in a link that was made without notes", async () => {
  assert.equal(JSON.stringify(packed(mine, false)).includes("Secret note"), false);
});

test("any list comes back from its link", async () => {
  const next = numbers(7);
  for (let n = 0; n < 40; n += 1) {
    const lines = Array.from({ length: Math.floor(next() * 30) }, (_, place) =>
      line(`synthetic:${place}:${Math.floor(next() * 1e9)}`, {
        status: oneOf(next, [null, ...STATUSES]),
        note: oneOf(next, ["", "à voir", "« ; » \n"]),
        checked_on: oneOf(next, [null, "2026-01-31"]),
      }),
    );
    const one = list("any", lines);
    const read = await listOfFragment(await fragmentOf(one, { notes: true }));
    assert.deepEqual(read.lines, lines);
  }
});

test("a link of before the modules still opens", async () => {
  const old = "#l=0.WyJBbmNpZW5uZSIsIjIwMjYtMDEtMDIiLFtbImEiLCJOb20iLDFdLFsiYiIsIkIiXV1d";
  const read = await listOfFragment(old);

  assert.equal(read.name, "Ancienne");
  assert.deepEqual(read.lines, [
    line("a", { name: "Nom", status: "contacted" }),
    line("b", { name: "B" }),
  ]);
});

for (const [hash, sentence] of [
  ["#l=2.abc", "linkNewer"],
  ["#l=2", "linkBroken"],
  ["#l=", "linkBroken"],
  ["#l=x.abc", "linkBroken"],
  ["#l=1.", "linkBroken"],
  ["#l=1.AAAA", "linkBroken"],
  ["#l=1.é", "linkBroken"],
  ["#l=0.bm90IGpzb24", "linkBroken"],
  [`#l=0.${"A".repeat(2_000_001)}`, "linkBroken"],
]) {
  test(`${hash.slice(0, 14)} tells « ${sentence} »`, async () => {
    await assert.rejects(listOfFragment(hash), (error) => {
      assert.ok(error instanceof LinkError);
      assert.equal(error.sentence, sentence);
      return true;
    });
  });
}

test("a link cut anywhere opens nothing, or the same lines", async () => {
  const whole = await fragmentOf(mine);
  let refused = 0;
  for (let end = PREFIX.length; end < whole.length; end += 3) {
    const read = await listOfFragment(whole.slice(0, end)).catch(() => null);
    if (read === null) refused += 1;
    else assert.deepEqual(ids(read.lines), ids(mine.lines));
  }
  assert.ok(refused > 10);
});

test("a link that would unfold into too much is refused on the way", async () => {
  const bomb = new Blob(["[".repeat(9_000_000)]).stream();
  const zipped = await new Response(
    bomb.pipeThrough(new CompressionStream("deflate-raw")),
  ).arrayBuffer();
  const data = Buffer.from(zipped).toString("base64url");

  assert.ok(data.length < 20_000);
  await assert.rejects(listOfFragment(`#l=1.${data}`), LinkError);
});

for (const value of [null, [], ["a"], ["a", "b", "c"], ["a", "b", [1]], { 2: [] }]) {
  test(`${JSON.stringify(value)} is no packed list`, () => {
    assert.throws(() => unpacked(value), LinkError);
  });
}

test("a packed list of too many lines is refused", () => {
  const many = Array.from({ length: MOST_LINES + 1 }, (_, n) => [`o${n}`, ""]);
  assert.throws(() => unpacked(["a", "2026-01-01", many]), LinkError);
});

/* ---- files ---- */

const file = (content, size = content.length) => ({ size, text: async () => content });

test("a file saved here gives its lists back, under new ids", async () => {
  const [read] = await readLists(file(JSON.stringify({ v: 1, lists: [mine] })));

  assert.notEqual(read.id, mine.id);
  assert.deepEqual(read.lines, mine.lines);
});

for (const [content, sentence, size] of [
  ["{}", "fileNotList"],
  ["not json", "fileNotList"],
  ["null", "fileNotList"],
  ['{"v":1,"lists":[]}', "fileNotList"],
  ['{"v":1,"lists":[7]}', "fileNotList"],
  ['{"v":2,"lists":[]}', "fileNewer"],
  ["{}", "fileTooLarge", 20_000_001],
]) {
  test(`a file « ${content} » tells ${sentence}`, async () => {
    await assert.rejects(readLists(file(content, size)), (error) => {
      assert.ok(error instanceof FileError);
      assert.equal(error.sentence, sentence);
      return true;
    });
  });
}

/* ---- rows ---- */

const facts = (id, given = {}) => ({
  id,
  name: `Synthetic ${id}`,
  commune: null,
  lon: null,
  lat: null,
  ended: null,
  ...given,
});
const known = new Map([
  ["a", facts("a", { name: "Zébulon 10", commune: "Valence", lon: 4.89, lat: 44.93 })],
  ["b", facts("b", { name: "Zébulon 9", commune: "Romans", lon: 5.05, lat: 45.04 })],
  ["c", null],
]);
const several = list("several", [
  line("a", { status: "no" }),
  line("b", { status: "to_contact" }),
  line("c", { name: "Partie" }),
]);
const wanted = (given) => ({ facts: known, sort: "mine", status: "all", origin: null, ...given });
const shown = (given) => rowsOf(several, wanted(given)).map(({ line: { id } }) => id);

test("one's own order is the order of the lines", () => {
  assert.deepEqual(shown({}), ["a", "b", "c"]);
});

test("names sort as people count, those of today first looked at", () => {
  assert.deepEqual(shown({ sort: "name" }), ["c", "b", "a"]);
});

test("lines without a commune come last", () => {
  assert.deepEqual(shown({ sort: "commune" }), ["b", "a", "c"]);
});

test("lines sort by status, those without one last", () => {
  assert.deepEqual(shown({ sort: "status" }), ["b", "a", "c"]);
});

test("distances are counted from the origin, those without a point come last", () => {
  const origin = { name: "Valence", lon: 4.89, lat: 44.93 };
  const rows = rowsOf(several, wanted({ sort: "distance", origin }));

  assert.deepEqual(
    rows.map(({ line: { id } }) => id),
    ["a", "b", "c"],
  );
  assert.equal(rows[0].distance_km, 0);
  assert.ok(Math.abs(rows[1].distance_km - 17.5) < 0.5);
  assert.equal(rows[2].distance_km, null);
});

test("without an origin there is no distance, and the order is the owner's", () => {
  const rows = rowsOf(several, wanted({ sort: "distance" }));
  assert.deepEqual(
    rows.map(({ line: { id }, distance_km }) => [id, distance_km]),
    [
      ["a", null],
      ["b", null],
      ["c", null],
    ],
  );
});

test("a filter keeps the numbers that lines have in the whole list", () => {
  const rows = rowsOf(several, wanted({ status: "to_contact" }));

  assert.deepEqual(
    rows.map(({ line: { id }, number }) => [id, number]),
    [["b", 2]],
  );
  assert.deepEqual(shown({ status: "none" }), ["c"]);
});

test("keeping an order leaves what is not shown after it, as it was", () => {
  const rows = rowsOf(several, wanted({ sort: "name" })).slice(0, 2);
  assert.deepEqual(ids(inOrderOf(several.lines, rows)), ["c", "b", "a"]);
  assert.deepEqual(ids(inOrderOf(several.lines, [])), ["a", "b", "c"]);
});

test("a point is whole, or none", () => {
  assert.deepEqual(pointOf(known.get("a")), { lon: 4.89, lat: 44.93 });
  assert.equal(pointOf(facts("x", { lon: 5 })), null);
  assert.equal(pointOf(null), null);
  assert.equal(pointOf(undefined), null);
});

/* ---- what changed ---- */

const WORDS = {
  goneSince: "gone {date}",
  merged: "{old} in {name}",
  alreadyHere: "twice",
  renamed: "was {old}",
  ended: "ended {why}",
};
const view = { builtOn: "2026-11-22", lineIds: new Set(["a", "twin"]) };
const told = (facts_, one = line("a")) => changesOf({ line: one, facts: facts_ }, view, WORDS);

test("nothing is told before the facts are there, nor when nothing changed", () => {
  assert.deepEqual(told(undefined), []);
  assert.deepEqual(told(facts("a")), []);
});

test("an organisation that left is told with the day of the edition", () => {
  assert.deepEqual(told(null), [{ words: "gone 22/11/2026" }]);
});

test("a merged organisation can be followed, and one there already is said to be", () => {
  assert.deepEqual(told(facts("new")), [{ update: true, words: "Synthetic a in Synthetic new" }]);
  assert.equal(told(facts("twin"))[0].words, "Synthetic a in Synthetic twin twice");
});

test("a new name, and an end, are told", () => {
  const changed = told(facts("a", { name: "New", ended: "2025" }));
  assert.deepEqual(changed, [{ update: true, words: "was Synthetic a" }, { words: "ended 2025" }]);
});

/* ---- a list examined as a PTCE ---- */

test("proofs of whatever shape become ours, or nothing", () => {
  const ours = { complete: true, proofs: { strategy: { done: true, note: "PV" } } };

  assert.deepEqual(cleanDossier(ours), ours);
  assert.equal(cleanDossier({ proofs: { strategy: { done: "yes", note: 7 } } }), undefined);
  assert.equal(cleanDossier({ complete: "1", proofs: ["strategy"] }), undefined);
  const wild = { proofs: { "No code!": { done: true }, links: { note: "n".repeat(9000) } } };
  assert.deepEqual(cleanDossier(wild).proofs, {
    links: { done: false, note: "n".repeat(MOST_NOTE) },
  });
});

test("a proof is ticked, noted, then forgotten", () => {
  const ticked = withProof(undefined, "strategy", { done: true });
  const noted = withProof(ticked, "strategy", { note: "Convention de mai" });

  assert.deepEqual(noted.proofs.strategy, { done: true, note: "Convention de mai" });
  assert.equal(
    withProof(withProof(noted, "strategy", { note: "" }), "strategy", { done: false }),
    undefined,
  );
});

test("a group said to be complete is so until it is said otherwise, its proofs beside", () => {
  const ticked = withProof(saidComplete(undefined, true), "strategy", { done: true });

  assert.equal(ticked.complete, true);
  assert.deepEqual(saidComplete(ticked, false), { ...ticked, complete: false });
  assert.equal(saidComplete(saidComplete(undefined, true), false), undefined);
});

test("an answer is one of four, and can be forgotten", () => {
  const noted = withAnswer(undefined, "training", "seeks");

  assert.deepEqual(noted, { training: "seeks" });
  assert.equal(withAnswer(noted, "training", ""), undefined);
  assert.deepEqual(cleanAnswers({ training: "perhaps", mobility: "both" }), { mobility: "both" });
});

const examined = () =>
  list("examined", [line("a", { answers: { training: "brings" } }), line("b")], {
    ptce: { complete: false, proofs: { strategy: { done: true, note: "PV" } } },
  });

test("proofs and answers are read back from a file", async () => {
  const text = async () => JSON.stringify({ v: 1, lists: [examined()] });

  const [read] = await readLists({ size: 1, text });

  assert.deepEqual({ ...read, id: "examined" }, examined());
});

test("a link carries proofs and answers with the notes alone", async () => {
  const whole = await listOfFragment(await fragmentOf(examined(), { notes: true }));
  const bare = await listOfFragment(await fragmentOf(examined()));

  assert.deepEqual({ ...whole, id: "examined" }, examined());
  assert.equal("ptce" in bare, false);
  assert.equal("answers" in bare.lines[0], false);
});

test("two lines that became one organisation keep the answers of both", () => {
  const lines = [
    line("old", { answers: { training: "brings", mobility: "seeks" } }),
    line("c", { answers: { training: "both" } }),
  ];

  assert.deepEqual(followed(lines, "old", NOW)[0].answers, { training: "both", mobility: "seeks" });
});

test("a list is named after the search: each filter by its value", () => {
  assert.equal(
    nameAfter(["Secteur : Propreté et blanchisserie", "À 40 km autour de Valence (Drôme)"]),
    "Propreté et blanchisserie, À 40 km autour de Valence (Drôme)",
  );
  assert.equal(nameAfter(["portrait"]), "Portrait");
  assert.equal(
    nameAfter(["Dispositif : ACI, AI, EA, EI", "Lieu : Rennes (Ille-et-Vilaine), 20 km"]),
    "Rennes (Ille-et-Vilaine), 20 km",
  );
  assert.equal(nameAfter(["Dispositif : ACI, AI, EA, EI"]), "ACI, AI, EA, EI");
  assert.equal(nameAfter([""]), "");
  assert.ok(nameAfter(Array(20).fill("Type : PTCE")).length <= 82);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { boxOf, drawnAs, meets, styles, withRoom } from "../../assets/modules/map/zone_drawing.mjs";

test("each style has its own name and its own pattern, and styles come again beyond the last", () => {
  for (const graded of [true, false]) {
    const all = Array.from({ length: styles(graded) }, (_, style) => drawnAs(style, graded));
    const patterns = all.map(({ strokes }) => JSON.stringify(strokes));

    assert.equal(new Set(all.map(({ name }) => name)).size, all.length);
    assert.equal(new Set(patterns).size, all.length);
    assert.deepEqual(drawnAs(all.length, graded), all[0]);
  }
  assert.equal(styles(true), 7);
});

test("the window of a geometry holds every position of it", () => {
  assert.deepEqual(boxOf([5, 45]), [5, 45, 5, 45]);
  const rings = [
    [
      [
        [5, 45],
        [6, 44],
        [5.5, 46],
        [5, 45],
      ],
    ],
    [
      [
        [-1, 50],
        [0, 51],
        [-1, 50],
      ],
    ],
  ];
  assert.deepEqual(boxOf(rings), [-1, 44, 6, 51]);
});

test("windows meet where they share an edge, a corner or all", () => {
  const seen = [0, 0, 2, 2];
  assert.ok(meets(seen, [2, 2, 3, 3]));
  assert.ok(meets(seen, [-5, -5, 5, 5]));
  assert.ok(!meets(seen, [2.1, 0, 3, 2]));
  assert.ok(!meets(seen, [0, -2, 2, -0.1]));
});

test("of two names that would lie on one another, the one of the wider zone is kept", () => {
  const name = (id, x, room) => ({ id, box: [x, 0, 40, 16], room });
  const kept = withRoom([name("small", 10, 50), name("wide", 0, 90), name("apart", 60, 50)]);

  assert.deepEqual(
    kept.map(({ id }) => id),
    ["wide", "apart"],
  );
});

test("a name far wider than its zone is not drawn on it", () => {
  assert.deepEqual(withRoom([{ box: [0, 0, 100, 16], room: 20 }]), []);
});

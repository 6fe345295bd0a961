import assert from "node:assert/strict";
import { test } from "node:test";
import { apart, asOne } from "../../assets/modules/map/apart.mjs";
import {
  mercator,
  numbersTogether,
  pathOf,
  planOf,
  ringsOn,
  scaleBar,
  WIDTH,
} from "../../assets/modules/map/plan.mjs";
import {
  arcsOf,
  clusterWords,
  donut,
  donutSize,
  middleOf,
  mixOf,
  pinWords,
} from "../../assets/modules/map/symbols.mjs";
import {
  cameraOf,
  cameraText,
  cornersOf,
  numbersOf,
  windowOf,
} from "../../assets/modules/map/window.mjs";

const TEXTS = {
  kinds: { ess_actor: "Acteur de l’ESS", ptce: "PTCE" },
  organisations: "{n} organisations",
  samePoint: "Activer pour les lister.",
  zoomIn: "Activer pour zoomer.",
  approximate: "position à la commune",
  toCall: "Activité non renseignée, à appeler",
};

test("a donut grows with its count, never beyond its bounds", () => {
  const sizes = [1, 9, 99, 999, 99_999, 10 ** 9].map(donutSize);
  assert.deepEqual(sizes, [33, 39, 48, 57, 64, 64]);
});

test("the arcs of a ring follow one another and make it whole", () => {
  const arcs = arcsOf({ ptce: 1, ess_actor: 3 }, 4, 100);

  assert.deepEqual(arcs, [
    { kind: "ess_actor", begins: 0, length: 75 },
    { kind: "ptce", begins: 75, length: 25 },
  ]);
});

test("a donut draws one arc a kind, and its count as the language writes it", () => {
  const drawn = donut({ count: 4, kinds: { ptce: 1, ess_actor: 3 } }, (n) => `n=${n}`);

  assert.equal(drawn.match(/stroke-dasharray/g)?.length, 2);
  assert.match(drawn, />n=4<\/text>/);
});

test("a donut says those to call beside the known, and gives them a dashed ring of their own", () => {
  assert.deepEqual(middleOf(12, 8, String), ["12", "8?"]);
  assert.deepEqual(middleOf(0, 8, String), ["8?"]);

  const drawn = donut({ count: 1, kinds: { ptce: 1 }, unknown: 3 }, String);
  assert.match(drawn, />1<\/text>.*>3\?<\/text>/);
  assert.match(drawn, /stroke-dasharray="4 3"/);
  const [, length, gap] =
    drawn.match(/stroke="#a3195b".*?stroke-dasharray="([\d.]+) ([\d.]+)"/) || [];
  assert.equal(Math.round((100 * Number(length)) / (Number(length) + Number(gap))), 25);
});

test("a mix counts kinds, and leaves out what has none", () => {
  const mix = mixOf([{ kind: "ptce" }, { kind: null }, { kind: "ess_actor" }, { kind: "ptce" }]);
  assert.deepEqual(mix, { ptce: 2, ess_actor: 1 });
});

test("a cluster says how many, of what, and what pressing it does", () => {
  const cluster = { count: 1200, kinds: { ptce: 200, ess_actor: 1000 }, same_point: false };
  const told = clusterWords(cluster, TEXTS, (n) => n.toLocaleString("en"));

  assert.equal(
    told,
    "1,200 organisations. Acteur de l’ESS : 1,000, PTCE : 200. Activer pour zoomer.",
  );
  assert.match(clusterWords({ ...cluster, same_point: true }, TEXTS, String), /les lister\.$/);
});

test("a cluster says how many are to call, and no zero beside them", () => {
  const cluster = { count: 0, unknown: 3, kinds: {}, same_point: false };
  assert.equal(
    clusterWords(cluster, TEXTS, String),
    "Activité non renseignée, à appeler : 3. Activer pour zoomer.",
  );
  assert.equal(
    clusterWords({ ...cluster, count: 2, kinds: { ptce: 2 } }, TEXTS, String),
    "2 organisations. PTCE : 2. Activité non renseignée, à appeler : 3. Activer pour zoomer.",
  );
  const pin = { name: "Synthetic", kind: "ptce", precise: true, unknown: true };
  assert.equal(pinWords(pin, TEXTS), "Synthetic (PTCE, activité non renseignée, à appeler)");
});

test("a pin says when it only knows its commune", () => {
  const pin = { name: "Synthetic", kind: "ptce", precise: true };
  assert.equal(pinWords(pin, TEXTS), "Synthetic (PTCE)");
  assert.equal(
    pinWords({ ...pin, precise: false }, TEXTS),
    "Synthetic (PTCE, position à la commune)",
  );
});

test("a window is rounded, and ends where the world does", () => {
  const bounds = (west, south, east, north) => ({
    getWest: () => west,
    getSouth: () => south,
    getEast: () => east,
    getNorth: () => north,
  });

  assert.deepEqual(windowOf(bounds(-1.234567, 40.000004, 5, 51)), [-1.23457, 40, 5, 51]);
  assert.deepEqual(windowOf(bounds(-300, -95, 300, 95)), [-180, -90, 180, 90]);
  assert.deepEqual(windowOf(bounds(-300, -95, 300, 95), 85), [-180, -85, 180, 85]);
});

test("corners are in Leaflet's order, whichever way round the sides came", () => {
  const corners = [
    [44, 4],
    [46, 6],
  ];
  assert.deepEqual(cornersOf([4, 44, 6, 46]), corners);
  assert.deepEqual(cornersOf([6, 46, 4, 44]), corners);
  assert.deepEqual(cornersOf(numbersOf("6,44,4,46")), corners);
});

test("a camera comes back from the address as it went", () => {
  const text = cameraText(11, { lat: 45.043, lng: 5.051 });

  assert.equal(text, "11/45.04300/5.05100");
  assert.deepEqual(cameraOf(text), { zoom: 11, lat: 45.043, lon: 5.051 });
});

for (const text of [null, "", "11", "11/45", "11/45/five", "11/45/5/9", "a/b/c"]) {
  test(`« ${text} » is no camera`, () => {
    assert.equal(cameraOf(text), null);
  });
}

test("the projection keeps longitudes and stretches towards the poles", () => {
  const [lon, lat] = mercator([5, 0]);
  assert.equal(lon, 5);
  assert.ok(Math.abs(lat) < 1e-9);
  const [, at60] = mercator([0, 60]);
  assert.ok(Math.abs(at60 - 75.4561) < 1e-3);
});

test("every point of a plan is on it, within its margins", () => {
  const points = [
    [4, 50],
    [6, 51],
    [5, 53],
  ];
  const plan = planOf(points);
  const spots = points.map(plan.at);

  assert.equal(spots.length, 3);
  for (const [x, y] of spots) {
    assert.ok(x > 0 && x < WIDTH, `${x} across`);
    assert.ok(y > 0 && y < plan.height, `${y} down`);
  }
});

test("one point is in the middle of a plan wide enough to know where it is", () => {
  const plan = planOf([[5, 50]]);

  assert.deepEqual(plan.at([5, 50]), [WIDTH / 2, plan.height / 2]);
  assert.ok(WIDTH / plan.scale > 0.2);
});

test("north is up and east is right", () => {
  const plan = planOf([
    [4, 50],
    [6, 52],
  ]);
  const [[x1, y1], [x2, y2]] = [plan.at([4, 50]), plan.at([6, 52])];

  assert.ok(x2 > x1 && y2 < y1);
});

test("rings far from a plan are left out, one that surrounds it is kept", () => {
  const plan = planOf([mercator([5, 45])]);
  const around = [
    [0, 40],
    [10, 40],
    [10, 50],
    [0, 50],
    [0, 40],
  ];
  const far = around.map(([lon, lat]) => [lon + 60, lat]);
  const geometry = { type: "MultiPolygon", coordinates: [[around], [far]] };

  assert.equal(ringsOn(geometry, plan).length, 1);
  assert.equal(ringsOn({ type: "Polygon", coordinates: [far] }, plan).length, 0);
});

test("a ring is a closed path", () => {
  assert.equal(
    pathOf([
      [1, 2],
      [3.04, 4.06],
    ]),
    "M1.0 2.0L3.0 4.1Z",
  );
});

test("the scale is a round distance of at most a quarter of the plan", () => {
  const points = [mercator([4, 44]), mercator([6, 46])];
  const { km, length } = scaleBar(planOf(points), points);

  assert.equal(km, 50);
  assert.ok(length > 0 && length < WIDTH / 4);
});

test("numbers of neighbours are written together, a long group is cut", () => {
  const places = [
    [10, 10],
    [12, 12],
    [200, 10],
    [11, 9],
    [10, 11],
    [13, 10],
  ];
  const groups = numbersTogether([1, 2, 3, 4, 5, 6], places);

  assert.deepEqual(
    groups.map(({ words }) => words),
    ["1, 2, 4, …", "3"],
  );
});

/** @param {number} x @param {number} y @param {Record<string, unknown>} [more] */
const badge = (x, y, more = {}) => ({
  geometry: { coordinates: [x, y] },
  properties: {
    cluster: true,
    count: 1,
    unknown: 0,
    kinds: { ptce: 1 },
    bounds: [x, y, x, y],
    same_point: true,
    territory: null,
    ...more,
  },
});
const SCREEN = {
  /** @param {number[]} at */
  to: ([x, y]) => ({ x, y }),
  /** @param {{ x: number, y: number }} spot */
  from: ({ x, y }) => [x, y],
};

/** @param {any[]} features */
const drawnApart = (features) => apart(features, SCREEN, () => 30);

test("badges that would overlap are drawn as one, and nobody is lost", () => {
  const drawn = drawnApart([badge(0, 0, { count: 5 }), badge(20, 0), badge(45, 0), badge(200, 0)]);

  assert.deepEqual(
    drawn.map(({ geometry, properties }) => [geometry.coordinates[0], properties.count]),
    [
      [0, 6],
      [45, 1],
      [200, 1],
    ],
  );
  for (const [n, one] of drawn.entries()) {
    for (const other of drawn.slice(n + 1)) {
      const [a, b] = [one, other].map(({ geometry }) => geometry.coordinates);
      assert.ok(Math.hypot(a[0] - b[0], a[1] - b[1]) >= 30);
    }
  }
});

test("a pin under a badge joins it, those to call apart from the known", () => {
  const pin = {
    geometry: { coordinates: [3, 4] },
    properties: { cluster: false, id: "a", kind: "ptce", name: "A", precise: true, unknown: true },
  };
  const [one] = /** @type {any[]} */ (drawnApart([badge(0, 0), pin]));

  assert.deepEqual([one.properties.count, one.properties.unknown], [1, 1]);
  assert.deepEqual(one.properties.kinds, { ptce: 1 });
  assert.deepEqual(one.properties.bounds, [0, 0, 3, 4]);
  assert.equal(one.properties.same_point, false);
});

test("totals of territories step aside before they are drawn as one, and are named together", () => {
  const named = (/** @type {string} */ name) => ({
    territory: { level: "region", code: "1", name },
  });
  const beside = /** @type {any[]} */ (
    drawnApart([badge(0, 0, named("A")), badge(20, 0, named("B"))])
  );
  const over = /** @type {any[]} */ (
    drawnApart([badge(0, 0, named("A")), badge(1, 0, named("B"))])
  );

  assert.equal(beside.length, 2);
  const [a, b] = beside.map(({ geometry }) => geometry.coordinates[0]);
  assert.ok(b - a >= 30);
  assert.ok(Math.abs(a) <= 14);
  assert.deepEqual(
    over.map(({ properties }) => [properties.territory.name, properties.count]),
    [["A, B", 2]],
  );
  const cluster = /** @type {any} */ (asOne(...beside)).properties;
  assert.match(clusterWords(cluster, TEXTS, String), /^A, B\. 2 organisations\./);
});

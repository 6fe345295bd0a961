import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addressOf,
  filtersOf,
  orderOf,
  put,
  putAll,
  putCircle,
  putPlace,
  putRadius,
  queryOf,
  statesOf,
  switchValue,
} from "../../assets/modules/base/query.mjs";
import { inFull, learn, toRead } from "../../assets/modules/base/readable.mjs";

const params = (text) => new URLSearchParams(text);

test("a query string keeps commas, colons and slashes as they are", () => {
  assert.equal(queryOf(params({ ids: "a:1,b/2", q: "é&" })), "ids=a:1,b/2&q=%C3%A9%26");
});

test("an address without parameters has no question mark", () => {
  assert.equal(addressOf("/ptce", params("")), "/ptce");
  assert.equal(addressOf("/ptce", params("ids=a")), "/ptce?ids=a");
});

test("what only the page needs is no filter", () => {
  const search =
    "?view=map&map=9/1/2&organisation=x&order=name&shown=100&follow=1&place=commune:26281" +
    "&lang=en&pooling=logistics&noticed=kind:foo&device=esat&device=ea&near=5,45";

  assert.equal(queryOf(filtersOf(search)), "device=esat&device=ea&near=5,45");
});

test("an empty value takes a parameter away", () => {
  const wanted = params("q=scop&lang=en");
  put(wanted, "q", "");
  put(wanted, "lang", null);
  put(wanted, "view", "map");

  assert.equal(wanted.toString(), "view=map");
});

test("several values replace those of before", () => {
  const wanted = params("pooling=a&pooling=b&q=x");
  putAll(wanted, "pooling", ["c", "d"]);

  assert.deepEqual(wanted.getAll("pooling"), ["c", "d"]);
  assert.equal(wanted.get("q"), "x");
});

test("switching a value adds it, switching it again takes it away, others stay in order", () => {
  const wanted = params("device=esat&device=aci");
  switchValue(wanted, "device", "ea");
  assert.deepEqual(wanted.getAll("device"), ["esat", "aci", "ea"]);

  switchValue(wanted, "device", "aci");
  assert.deepEqual(wanted.getAll("device"), ["esat", "ea"]);
});

test("a commune with a point is a circle of 20 km around it", () => {
  const wanted = params("region=84&bbox=1,2,3,4&map=9/1/2&order=distance&device=esat");
  putPlace(wanted, "commune:26281:5.05,45.04");

  assert.equal(queryOf(wanted), "device=esat&near=5.05,45.04&radius_km=20&place=commune:26281");
});

test("another territory filters by its code and ends the circle", () => {
  const wanted = params("near=5,45&radius_km=20&place=commune:26281");
  putPlace(wanted, "epci:200040459");

  assert.equal(queryOf(wanted), "epci=200040459");
});

test("a commune without a point filters by its code", () => {
  const wanted = params("");
  putPlace(wanted, "commune:97701");

  assert.equal(queryOf(wanted), "commune=97701");
});

test("a radius keeps the point, the commune alone ends it", () => {
  const wanted = params("near=5,45&radius_km=20&place=commune:26281&order=distance&map=9/1/2");
  putRadius(wanted, "50");
  assert.equal(wanted.get("radius_km"), "50");
  assert.equal(wanted.has("map"), false);

  putRadius(wanted, "commune:26281");
  assert.equal(queryOf(wanted), "commune=26281");
});

test("a radius is drawn around the place that the text said, which then says it no more", () => {
  const wanted = params("q=esat+valence");
  putCircle(wanted, { near: "5,45", place: "commune:26362", text: "esat" });
  putRadius(wanted, "50");

  assert.equal(queryOf(wanted), "q=esat&near=5,45&place=commune:26362&radius_km=50");
});

for (const [search, order] of [
  ["", "relevance"],
  ["near=5,45", "distance"],
  ["near=5,45&q=archer", "relevance"],
  ["order=distance&q=valence", "distance"],
  ["order=distance", "relevance"],
  ["order=distance&near=5,45", "distance"],
  ["order=size&near=5,45", "size"],
]) {
  test(`the order of « ${search} » is ${order}`, () => {
    assert.equal(orderOf(params(search)), order);
  });
}

test("an address of the main screen is split into page, filters and opened organisation", () => {
  const states = statesOf("/", "?device=esat&organisation=x&view=map&map=1/2/3&lang=en", null);

  assert.deepEqual(states, {
    onMap: true,
    view: "map",
    opened: "x",
    page: { path: "/", lang: "en" },
    filters: "?device=esat&lang=en",
  });
});

test("another page keeps the filters of before, and has none of its own", () => {
  assert.equal(statesOf("/reseau", "?department=26", "?device=esat").filters, "?device=esat");
  assert.equal(statesOf("/reseau", "?department=26&lang=en", null).filters, "?lang=en");
  assert.equal(statesOf("/reseau", undefined, null).filters, "?");
  assert.equal(statesOf("/reseau", "", null).onMap, false);
});

test("no path is the main screen, in French", () => {
  assert.deepEqual(statesOf(undefined, undefined, null).page, { path: "/", lang: "fr" });
});
test("a list keeps its readable path while its filters change, and tells the app its parameters", () => {
  const around = params("near=5.05,45.04&radius_km=20&place=commune:26281&device=esat");
  learn("/autour/26281-romans/20-km", around);

  const shown = toRead("/", params(`${around}&map=9/45/5`));
  assert.equal(shown, "/autour/26281-romans/20-km?device=esat&map=9/45/5");
  const [path, search] = shown.split("?");
  const told = inFull(path, `?${search}`);
  assert.equal(told.path, "/");
  assert.deepEqual(
    statesOf(told.path, told.search, null).filters,
    statesOf("/", `?${around}`, null).filters,
  );
});

test("another place, radius or page has the address that it says itself", () => {
  learn("/dans/departement/26-drome", params("department=26"));

  assert.equal(toRead("/", params("department=26")), "/dans/departement/26-drome");
  assert.equal(toRead("/", params("department=26&epci=1")), "/?department=26&epci=1");
  assert.equal(toRead("/reseau", params("department=26")), "/reseau?department=26");
  assert.deepEqual(inFull("/dans/region/84", "?q=a"), { path: "/dans/region/84", search: "?q=a" });
  assert.deepEqual(inFull("/", ""), { path: "/", search: "" });
});

test("only paths of lists are learnt, and only with a place", () => {
  learn("/reseau", params("department=38"));
  learn("/dans/departement/38-isere", params("device=esat"));

  assert.equal(toRead("/", params("department=38")), "/?department=38");
});

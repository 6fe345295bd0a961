/* The map of a list, drawn here from the project's outlines: which organisations are in the list is
   told to no tile server. Far-away territories each have a frame. */
"use strict";
(function (app) {
  const WIDTH = 420;
  const MOST_HEIGHT = 480;
  const LEAST_HEIGHT = 200;
  const LEAST_SPAN_KM = 8;
  const NUMBERED = 150;
  const SVG = "http://www.w3.org/2000/svg";

  const svg = (tag, attributes = {}, ...children) => {
    const element = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    element.append(...children);
    return element;
  };

  let outlines = null;
  const outlinesOf = () => {
    outlines =
      outlines ||
      window.fetch("/api/v1/outlines/department").then((answer) => {
        if (!answer.ok) throw new Error("outlines");
        return answer.json();
      });
    outlines.catch(() => (outlines = null));
    return outlines;
  };

  const mercator = ([lon, lat]) => [
    lon,
    (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI,
  ];

  const frameOf = (facts) => {
    const code = facts.department_code || "";
    return code.startsWith("97") || code.startsWith("98") ? facts.department || code : "";
  };

  /* A window around points, never so small that nothing can be recognised. */
  const windowOf = (points) => {
    const lons = points.map((point) => point[0]);
    const ys = points.map((point) => point[1]);
    const middle = (values) => (Math.min(...values) + Math.max(...values)) / 2;
    const least = LEAST_SPAN_KM / 80;
    const half = (values) => Math.max((Math.max(...values) - Math.min(...values)) / 2, least) * 1.18;
    const [x, y, dx, dy] = [middle(lons), middle(ys), half(lons), half(ys)];
    const height = Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, (WIDTH * dy) / dx));
    const scale = Math.min(WIDTH / (2 * dx), height / (2 * dy));
    return {
      height,
      scale,
      at: (point) => [WIDTH / 2 + (point[0] - x) * scale, height / 2 - (point[1] - y) * scale],
    };
  };

  const ringsOf = (geometry) =>
    geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();

  const land = (collection, view) => {
    const inside = ([x, y]) =>
      x > -WIDTH && x < 2 * WIDTH && y > -view.height && y < 2 * view.height;
    const paths = [];
    collection.features.forEach(({ geometry }) => {
      if (!geometry) return;
      const rings = ringsOf(geometry)
        .map((ring) => ring.map((point) => view.at(mercator(point))))
        .filter((ring) => ring.some(inside) || around(ring, view));
      if (!rings.length) return;
      const written = rings
        .map((ring) => "M" + ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L") + "Z")
        .join("");
      paths.push(svg("path", { d: written, class: "list-land", "fill-rule": "evenodd" }));
    });
    return paths;
  };

  /* A ring larger than the frame has no corner in it, and may fill it. */
  const around = (ring, view) => {
    const xs = ring.map((point) => point[0]);
    const ys = ring.map((point) => point[1]);
    return (
      Math.min(...xs) < 0 && Math.max(...xs) > WIDTH &&
      Math.min(...ys) < view.height && Math.max(...ys) > 0
    );
  };

  const scaleBar = (view, points) => {
    const lat = points.reduce((sum, point) => sum + point[1], 0) / points.length;
    const real = (2 * Math.atan(Math.exp((lat * Math.PI) / 180)) - Math.PI / 2);
    const kmOfPixel = (111.32 * Math.cos(real)) / view.scale;
    const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500];
    const km = steps.filter((step) => step / kmOfPixel < WIDTH / 4).pop() || steps[0];
    const length = km / kmOfPixel;
    const y = view.height - 14;
    const label = svg("text", { x: 14, y: y - 7, class: "list-scale" });
    label.textContent = `${app.number(km)}\u00a0km`;
    return [svg("path", { d: `M14 ${y - 4}V${y}H${14 + length}V${y - 4}`, class: "list-scale-bar" }), label];
  };

  const pin = (row, [x, y], size) => {
    const title = svg("title");
    title.textContent = `${row.number}. ${row.facts.name}`;
    const mark = svg("image", {
      href: `/assets/symbols/${row.facts.kind}.svg`,
      x: x - size / 2, y: y - size / 2, width: size, height: size,
    });
    return svg("g", { class: "list-pin", "data-line": row.line.id }, title, mark);
  };

  /* The numbers of neighbours are written together: one over the other, nobody reads them. */
  const numbers = (rows, places) => {
    const groups = [];
    rows.forEach((row, n) => {
      const [x, y] = places[n];
      const group = groups.find((one) => Math.abs(one.x - x) < 26 && Math.abs(one.y - y) < 13);
      if (group) group.numbers.push(row.number);
      else groups.push({ x, y, numbers: [row.number] });
    });
    return groups.map(({ x, y, numbers: found }) => {
      const some = found.length > 4 ? [...found.slice(0, 3), "…"] : found;
      const left = x > WIDTH - 60;
      const label = svg("text", {
        x: left ? x - 11 : x + 11, y: y + 5, class: "list-pin-number",
        "text-anchor": left ? "end" : "start",
      });
      label.textContent = some.join(", ");
      return label;
    });
  };

  const frame = (name, rows, collection) => {
    const words = app.pageWords();
    const points = rows.map(({ facts }) => mercator([facts.lon, facts.lat]));
    const view = windowOf(points);
    const places = points.map(view.at);
    const label = app.sayMany(words.mapOf, rows.length);
    const drawing = svg(
      "svg",
      {
        viewBox: `0 0 ${WIDTH} ${view.height.toFixed(0)}`, class: "list-map-drawing",
        role: "img", "aria-label": name ? `${name}. ${label}` : label,
      },
      ...land(collection, view),
      ...rows.map((row, n) => pin(row, places[n], rows.length <= NUMBERED ? 18 : 11)).reverse(),
      ...(rows.length <= NUMBERED ? numbers(rows, places) : []),
      ...scaleBar(view, points)
    );
    const caption = name ? [app.make("figcaption", {}, name)] : [];
    return app.make("figure", { class: "list-map-frame" }, drawing, ...caption);
  };

  /** Draw the rows that have a point into `holder`; each is `{number, line, facts}`. */
  app.drawListMap = async (holder, rows) => {
    const words = app.pageWords();
    const located = rows.filter(({ facts }) => facts && facts.lon !== null);
    const drawn = JSON.stringify(located.map((row) => [row.line.id, row.number]));
    if (holder.dataset.drawn === drawn) return;
    holder.dataset.drawn = drawn;
    const missing = rows.length - located.length;
    try {
      const collection = located.length ? await outlinesOf() : null;
      if (holder.dataset.drawn !== drawn) return;
      const frames = new Map();
      located.forEach((row) => {
        const name = frameOf(row.facts);
        frames.set(name, [...(frames.get(name) || []), row]);
      });
      const figures = [...frames].map(([name, some]) => frame(name, some, collection));
      const told = missing ? [app.make("p", { class: "hint" }, app.sayMany(words.notOnMap, missing))] : [];
      const credit = figures.length ? [app.make("p", { class: "hint" }, words.mapCredit)] : [];
      holder.replaceChildren(...figures, ...told, ...credit);
    } catch {
      holder.dataset.drawn = "";
      holder.replaceChildren(app.make("p", { class: "hint" }, words.mapFailed));
    }
  };
})(window.territorialMap);

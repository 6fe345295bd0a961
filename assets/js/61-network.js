/* The network: a small deterministic layout, drawn as SVG; the table beside it says the same. */
"use strict";
(function (app) {
  const NS = "http://www.w3.org/2000/svg";
  const GOLDEN = Math.PI * (3 - Math.sqrt(5));
  const STEPS = 260;
  const LABELLED = 14;

  /** Points that always land in the same place for the same network (Fruchterman–Reingold). */
  app.placeNodes = (nodes, links) => {
    const tied = nodes.map(() => 0);
    links.forEach(({ ends }) => ends.forEach((end) => (tied[end] += 1)));
    const ideal = 1 / Math.sqrt(Math.max(1, nodes.length));
    const points = nodes.map((_, n) => {
      const far = 0.5 * Math.sqrt((n + 0.5) / nodes.length);
      return { x: far * Math.cos(n * GOLDEN), y: far * Math.sin(n * GOLDEN), dx: 0, dy: 0 };
    });
    for (let step = 0; step < STEPS; step += 1) {
      const heat = 0.1 * (1 - step / STEPS);
      points.forEach((p) => {
        p.dx = -p.x * 1.2;
        p.dy = -p.y * 1.9;
      });
      for (let i = 0; i < points.length; i += 1) {
        for (let j = i + 1; j < points.length; j += 1) push(points[i], points[j], ideal);
      }
      links.forEach(({ ends: [a, b] }) => pull(points[a], points[b], ideal, 1 / Math.sqrt(tied[a] * tied[b])));
      points.forEach((p) => {
        const length = Math.hypot(p.dx, p.dy) || 1e-9;
        p.x += (p.dx / length) * Math.min(length, heat);
        p.y += (p.dy / length) * Math.min(length, heat);
      });
    }
    return points;
  };

  const push = (p, q, ideal) => {
    const dx = p.x - q.x || 1e-6;
    const dy = p.y - q.y || 1e-6;
    const force = (ideal * ideal) / (dx * dx + dy * dy);
    p.dx += dx * force;
    p.dy += dy * force;
    q.dx -= dx * force;
    q.dy -= dy * force;
  };

  const pull = (p, q, ideal, share) => {
    const dx = p.x - q.x;
    const dy = p.y - q.y;
    const force = (share * Math.hypot(dx, dy)) / ideal;
    p.dx -= dx * force;
    p.dy -= dy * force;
    q.dx += dx * force;
    q.dy += dy * force;
  };

  const element = (name, attributes, parent) => {
    const made = document.createElementNS(NS, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    if (parent) parent.append(made);
    return made;
  };

  const titled = (made, words) => {
    element("title", {}, made).textContent = words;
    return made;
  };

  const scaled = (points, width, height) => {
    const room = { x: 90, y: 34 };
    const span = (axis) => {
      const values = points.map((p) => p[axis]);
      return [Math.min(...values), Math.max(...values)];
    };
    const [left, right] = span("x");
    const [top, bottom] = span("y");
    const at = (value, low, high, size, margin) =>
      high > low ? margin + ((value - low) / (high - low)) * (size - 2 * margin) : size / 2;
    return points.map((p) => [
      at(p.x, left, right, width, Math.min(room.x, width / 6)),
      at(p.y, top, bottom, height, room.y),
    ]);
  };

  const degrees = (graph) => {
    const counts = graph.nodes.map(() => 0);
    graph.links.forEach(({ ends }) => ends.forEach((end) => (counts[end] += 1)));
    return counts;
  };

  /* Names that would lie over another name are left to the pointer: the table has them all. */
  const labelled = (graph, places, counts, width) => {
    const most = width < 600 ? 6 : LABELLED;
    const order = graph.nodes
      .map((node, n) => n)
      .sort((a, b) => graph.nodes[b].centre - graph.nodes[a].centre || counts[b] - counts[a] || a - b);
    const kept = [];
    order.forEach((n) => {
      const [x, y] = places[n];
      const half = Math.min(28, graph.nodes[n].name.length) * 3.6;
      const free = kept.every(
        (other) => Math.abs(other.y - y) > 18 || Math.abs(other.x - x) > other.half + half
      );
      if (free && kept.length < most) kept.push({ n, x, y, half });
    });
    return new Set(kept.map((one) => one.n));
  };

  const short = (name) => (name.length > 28 ? name.slice(0, 27).trimEnd() + "…" : name);

  const draw = (graph, holder) => {
    // An empty stage is not displayed, so it has no width to measure.
    if (!holder.firstChild) holder.append(document.createElement("span"));
    const width = Math.max(280, holder.clientWidth || 800);
    const height = width < 600 ? 420 : 560;
    const svg = element("svg", {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-label": graph.label,
    });
    const places = scaled(app.placeNodes(graph.nodes, graph.links), width, height);
    const counts = degrees(graph);
    const names = labelled(graph, places, counts, width);
    const lines = element("g", {}, svg);
    const dots = element("g", {}, svg);
    const texts = element("g", {}, svg);
    graph.links.forEach((link) => {
      const [[x1, y1], [x2, y2]] = link.ends.map((end) => places[end]);
      const line = element(
        "line",
        { x1, y1, x2, y2, class: `link link-${link.style}`, "stroke-width": link.width },
        lines
      );
      line.dataset.ends = link.ends.join(" ");
      titled(line, link.words);
    });
    graph.nodes.forEach((node, n) => {
      const [x, y] = places[n];
      const size = node.centre ? 34 : Math.min(28, 17 + 1.4 * counts[n]);
      const dot = element(
        "image",
        { href: `/assets/symbols/${node.kind}.svg`, x: x - size / 2, y: y - size / 2, width: size, height: size, class: "dot" },
        dots
      );
      dot.dataset.node = n;
      dot.dataset.href = node.href;
      titled(dot, node.name);
      const text = element("text", { x, y: y + size / 2 + 12, "text-anchor": "middle" }, texts);
      text.textContent = short(node.name);
      text.dataset.node = n;
      text.setAttribute("class", names.has(n) ? "name" : "name is-quiet");
    });
    holder.replaceChildren(svg);
    followPointer(svg, graph);
  };

  /* Pointing at an organisation shows its name and its links alone. */
  const followPointer = (svg, graph) => {
    const stress = (n) => {
      const near = new Set([n]);
      graph.links.forEach(({ ends }) => ends.includes(n) && ends.forEach((end) => near.add(end)));
      svg.classList.add("is-stressed");
      svg.querySelectorAll("[data-node]").forEach((one) => {
        one.classList.toggle("is-near", near.has(Number(one.dataset.node)));
        one.classList.toggle("is-at", Number(one.dataset.node) === n);
      });
      svg.querySelectorAll("[data-ends]").forEach((one) => {
        one.classList.toggle("is-near", one.dataset.ends.split(" ").map(Number).includes(n));
      });
    };
    svg.addEventListener("mouseover", (event) => {
      const at = event.target.closest("[data-node]");
      if (at) stress(Number(at.dataset.node));
      else svg.classList.remove("is-stressed");
    });
    svg.addEventListener("mouseleave", () => svg.classList.remove("is-stressed"));
    svg.addEventListener("click", (event) => {
      const at = event.target.closest("[data-href]");
      if (!at) return;
      const target = new URL(at.dataset.href, window.location.origin);
      app.go(target.searchParams, { path: target.pathname });
    });
  };

  let shown = null;
  app.drawNetwork = (graph) => {
    shown = graph;
    window.requestAnimationFrame(() => {
      const holder = document.getElementById("network-drawing");
      if (!holder) return;
      holder.parentElement.classList.toggle("is-empty", !graph);
      if (graph) draw(graph, holder);
      else holder.replaceChildren();
    });
  };

  let resized = 0;
  window.addEventListener("resize", () => {
    window.clearTimeout(resized);
    resized = window.setTimeout(() => {
      if (shown && document.getElementById("network-drawing")) app.drawNetwork(shown);
    }, 200);
  });

  const choose = (name, served, none) => (value) => {
    const holder = document.querySelector(".network-choices");
    if (!value || !holder || holder.dataset[served] === value) return;
    app.keepFocus(`network-${name}`);
    const params = app.params();
    if (value === none) params.delete(name);
    else params.set(name, value);
    app.go(params);
  };
  app.chooseNetwork = choose("pooling", "pooling", "all");
  app.chooseNetworkTier = choose("tier", "tier", "explore");

  /** A territory or an organisation was picked: everything else of the address is kept. */
  app.pickNetwork = (value) => {
    if (!value) return;
    const [kind, ...rest] = value.split(":");
    const before = app.params();
    const params = new URLSearchParams();
    ["pooling", "tier", "lang"].forEach((name) => before.has(name) && params.set(name, before.get(name)));
    params.set(kind, kind === "organisation" ? rest.join(":") : rest[0]);
    window.dash_clientside.set_props("network-search", { value: null, searchValue: "" });
    app.go(params);
  };

  /* « Réseau » opened from the map keeps the map's filters. */
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element && event.target.closest('.page-links a[href^="/reseau"]');
      if (!link || app.here().path !== "/") return;
      const filters = app.filtersOf(app.here().search);
      const lang = app.params().get("lang");
      if (lang) filters.set("lang", lang);
      const query = app.queryOf(filters);
      link.setAttribute("href", "/reseau" + (query ? "?" + query : ""));
    },
    true
  );
})(window.territorialMap);

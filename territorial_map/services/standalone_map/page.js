/* The list, the legend and the search beside the map; runs after folium has made the map. */
"use strict";
(function () {
  const map = window.territorialMapPage;
  const page = JSON.parse(document.getElementById("liste").textContent);
  const { kinds, ground, origin, words } = page.map;
  const STEP = 200;
  const texts = page.columns.map((key) => page.values[key] || null);
  const place = Object.fromEntries(page.columns.map((key, n) => [key, n]));
  const cell = (row, n) => (texts[n] && row[n] !== null ? texts[n][row[n]] : row[n]);
  const say = (row, key) => (key in place ? cell(row, place[key]) : null);
  const fold = (text) =>
    text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/œ/g, "oe")
      .replace(/æ/g, "ae").replace(/[^a-z0-9]+/g, " ").trim();
  const counted = (n, digits = 20) => n.toLocaleString(words.locale, { maximumFractionDigits: digits });
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  /* The rules of `domain/language/writing.py`, as data. */
  const distance = (km) => {
    const rules = words.writing;
    const step = rules.stepMetres;
    const metres = Math.max(1, Math.ceil((km * 1000) / step - 0.5)) * step;
    if (metres < 1000) return fill(rules.metres, { n: metres });
    const tenths = Math.ceil(km * 10 - 0.5);
    const near = tenths < rules.oneDecimalBelowKm * 10;
    const figure = near ? `${Math.floor(tenths / 10)}${rules.decimal}${tenths % 10}` : counted(Math.ceil(km - 0.5));
    return fill(rules.kilometres, { n: figure });
  };
  const away = (km) => fill(words.away, { distance: distance(km) });
  const make = (tag, className, text) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  };

  /* Symbols: one shape and colour per kind, as in the app. */
  const drawing = (kind, precise) =>
    `<svg viewBox="0 0 24 24" aria-hidden="true">${kinds[kind][precise ? "symbol" : "hollow"]}</svg>`;
  const donut = (count, mix) => {
    const size = Math.round(Math.min(64, 30 + 9 * Math.log10(count + 1)));
    const radius = (size - 6) / 2 - 1;
    const around = 2 * Math.PI * radius;
    let turned = 0;
    const arcs = Object.entries(mix).map(([kind, n]) => {
      const length = (n / count) * around;
      const arc =
        `<circle cx="${size / 2}" cy="${size / 2}" r="${radius}" fill="none" stroke-width="6" ` +
        `stroke="${kinds[kind].colour}" stroke-dasharray="${length} ${around - length}" ` +
        `stroke-dashoffset="${-turned}"/>`;
      turned += length;
      return arc;
    });
    const html =
      `<svg width="${size}" height="${size}" aria-hidden="true">` +
      `<circle cx="${size / 2}" cy="${size / 2}" r="${size / 2 - 0.5}" fill="#fff"/>` +
      `<g transform="rotate(-90 ${size / 2} ${size / 2})">${arcs.join("")}</g>` +
      `<text x="50%" y="50%" dy="0.35em" text-anchor="middle">${counted(count)}</text></svg>`;
    return L.divIcon({ html, className: "cluster", iconSize: [size, size] });
  };
  const mixOf = (markers) => {
    const mix = {};
    for (const marker of markers) mix[marker.kind] = (mix[marker.kind] || 0) + 1;
    return mix;
  };

  /* What a line says, once, for the list, the popup and the search. */
  const lines = page.rows.map((row, n) => {
    const [kind, lon, lat, precise] = page.marks[n];
    const where = [say(row, "commune"), say(row, "department")].filter(Boolean).join(", ");
    const lead = [say(row, "tier"), say(row, "pooling")];
    const what = [...lead, kinds[kind] && kinds[kind].label, say(row, "devices"), say(row, "place_types")];
    const far = say(row, "distance_km");
    const all = page.columns.map((_, i) => cell(row, i)).filter((v) => typeof v === "string");
    return {
      row, kind, precise, name: say(row, "name") || "",
      point: lat === null ? null : [lat, lon],
      what: what.filter(Boolean).join(" · "),
      where: [where, far === null ? "" : away(far),
        lat === null ? words.nowhere : ""].filter(Boolean).join(" · "),
      words: fold(all.join(" ")),
    };
  });

  const group = L.markerClusterGroup({
    maxClusterRadius: 56, showCoverageOnHover: false, chunkedLoading: true, chunkProgress: (done, all) => done === all && nameSoon(),
    animate: false,
    spiderfyDistanceMultiplier: 1.6,
    iconCreateFunction: (cluster) =>
      donut(cluster.getChildCount(), mixOf(cluster.getAllChildMarkers())),
  });
  const icon = (line, open) =>
    L.divIcon({
      html: drawing(line.kind, line.precise), className: open ? "pin is-open" : "pin",
      iconSize: [24, 24],
    });
  for (const line of lines) {
    if (!line.point) continue;
    line.marker = L.marker(line.point, { icon: icon(line, false), title: line.name, alt: line.name });
    line.marker.kind = line.kind;
    line.marker.bindPopup(() => popup(line), { maxWidth: 320 });
    line.marker.on("popupopen", () => choose(line));
  }

  function popup(line) {
    const box = make("div", "popup");
    box.append(make("h2", "", line.name));
    const facts = make("dl");
    page.columns.forEach((key, n) => {
      const value = cell(line.row, n);
      if (value === null || value === "" || page.map.quiet.includes(key)) return;
      facts.append(make("dt", "", page.headings[n]));
      const told = make("dd");
      const text = typeof value === "number" ? counted(value) : value;
      if (key === "website" && /^https?:\/\//.test(text)) {
        const link = make("a", "", text);
        Object.assign(link, { href: text, target: "_blank", rel: "noopener noreferrer" });
        told.append(link);
      } else told.textContent = text;
      facts.append(told);
    });
    box.append(facts);
    return box;
  }

  /* Filters: typed words and kinds; list and map always show the same. */
  const search = document.getElementById("recherche");
  const boxes = [...document.querySelectorAll("input[data-kind]")];
  const items = document.getElementById("lignes");
  const more = document.getElementById("suite");
  const count = document.getElementById("compte");
  const ties = L.layerGroup().addTo(map);
  let kept = [];
  let shown = 0;

  function refresh() {
    const typed = fold(search.value).split(" ").filter(Boolean);
    const chosen = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.kind));
    kept = lines.filter(
      (line) => (line.kind === null || chosen.has(line.kind)) &&
        typed.every((word) => line.words.includes(word))
    );
    group.clearLayers();
    group.addLayers(kept.filter((line) => line.marker).map((line) => line.marker));
    ties.clearLayers();
    if (origin && origin.tied)
      for (const line of kept)
        if (line.point)
          L.polyline([[origin.lat, origin.lon], line.point],
            { color: "#12355b", weight: 1.2, opacity: 0.55, interactive: false }).addTo(ties);
    items.replaceChildren();
    shown = 0;
    grow();
    nameSoon();
  }

  function grow() {
    const next = kept.slice(shown, shown + STEP).map((line) => {
      const button = make("button", "item");
      button.type = "button";
      if (line.kind !== null) button.innerHTML = drawing(line.kind, line.precise);
      const told = make("div");
      told.append(make("b", "", line.name), make("span", "", line.what), document.createElement("br"),
        make("span", "", line.where));
      button.append(told);
      button.addEventListener("click", () => show(line));
      line.button = button;
      const item = make("li");
      item.append(button);
      return item;
    });
    items.append(...next);
    shown += next.length;
    more.hidden = shown >= kept.length;
    const placed = kept.filter((line) => line.point).length;
    count.textContent = fill(words.count, {
      kept: counted(kept.length), total: counted(lines.length), shown: counted(shown), drawn: counted(placed),
    });
  }

  let open = null;
  function choose(line) {
    if (open && open.button) open.button.removeAttribute("aria-current");
    if (open && open.marker) open.marker.setIcon(icon(open, false));
    open = line;
    if (line.marker) line.marker.setIcon(icon(line, true));
    if (!line.button || !line.button.isConnected) return;
    line.button.setAttribute("aria-current", "true");
    line.button.scrollIntoView({ block: "nearest" });
  }
  function show(line) {
    choose(line);
    if (!line.marker) {
      L.popup({ maxWidth: 320 }).setLatLng(map.getCenter()).setContent(popup(line)).openOn(map);
      return;
    }
    // The popup stands on the map, not on the marker: symbols of one place that spread or fold back
    // take their own popups away with them.
    group.zoomToShowLayer(line.marker, () =>
      L.popup({ maxWidth: 320, offset: [0, -8], autoPanPadding: [20, 20] })
        .setLatLng(line.marker.getLatLng()).setContent(popup(line)).openOn(map));
  }

  /* Names of towns: the most populated that find room at this zoom, beside the symbols. */
  const names = L.layerGroup().addTo(map);
  const clear = (box, taken) =>
    !taken.some((o) => box[0] < o[2] && o[0] < box[2] && box[1] < o[3] && o[1] < box[3]);
  function nameTowns() {
    names.clearLayers();
    const view = map.getBounds();
    const corner = map.getContainer().getBoundingClientRect();
    const taken = [...map.getPane("markerPane").querySelectorAll(".pin, .cluster")].map((node) => {
      const box = node.getBoundingClientRect();
      return [box.left - corner.left, box.top - corner.top, box.right - corner.left,
        box.bottom - corner.top];
    });
    let named = 0;
    for (const [name, lon, lat] of ground.towns) {
      if (named === 40) break;
      if (!view.contains([lat, lon])) continue;
      const at = map.latLngToContainerPoint([lat, lon]);
      const half = name.length * 3.5 + 4;
      const drop = [4, -22, 18, -36].find((y) =>
        clear([at.x - half, at.y + y, at.x + half, at.y + y + 17], taken));
      if (drop === undefined) continue;
      taken.push([at.x - half - 8, at.y + drop - 4, at.x + half + 8, at.y + drop + 21]);
      named += 1;
      const label = L.divIcon({ html: make("span", "", name).outerHTML, className: "town",
        iconSize: [0, 0], iconAnchor: [0, -drop] });
      L.marker([lat, lon], { icon: label, interactive: false, keyboard: false,
        zIndexOffset: -1000 }).addTo(names);
    }
  }
  const nameSoon = () => requestAnimationFrame(nameTowns);
  map.on("moveend", nameSoon);

  /* Parts of France that are far apart. */
  const jump = document.getElementById("zone");
  if (jump)
    jump.addEventListener("change", () => map.fitBounds(ground.zones[Number(jump.value)]));

  if (origin) {
    const line = { color: "#12355b", weight: 2, fill: false, dashArray: "6 5", interactive: false };
    if (origin.radius_km)
      L.circle([origin.lat, origin.lon], { ...line, radius: origin.radius_km * 1000 }).addTo(map);
    L.circleMarker([origin.lat, origin.lon],
      { radius: 6, color: "#fff", weight: 2, fillColor: "#12355b", fillOpacity: 1 })
      .bindTooltip(make("span", "", origin.name).outerHTML).addTo(map);
  }
  L.control.scale({ imperial: false }).addTo(map);
  map.zoomControl.remove();
  L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  map.getContainer().setAttribute("aria-label", words.map);
  map.getContainer().setAttribute("role", "region");
  map.attributionControl.setPrefix(false);
  map.attributionControl.addAttribution(page.map.credit);
  map.addLayer(group);
  search.addEventListener("input", refresh);
  for (const box of boxes) box.addEventListener("change", refresh);
  more.addEventListener("click", grow);
  refresh();
})();

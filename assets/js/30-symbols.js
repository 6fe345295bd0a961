/* Markers: one shape and colour per kind, donuts for several organisations. Pure functions. */
"use strict";
(function (app) {
  /* The colours of assets/symbols; the shape carries the same meaning. */
  const COLOURS = {
    ess_actor: "#0b5cad",
    ptce: "#a3195b",
    sheltered_supplier: "#b45309",
    cooperation_space: "#0f766e",
    territorial_partner: "#3f4754",
  };
  const KINDS = Object.keys(COLOURS);

  /** Diameter in pixels: grows with the logarithm of the count. */
  app.donutSize = (count) => Math.round(Math.min(64, 30 + 9 * Math.log10(count + 1)));

  /** A ring cut by the mix of kinds, the count in its middle. */
  app.donut = (count, kinds) => {
    const size = app.donutSize(count);
    const thickness = 6;
    const radius = (size - thickness) / 2 - 1;
    const around = 2 * Math.PI * radius;
    let turned = 0;
    const arcs = KINDS.filter((kind) => kinds[kind]).map((kind) => {
      const length = (kinds[kind] / count) * around;
      const arc =
        `<circle cx="${size / 2}" cy="${size / 2}" r="${radius}" fill="none" ` +
        `stroke="${COLOURS[kind]}" stroke-width="${thickness}" ` +
        `stroke-dasharray="${length} ${around - length}" stroke-dashoffset="${-turned}"/>`;
      turned += length;
      return arc;
    });
    return (
      `<svg width="${size}" height="${size}" viewBox="0 0 ${size} ${size}" aria-hidden="true">` +
      `<circle cx="${size / 2}" cy="${size / 2}" r="${size / 2 - 0.5}" fill="#fff"/>` +
      `<g transform="rotate(-90 ${size / 2} ${size / 2})">${arcs.join("")}</g>` +
      `<text x="50%" y="50%" dy="0.35em" text-anchor="middle">${app.number(count)}</text></svg>`
    );
  };

  /** « 12 organisations : 8 Acteur de l’ESS…, 4 PTCE ». */
  app.clusterWords = (properties, texts) => {
    const parts = KINDS.filter((kind) => properties.kinds[kind]).map(
      (kind) => `${texts.kinds[kind]} : ${app.number(properties.kinds[kind])}`
    );
    const count = texts.organisations.replace("{n}", app.number(properties.count));
    const end = properties.same_point ? texts.samePoint : texts.zoomIn;
    return `${count}. ${parts.join(", ")}. ${end}`;
  };

  app.clusterIcon = (properties) => {
    const size = app.donutSize(properties.count);
    return window.L.divIcon({
      html: app.donut(properties.count, properties.kinds),
      className: "cluster",
      iconSize: [size, size],
    });
  };

  app.pinIcon = (properties, opened) => {
    const name = properties.kind + (properties.precise ? "" : "-hollow");
    return window.L.divIcon({
      html: `<img src="/assets/symbols/${name}.svg" alt="" width="24" height="24">`,
      className: opened ? "pin is-open" : "pin",
      iconSize: [24, 24],
    });
  };
})((window.territorialMap = window.territorialMap || {}));

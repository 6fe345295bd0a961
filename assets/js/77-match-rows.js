/* One row of a matched list with its candidates, and what the directory adds to the list. */
"use strict";
(function (app) {
  const make = (...parts) => app.make(...parts);
  const language = () => document.documentElement.lang || "fr";

  const sheet = (id, name) => make("a", { href: `/?organisation=${encodeURIComponent(id)}${language() === "fr" ? "" : "&lang=" + language()}`, target: "_blank", rel: "noopener" }, name);

  const share = (score, words) =>
    app.say(words.probability, { p: score.toLocaleString(language(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }) });

  const place = (one, words) => [one.postcode, one.commune].filter(Boolean).join(" ") || words.placeUnknown;

  const facts = (one, words) => [
    make("strong", {}, sheet(one.id, one.name)),
    make("span", {}, place(one, words)),
    make("span", { class: "hint" }, [app.texts().kinds[one.kind], one.devices.join(", "), one.siret && "SIRET\u00a0" + one.siret, `${one.source}, ${one.vintage}`].filter(Boolean).join(" · ")),
    make("span", { class: "hint" }, share(one.score, words)),
  ];

  const labelled = (label, one) => [label, make("span", { class: "visually-hidden" }, "\u00a0: " + one.name)];

  const candidates = (row, words, decide, id) => {
    const card = (one) =>
      make(
        "li",
        { class: "match-candidate" },
        ...facts(one, words),
        make("button", { type: "button", class: "button button-small", onclick: () => decide(row, one.id, id) }, ...labelled(words.choose, one))
      );
    const none = make("button", { type: "button", class: "button button-small", onclick: () => decide(row, null, id) }, words.none);
    return make("div", {}, make("ul", { class: "match-candidates", "aria-label": words.candidates }, ...row.candidates.map(card)), none);
  };

  const settled = (row, words, decide, id) => {
    const own = app.matching.factsOf(row);
    const chosen = row.choice !== undefined;
    const label = chosen ? words.reconsider : words.notThis;
    const button =
      chosen || own
        ? make("button", { type: "button", class: "button button-small", onclick: () => decide(row, chosen ? undefined : null, id) }, label)
        : null;
    return make("div", { class: "match-own" }, ...(own ? facts(own, words) : []), button);
  };

  /** A row: what the file says on one side, what the directory says on the other. */
  app.matchRow = (row, words, decide) => {
    const verdict = app.matching.verdictOf(row);
    const id = "match-row-" + row.line;
    const tones = { found: "strong", ambiguous: "warn", unknown: "quiet" };
    const given = make(
      "div",
      { class: "match-given" },
      make("span", { class: "hint" }, app.say(words.line, { n: row.line })),
      make("span", { class: "match-cells" }, row.cells.filter(Boolean).join(" · ") || "—"),
      ...row.warnings.map((warning) => make("span", { class: "match-warning" }, words.warned[warning.code]))
    );
    const open = verdict === "ambiguous" && row.candidates.length;
    const said = make(
      "div",
      { class: "match-said" },
      make("p", {}, make("span", { class: "badge badge-" + tones[verdict] }, words.verdicts[verdict]), " ", app.matching.reasonOf(row, words)),
      open ? candidates(row, words, decide, id) : settled(row, words, decide, id)
    );
    return make("li", { class: "match-row", id, tabindex: "-1" }, given, said);
  };

  const lang = (path) => (language() === "fr" ? path : path + (path.includes("?") ? "&" : "?") + "lang=" + language());

  /** Practices, pairs, and the check of the whole list as a group. */
  app.matchAdds = (adds, ids, words, most) => {
    const practices = adds.practices.map((one) =>
      make("li", {}, make("a", { href: lang("/pratiques/" + one.id) }, one.title), " – " + app.say(words.concerned, { n: one.organisations, total: adds.total }))
    );
    const both = (one) => [sheet(one.a.id, one.a.name), " + ", sheet(one.b.id, one.b.name)];
    const pairs = adds.partnerships.map((one) => {
      const km = one.distance_km === null ? "" : " · " + app.say(words.apart, { distance: app.kmInWords(one.distance_km) });
      return make("li", {}, ...both(one), make("span", { class: "hint" }, ` ${one.tier_label} · ${one.pooling_label}${km}`));
    });
    const first = ids.slice(0, most);
    const group = make(
      "p",
      {},
      make("a", { class: "button", href: lang("/ptce?ids=" + first.map((id) => encodeURIComponent(id).replace(/%3A/g, ":")).join(",")) }, app.iconOf("users"), words.ptce),
      ids.length > most ? " " + app.say(words.ptceFirst, { n: most }) : null
    );
    return [
      make("h4", {}, words.practices),
      practices.length ? make("ul", {}, ...practices) : make("p", {}, words.practicesNone),
      make("h4", {}, words.partnerships),
      make("p", { class: "hint" }, app.say(words.partnershipsAbout, { n: adds.paired })),
      pairs.length ? make("ul", {}, ...pairs) : make("p", {}, words.partnershipsNone),
      ...(adds.existing.length ? [make("h4", {}, words.existing), make("ul", {}, ...adds.existing.map((one) => make("li", {}, ...both(one))))] : []),
      group,
    ];
  };
})(window.territorialMap);

/* One line of a list on screen: facts of today, what changed since, and what its owner writes. */
"use strict";
(function (app) {
  const lists = app.lists;
  const make = (...parts) => app.make(...parts);

  let known = null;
  /** The words of the page « Mes listes », written into it by the server. */
  app.pageWords = () => {
    const holder = document.getElementById("lists-words");
    if (holder && (!known || known.holder !== holder)) {
      known = { holder, words: JSON.parse(holder.dataset.words) };
    }
    return known ? known.words : {};
  };

  const labels = (table, codes) => codes.map((code) => app.pageWords()[table][code] || code);

  app.whatItIs = (facts) => {
    const words = app.pageWords();
    if (facts.kind === "ptce") return words.pole;
    const partner = facts.partner_type ? [facts.partner_type] : [];
    const types = [
      ...labels("devices", facts.devices),
      ...labels("place_types", facts.place_types),
      ...labels("partner_types", partner),
    ];
    return types.join(" · ") || app.texts().kinds[facts.kind] || facts.kind;
  };

  app.sectorsOf = (facts) =>
    labels("sectors", facts.sectors).join(" · ") || app.pageWords().noSectors;

  const placeOf = (facts) => {
    if (facts.commune && facts.department) return `${facts.commune}\u00a0(${facts.department})`;
    return facts.commune || facts.department || app.pageWords().noPlace;
  };

  /** A day as people write it. */
  app.dayInWords = (iso) =>
    document.documentElement.lang === "fr" ? iso.split("-").reverse().join("/") : iso;

  app.kmInWords = (km) => {
    /* The rules of `domain/language/writing.py`, as data. */
    const rules = app.texts().writing;
    const step = rules.stepMetres;
    const metres = Math.max(1, Math.ceil((km * 1000) / step - 0.5)) * step;
    if (metres < 1000) return app.say(rules.metres, { n: metres });
    const tenths = Math.ceil(km * 10 - 0.5);
    const near = tenths < rules.oneDecimalBelowKm * 10;
    const figure = near ? `${Math.floor(tenths / 10)}${rules.decimal}${tenths % 10}` : app.number(Math.ceil(km - 0.5));
    return app.say(rules.kilometres, { n: figure });
  };

  /** What happened to a line's organisation since it was kept: `{words, tone, update}`. */
  app.changesOf = (line, facts, view) => {
    const words = app.pageWords();
    if (facts === undefined) return [];
    if (facts === null) {
      return [{ tone: "warn", words: app.say(words.goneSince, { date: app.dayInWords(view.builtOn) }) }];
    }
    const told = [];
    if (facts.id !== line.id) {
      const twice = view.lineIds.has(facts.id) ? " " + words.alreadyHere : "";
      told.push({
        tone: "warn", update: true,
        words: app.say(words.merged, { old: line.name || line.id, name: facts.name }) + twice,
      });
    } else if (line.name && facts.name !== line.name) {
      told.push({ tone: "warn", update: true, words: app.say(words.renamed, { old: line.name }) });
    }
    if (facts.ended) told.push({ tone: "warn", words: app.say(words.ended, { why: facts.ended }) });
    return told;
  };

  const nameOf = (line, facts) => {
    const name = (facts && facts.name) || line.name || line.id;
    if (!facts) return make("span", { class: "kept-name" }, name);
    const search = new URLSearchParams({ organisation: facts.id });
    const lang = app.params().get("lang");
    if (lang) search.set("lang", lang);
    const link = make("a", { href: "/?" + app.queryOf(search), "data-nav": "1", class: "kept-name" }, name);
    return link;
  };

  const factsOf = (facts) => {
    const words = app.pageWords();
    if (!facts) return [];
    const contact = [facts.phone || words.noPhone];
    if (/^https?:\/\//i.test(facts.website || "")) {
      contact.push(make("a", { href: facts.website, target: "_blank", rel: "noopener noreferrer" }, words.website));
    }
    const joined = contact.flatMap((part, n) => (n ? [" · ", part] : [part]));
    return [
      make("p", { class: "kept-what" }, app.whatItIs(facts)),
      make("p", { class: "kept-sectors" }, app.sectorsOf(facts)),
      make("p", { class: "kept-where" }, placeOf(facts), make("span", { class: "kept-distance" })),
      make("p", { class: "kept-contact" }, ...joined),
      make("p", { class: "kept-source" }, `${facts.source}, ${facts.vintage}`),
    ];
  };

  const iconButton = (icon, words, attributes) =>
    make(
      "button",
      { type: "button", class: "kept-button", title: words, ...attributes },
      app.iconOf(icon),
      make("span", { class: "visually-hidden" }, words)
    );

  const labelled = (words, name, control, ...more) =>
    make(
      "div",
      { class: "kept-field" },
      make("label", {}, make("span", {}, words), make("span", { class: "visually-hidden" }, ` : ${name}`), control),
      ...more
    );

  /* What the owner writes; each change is one step to undo. */
  const fields = (line, name, act) => {
    const words = app.pageWords();
    const options = [["", words.noStatus], ...lists.STATUSES.map((code) => [code, words.statuses[code]])];
    const status = make(
      "select",
      { "data-control": "status", onchange: () => act.write(line.id, { status: status.value || null }) },
      options.map(([value, label]) => make("option", { value }, label))
    );
    const checked = make("input", {
      type: "date", "data-control": "checked", max: "9999-12-31",
      onchange: () => act.write(line.id, { checked_on: checked.value || null }),
    });
    const today = make(
      "button",
      {
        type: "button", class: "button button-small", "data-control": "today",
        onclick: () => act.write(line.id, { checked_on: lists.today() }),
      },
      words.today,
      make("span", { class: "visually-hidden" }, ` : ${name}`)
    );
    const note = make("textarea", {
      rows: "2", maxlength: String(lists.LENGTHS.note), "data-control": "note",
      onchange: () => act.write(line.id, { note: note.value }),
    });
    const box = make(
      "div",
      { class: "kept-fields" },
      labelled(words.status, name, status),
      labelled(words.checkedOn, name, checked, today),
      labelled(words.note, name, note)
    );
    const set = (control, value) => {
      if (control.value !== value) control.value = value;
    };
    return {
      box,
      update: (now) => {
        set(status, now.status || "");
        set(checked, now.checked_on || "");
        set(note, now.note);
      },
    };
  };

  /* What a reader of someone's link sees of it. */
  const plainFields = (line) => {
    const words = app.pageWords();
    const told = [];
    if (line.status) told.push(make("span", { class: "badge" }, words.statuses[line.status]));
    if (line.checked_on) {
      told.push(make("span", {}, app.say(words.checkedThen, { date: app.dayInWords(line.checked_on) })));
    }
    if (line.note) told.push(make("p", { class: "kept-note" }, line.note));
    return { box: make("div", { class: "kept-fields kept-plain" }, ...told), update: () => {} };
  };

  const moving = (line, name, act) => {
    const words = app.pageWords();
    const named = (text) => `${text} : ${name}`.replace(" :", "\u00a0:");
    return make(
      "div",
      { class: "kept-move" },
      iconButton("grip-vertical", named(words.move), {
        "data-control": "handle", class: "kept-button kept-handle",
        "aria-describedby": "lists-keys", "aria-pressed": "false",
      }),
      iconButton("arrow-up", named(words.up), { "data-control": "up", onclick: () => act.step(line.id, -1) }),
      iconButton("arrow-down", named(words.down), { "data-control": "down", onclick: () => act.step(line.id, 1) })
    );
  };

  const changeNote = (change, line, act) => {
    const words = app.pageWords();
    const button =
      change.update && act
        ? [make("button", { type: "button", class: "button button-small", "data-control": "update", onclick: () => act.follow(line.id) }, words.update)]
        : [];
    return make("div", { class: `callout callout-${change.tone}` }, app.iconOf("triangle-alert"), make("div", {}, make("p", {}, change.words), ...button));
  };

  /** The element of a line and how to bring it up to date; without `act` it is read-only. */
  app.lineElement = ({ line, facts }, view, act) => {
    const words = app.pageWords();
    const name = (facts && facts.name) || line.name || line.id;
    const own = act ? fields(line, name, act) : plainFields(line);
    const number = make("span", { class: "kept-number" });
    const mark = make("span", { class: `symbol symbol-${facts ? facts.kind : "none"}`, "aria-hidden": "true" });
    const remove = act
      ? [iconButton("x", `${words.remove}\u00a0: ${name}`, { "data-control": "remove", onclick: () => act.remove(line.id) })]
      : [];
    const notes = app.changesOf(line, facts, view).map((change) => changeNote(change, line, act));
    const body = make("div", { class: "kept-body" }, nameOf(line, facts), ...factsOf(facts), ...notes);
    const item = make(
      "li",
      { class: "kept-line", "data-id": line.id },
      ...(act ? [moving(line, name, act)] : []),
      make("div", { class: "kept-mark" }, number, mark),
      body, own.box, ...remove
    );
    const update = (row, { movable, total }) => {
      number.textContent = String(row.number);
      own.update(row.line);
      const distance = item.querySelector(".kept-distance");
      if (distance) distance.textContent = row.distance_km === null ? "" : ` · ${app.say(words.away, { distance: app.kmInWords(row.distance_km) })}`;
      item.querySelectorAll(".kept-move button").forEach((button) => {
        const end = { up: row.number === 1, down: row.number === total }[button.dataset.control];
        button.setAttribute("aria-disabled", String(Boolean(!movable || end)));
      });
    };
    return { item, update };
  };
})(window.territorialMap);

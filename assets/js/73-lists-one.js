/* One list on screen: its own, to change, or one carried by a link, to read. */
"use strict";
(function (app) {
  const lists = app.lists;
  const STEP = 100;
  const make = (...parts) => app.make(...parts);

  const newView = () => ({
    facts: new Map(), asked: new Set(), builtOn: "", lineIds: new Set(),
    sort: "mine", status: "all", origin: null, shown: STEP,
  });

  /* What the owner can do with the lines; every act is a step to undo. */
  const actsOn = (list, view, show) => {
    const words = () => app.pageWords();
    const now = () => lists.get(list.id) || list;
    const nameOf = (id) => {
      const line = now().lines.find((one) => one.id === id);
      const facts = view.facts.get(id);
      return (facts && facts.name) || (line && line.name) || id;
    };
    const said = (id, text) => app.say(text, { name: nameOf(id) });
    const where = (id) => {
      const { lines } = now();
      return { name: nameOf(id), n: lines.findIndex((one) => one.id === id) + 1, total: lines.length };
    };
    const moveTo = (id, n, joined) =>
      lists.edit(
        list.id,
        said(id, words().stepMove),
        ({ lines }) => {
          const from = lines.findIndex((one) => one.id === id);
          if (from >= 0) lines.splice(n - 1, 0, ...lines.splice(from, 1));
        },
        joined
      );
    const movable = () => view.sort === "mine" && view.status === "all";
    const step = (id, by) => {
      const { n, total } = where(id);
      if (!movable()) return show.announce(words().notMovable);
      if (n + by < 1 || n + by > total) return;
      moveTo(id, n + by, null);
      show.announce(app.say(words().moved, where(id)));
    };
    const write = (id, change) =>
      lists.edit(list.id, said(id, words().stepWrite), ({ lines }) => {
        const line = lines.find((one) => one.id === id);
        if (line) Object.assign(line, change);
      });
    const remove = (id) => {
      const name = nameOf(id);
      const made = lists.edit(list.id, said(id, words().stepRemove), (one) => {
        one.lines = one.lines.filter((line) => line.id !== id);
      });
      if (made) app.offerUndo(app.say(words().removed, { name }), () => lists.undo(made), false);
    };
    /* The line takes the id and name of today; if they are in the list already, the two are one. */
    const follow = (id) => {
      const facts = view.facts.get(id);
      if (!facts) return;
      lists.edit(list.id, said(id, words().stepUpdate), (one) => {
        const line = one.lines.find((other) => other.id === id);
        const twin = one.lines.find((other) => other.id === facts.id && other !== line);
        if (!twin) return Object.assign(line, { id: facts.id, name: facts.name });
        twin.note = [twin.note, line.note].filter(Boolean).join("\n").slice(0, lists.LENGTHS.note);
        twin.status = twin.status || line.status;
        twin.checked_on = twin.checked_on || line.checked_on;
        one.lines = one.lines.filter((other) => other !== line);
      });
    };
    return { where, moveTo, movable, step, write, remove, follow, undo: lists.undo, announce: show.announce };
  };

  const withFocusKept = (holder, draw) => {
    const before = document.activeElement;
    const line = holder.contains(before) ? before.closest(".kept-line") : null;
    const id = line && line.dataset.id;
    const control = before && before.dataset ? before.dataset.control : null;
    const at = line ? [...holder.children].indexOf(line) : -1;
    draw();
    if (!line || document.activeElement === before) return;
    const again = holder.querySelector(`.kept-line[data-id="${CSS.escape(id)}"]`);
    const beside = again || holder.children[Math.min(at, holder.children.length - 1)];
    const target =
      beside && ((control && beside.querySelector(`[data-control="${control}"]`)) || beside.querySelector("a, button"));
    (target || document.getElementById("list-name")).focus({ preventScroll: !again });
  };

  const printed = (list, rows, view) => {
    const words = app.pageWords();
    const blank = (value) => value || "…………………………";
    const row = ({ line, facts, number }) =>
      make(
        "tr",
        {},
        make("td", {}, "☐"),
        make("td", {}, String(number)),
        make(
          "td",
          {},
          make("strong", {}, (facts && facts.name) || line.name),
          make("br"),
          facts ? app.whatItIs(facts) : words.gone
        ),
        make("td", {}, facts ? [facts.address, facts.postcode, facts.commune].filter(Boolean).join(" ") : ""),
        make("td", {}, (facts && facts.phone) || words.noPhone),
        make("td", {}, line.status ? words.statuses[line.status] : ""),
        make("td", {}, blank(line.checked_on && app.dayInWords(line.checked_on))),
        make("td", { class: "print-note" }, line.note || ""),
        make("td", {}, facts ? `${facts.source}, ${facts.vintage}` : "")
      );
    const head = make("tr", {}, words.printColumns.map((title) => make("th", { scope: "col" }, title)));
    const about = app.say(words.printAbout, {
      n: rows.length, total: list.lines.length,
      date: app.dayInWords(lists.today()), edition: view.builtOn ? app.dayInWords(view.builtOn) : "…",
    });
    return make("div", { class: "print-only lists-print" }, make("h2", {}, list.name), make("p", {}, about), make("table", {}, make("thead", {}, head), make("tbody", {}, rows.map(row))));
  };

  /**
   * The screen of a list: `element`, and `update(list)` after a change. `own` lists can be changed;
   * `announce` tells a screen reader.
   */
  app.oneList = (first, { own, announce }) => {
    const words = app.pageWords();
    const view = newView();
    let list = first;
    let rows = [];
    const drawn = new Map();
    const lines = make("ol", { class: "kept-lines", "aria-label": words.linesLabel });
    const told = make("p", { class: "result-count", role: "status" });
    const source = make("p", { class: "hint" });
    const problem = make("div", { role: "alert" });
    const more = make("button", { type: "button", class: "button button-wide", onclick: () => { view.shown += STEP; draw(); } }, words.more);
    const keep = app.actionButton("check", words.keepOrder, () => keepOrder());
    const sortHint = make("p", { class: "hint" }, words.notMovable);
    const mapHolder = make("div", { class: "lists-map" });
    const map = make("details", { class: "lists-map-box", open: window.matchMedia("(min-width: 68.01em)").matches }, make("summary", {}, words.map, app.iconOf("chevron-down")), mapHolder);
    const acts = own ? actsOn(first, view, { announce }) : null;
    const heading = app.listHeading(first, own);
    const actions = app.listActions({ own, now: () => list, rows: () => rows });

    const keepOrder = () => {
      const order = new Map(rows.map(({ line }, n) => [line.id, n]));
      const rank = (line) => (order.has(line.id) ? order.get(line.id) : order.size);
      lists.edit(list.id, words.stepOrder, (one) => one.lines.sort((a, b) => rank(a) - rank(b)));
      view.sort = "mine";
      document.getElementById("lists-sort").value = "mine";
      draw();
      document.getElementById("lists-sort").focus();
    };

    const elementOf = (row) => {
      const changes = app.changesOf(row.line, row.facts, view);
      const key = JSON.stringify([row.facts === undefined, row.facts, row.line.name, changes, own ? 0 : row.line]);
      const had = drawn.get(row.line.id);
      if (had && had.key === key) return had;
      const made = { key, ...app.lineElement(row, view, acts) };
      drawn.set(row.line.id, made);
      return made;
    };

    const place = (shown) => {
      const items = shown.map((row) => elementOf(row));
      items.forEach(({ item }, n) => {
        if (lines.children[n] !== item) lines.insertBefore(item, lines.children[n] || null);
      });
      while (lines.children.length > items.length) lines.lastChild.remove();
      const movable = Boolean(acts && acts.movable());
      items.forEach(({ update }, n) => update(shown[n], { movable, total: list.lines.length }));
    };

    const draw = () => {
      view.lineIds = new Set(list.lines.map((line) => line.id));
      rows = app.rowsOfList(list, view);
      const shown = rows.slice(0, view.shown);
      withFocusKept(lines, () => place(shown));
      heading.refresh(list);
      actions.refresh(list, rows);
      const counted = app.sayMany(app.listWords().organisations, list.lines.length);
      const part = shown.length < list.lines.length ? ` · ${app.say(words.shown, { n: shown.length, total: list.lines.length })}` : "";
      const counts = list.lines.length ? counted + part : words.emptyList;
      if (told.textContent !== counts) told.textContent = counts;
      more.hidden = shown.length >= rows.length;
      keep.hidden = !own || view.sort === "mine" || view.status !== "all";
      sortHint.hidden = !own || acts.movable();
      map.hidden = !list.lines.length;
      if (map.open && view.builtOn) app.drawListMap(mapHolder, [...rows].sort((a, b) => a.number - b.number));
    };

    const load = async () => {
      const missing = list.lines.map((line) => line.id).filter((id) => !view.asked.has(id));
      if (!missing.length) return;
      missing.forEach((id) => view.asked.add(id));
      try {
        const facts = await app.factsOf(missing);
        const known = new Map(facts.lines.map((line) => [line.asked, line]));
        missing.forEach((id) => view.facts.set(id, known.get(id) || null));
        view.builtOn = facts.built_on;
        source.textContent = app.say(words.factsOf, { date: app.dayInWords(facts.built_on) });
        problem.replaceChildren();
      } catch (error) {
        missing.forEach((id) => view.asked.delete(id));
        const again = app.actionButton("rotate-cw", words.again, () => load());
        problem.replaceChildren(make("div", { class: "callout callout-warn" }, app.iconOf("triangle-alert"), make("div", {}, make("p", {}, app.problemOf(error)), again)));
      }
      draw();
    };

    map.addEventListener("toggle", () => draw());
    mapHolder.addEventListener("click", (event) => {
      const pin = event.target.closest && event.target.closest("[data-line]");
      const line = pin && lines.querySelector(`.kept-line[data-id="${CSS.escape(pin.dataset.line)}"]`);
      if (!line) return;
      line.scrollIntoView({ block: "center" });
      const name = line.querySelector("a, button");
      if (name) name.focus({ preventScroll: true });
    });
    if (acts) app.orderable(lines, acts);
    const tools = app.listTools(view, () => { view.shown = STEP; draw(); }, announce);
    const element = make(
      "div",
      { class: "lists-one" },
      heading.element, told, source, actions.element, problem,
      make("div", { class: "lists-columns" }, make("div", { class: "lists-main" }, tools, make("p", { id: "lists-keys", class: "visually-hidden" }, words.keys), make("div", { class: "lists-order" }, keep, sortHint), lines, more), map)
    );
    draw();
    load();
    return {
      element,
      update: (next) => {
        list = next;
        draw();
        load();
      },
      printed: () => printed(list, rows, view),
    };
  };
})(window.territorialMap);

/* The page « Rapprocher ma liste »: a file in, columns to correct, verdicts, choices, a result. */
"use strict";
(function (app) {
  const PATH = "/rapprocher";
  const SHOWN = 100;
  const MOST_PTCE = 100;
  const make = (...parts) => app.make(...parts);
  const matching = () => app.matching;
  let words = null;
  let state = null;
  let aborting = null;

  const root = () => document.getElementById("match-root");
  const fresh = () => ({ file: null, list: null, understood: {}, rows: [], filter: "all", shown: SHOWN, error: "", busy: "", adds: null, addsKey: "" });

  const announce = (text) => {
    const live = document.getElementById("match-live");
    if (live) live.textContent = live.textContent === text ? text + "\u00a0" : text;
  };

  /* ---- a list comes in ---- */
  /** Read a file, or another sheet of it; a sheet that cannot be read leaves what was there. */
  const take = async (file, sheet = "") => {
    if (aborting) aborting.abort();
    aborting = new AbortController();
    const { signal } = aborting;
    const before = sheet && state.list ? { ...state, busy: "", error: "" } : null;
    state = { ...fresh(), file, busy: app.say(words.reading, { name: file.name }) };
    draw();
    try {
      const list = await matching().read(file, sheet, signal, waiting);
      const name = list.sheet && list.sheets.length > 1 ? `${file.name} (${list.sheet})` : file.name;
      state.list = { ...list, name, fields: words.fields };
      state.understood = { ...list.understood };
    } catch (error) {
      if (signal !== aborting.signal) return;
      if (before) state = before;
      fail(error);
      return;
    }
    await run(signal);
  };

  const chooseSheet = async (sheet) => {
    await take(state.file, sheet);
    const select = document.getElementById("match-sheet");
    if (select) select.focus();
  };

  /** The server asks to wait: say so, the rest goes on by itself. */
  const waiting = (told) => {
    state.busy = `${told} ${words.waiting}`;
    drawProgress();
    announce(state.busy);
  };

  const fail = (error) => {
    state.busy = "";
    if (error.name === "AbortError") return draw();
    state.error = app.problemOf(error);
    draw();
    announce(state.error);
    return undefined;
  };

  const tells = () =>
    ["name", "acronym", "siret", "siren", "finess", "rna", "id"].some((field) => state.understood[field]);

  const run = async (signal) => {
    state.rows = [];
    state.adds = null;
    state.addsKey = "";
    state.error = "";
    state.shown = SHOWN;
    if (!tells()) {
      state.busy = "";
      state.error = words.whichName;
      draw();
      announce(state.error);
      return;
    }
    const total = state.list.rows.length;
    const progress = () => app.say(words.matching, { n: state.rows.length, total });
    state.busy = progress();
    draw();
    try {
      await matching().match(state.list, state.understood, signal, waiting, (results) => {
        state.rows.push(...results);
        state.busy = progress();
        drawProgress();
      });
    } catch (error) {
      if (error.name !== "AbortError") return fail(error);
      if (!state.list || aborting.signal !== signal) return undefined;
      state.stopped = true;
    }
    state.busy = "";
    draw();
    const told = state.stopped
      ? app.say(words.stopped, { n: state.rows.length })
      : app.sayMany(words.done, state.rows.length);
    state.stopped = false;
    announce(told);
    const title = document.getElementById("match-results");
    if (title) title.focus();
    return undefined;
  };

  const rerun = (field, column) => {
    Object.keys(state.understood).forEach((other) => {
      if (other !== field && column && state.understood[other] === column) delete state.understood[other];
    });
    if (column) state.understood[field] = column;
    else delete state.understood[field];
    if (aborting) aborting.abort();
    aborting = new AbortController();
    run(aborting.signal).then(() => {
      const select = document.getElementById("match-field-" + field);
      if (select) select.focus();
    });
  };

  const decide = (row, choice, focus) => {
    row.choice = choice;
    row.reused = false;
    matching().keep(row.hash, choice);
    draw();
    announce(matching().reasonOf(row, words));
    const next = document.getElementById(focus);
    if (next) next.focus();
  };

  /* ---- drawing ---- */
  const progressBar = () => {
    if (!state.busy) return null;
    const total = state.list ? state.list.rows.length : null;
    return make(
      "div",
      { class: "match-progress", id: "match-progress" },
      make("progress", { "aria-label": state.busy, ...(total ? { max: String(total), value: String(state.rows.length) } : {}) }),
      make("span", {}, state.busy),
      make("button", { type: "button", class: "button button-small", onclick: () => aborting.abort() }, words.cancel)
    );
  };

  const drawProgress = () => {
    const bar = document.getElementById("match-progress");
    if (!bar) return;
    bar.querySelector("progress").value = state.rows.length;
    bar.querySelector("span").textContent = state.busy;
  };

  const counted = () => {
    const counts = { all: state.rows.length, found: 0, ambiguous: 0, unknown: 0 };
    state.rows.forEach((row) => (counts[matching().verdictOf(row)] += 1));
    return counts;
  };

  const filters = (counts) =>
    make(
      "div",
      { class: "match-filters", role: "group", "aria-label": words.filter },
      ...["all", "found", "ambiguous", "unknown"].map((code) =>
        make(
          "button",
          {
            type: "button",
            id: "match-filter-" + code,
            class: `button match-filter verdict-${code}`,
            "aria-pressed": String(state.filter === code),
            onclick: () => {
              state.filter = code;
              state.shown = SHOWN;
              draw();
              document.getElementById("match-filter-" + code).focus();
            },
          },
          make("strong", {}, app.number(counts[code])),
          " " + words.filters[code]
        )
      )
    );

  const foundIds = () => [...new Set(state.rows.map((row) => matching().idOf(row)).filter(Boolean))];

  const actions = (ids) => {
    const list = {
      type: "button",
      class: "button button-strong list-add",
      "data-add-to-list": ids.join(" "),
      "data-list-name": app.say(words.listName, { name: state.list.name }),
      "aria-haspopup": "dialog",
      disabled: !ids.length,
    };
    return make(
      "div",
      { class: "match-actions" },
      make("button", list, app.iconOf("list-plus"), app.sayMany(words.addToList, ids.length)),
      make("button", { type: "button", class: "button", onclick: download }, app.iconOf("download"), words.download)
    );
  };

  const download = () => {
    const content = matching().csv(state.list, state.rows, words);
    const link = make("a", { href: URL.createObjectURL(new Blob([content], { type: "text/csv" })), download: words.fileName });
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const rowsDrawn = () => {
    const kept = state.rows.filter((row) => state.filter === "all" || matching().verdictOf(row) === state.filter);
    if (!kept.length) return [make("p", { class: "empty" }, words.emptyFilter)];
    const shown = kept.slice(0, state.shown);
    const more = make(
      "button",
      {
        type: "button",
        class: "button",
        onclick: () => {
          const first = state.shown;
          state.shown += SHOWN;
          draw();
          const next = root().querySelectorAll(".match-row")[first];
          if (next) next.focus();
        },
      },
      words.more
    );
    return [
      make("ol", { class: "match-rows" }, ...shown.map((row) => app.matchRow(row, words, decide))),
      make("p", { class: "match-more" }, app.say(words.nOfN, { n: shown.length, total: kept.length }), kept.length > shown.length ? more : null),
    ];
  };

  /* ---- what the directory adds ---- */
  const addsSection = (ids) => {
    const section = make("section", { class: "match-adds" }, make("h3", {}, words.adds));
    section.append(make("p", { class: "hint" }, app.sayMany(words.addsAbout, ids.length)));
    const key = ids.join(",");
    if (state.addsKey !== key) {
      state.addsKey = key;
      state.adds = null;
      askAdds(ids, key);
    }
    section.append(make("div", { id: "match-adds" }, ...addsDrawn(ids)));
    return section;
  };

  const askAdds = async (ids, key) => {
    let told;
    try {
      told = await matching().adds(ids.slice(0, 2000));
    } catch (error) {
      told = { failed: true };
    }
    if (state.addsKey !== key) return;
    state.adds = told;
    const place = document.getElementById("match-adds");
    if (place) place.replaceChildren(...addsDrawn(ids));
  };

  const addsDrawn = (ids) => {
    if (!state.adds) return [make("p", {}, words.addsWaiting)];
    if (state.adds.failed) {
      const again = () => {
        state.addsKey = "";
        draw();
      };
      return [make("p", {}, words.addsFailed), make("button", { type: "button", class: "button", onclick: again }, words.retry)];
    }
    return app.matchAdds(state.adds, ids, words, MOST_PTCE);
  };

  const draw = () => {
    const place = root();
    if (!place) return;
    const parts = [app.matchIntake(words, take), progressBar()];
    if (state.error) parts.push(make("div", { class: "callout callout-warn match-error", role: "alert" }, app.iconOf("triangle-alert"), make("p", {}, state.error)));
    if (state.list) parts.push(app.matchSheets(state.list, words, chooseSheet), app.matchColumns(state, words, !tells(), rerun));
    if (state.rows.length && !state.busy) {
      const ids = foundIds();
      const reused = state.rows.filter((row) => row.reused).length;
      parts.push(
        make("h3", { id: "match-results", tabindex: "-1" }, words.results + "\u00a0: " + state.list.name),
        filters(counted()),
        reused ? make("p", { class: "match-reused" }, app.sayMany(words.reused, reused)) : null,
        actions(ids),
        ...rowsDrawn(),
        ids.length ? addsSection(ids) : null
      );
    } else if (!state.busy && !state.error) parts.push(make("p", { class: "empty" }, words.nothingYet));
    place.replaceChildren(...parts.filter(Boolean));
  };

  const start = () => {
    const place = root();
    if (!place || window.location.pathname !== PATH || place.dataset.begun) return;
    place.dataset.begun = "1";
    words = JSON.parse(document.getElementById("match-words").dataset.words);
    state = fresh();
    draw();
  };
  new MutationObserver(start).observe(document.documentElement, { childList: true, subtree: true });
  start();
})(window.territorialMap);

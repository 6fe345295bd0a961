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
  const fresh = () => ({ list: null, understood: {}, rows: [], filter: "all", shown: SHOWN, error: "", busy: "", adds: null, addsKey: "" });

  const announce = (text) => {
    const live = document.getElementById("match-live");
    if (live) live.textContent = live.textContent === text ? text + "\u00a0" : text;
  };

  /* ---- a list comes in ---- */
  const take = async (file) => {
    if (aborting) aborting.abort();
    aborting = new AbortController();
    const { signal } = aborting;
    state = { ...fresh(), busy: app.say(words.reading, { name: file.name }) };
    draw();
    try {
      const list = await matching().read(file, signal);
      state.list = { ...list, name: file.name, fields: words.fields };
      state.understood = { ...list.understood };
      await run(signal);
    } catch (error) {
      fail(error);
    }
  };

  const fail = (error) => {
    if (error.name === "AbortError") return;
    state.busy = "";
    state.error = app.problemOf(error);
    draw();
    announce(state.error);
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
      await matching().match(state.list, state.understood, signal, (results) => {
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
  const intake = () => {
    const input = make("input", {
      type: "file",
      id: "match-file",
      accept: ".csv,.txt,.tsv,.xlsx,.ods",
      onchange: (event) => event.target.files[0] && take(event.target.files[0]),
    });
    const zone = make(
      "div",
      {
        class: "match-drop",
        ondragover: (event) => {
          event.preventDefault();
          zone.classList.add("is-over");
        },
        ondragleave: () => zone.classList.remove("is-over"),
        ondrop: (event) => {
          event.preventDefault();
          zone.classList.remove("is-over");
          if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
        },
      },
      make("label", { for: "match-file" }, words.drop),
      input,
      make("p", { class: "hint" }, words.limits)
    );
    const text = make("textarea", { id: "match-pasted", rows: "5" });
    const paste = make(
      "details",
      { class: "match-paste" },
      make("summary", {}, words.paste),
      make("label", { for: "match-pasted" }, words.pasteLabel),
      text,
      make(
        "button",
        {
          type: "button",
          class: "button",
          onclick: () => text.value.trim() && take(matching().pasted(text.value, words.pasted)),
        },
        words.readPasted
      )
    );
    return make("section", { class: "match-intake" }, zone, paste);
  };

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

  const columns = () => {
    const field = (code, label) => {
      const select = make("select", { id: "match-field-" + code, onchange: (event) => rerun(code, event.target.value) });
      const option = (value, shown) => make("option", { value, selected: value === (state.understood[code] || "") }, shown);
      select.append(option("", words.noColumn), ...state.list.columns.map((column) => option(column, column)));
      return make("div", { class: "match-field" }, make("label", { for: "match-field-" + code }, label), select);
    };
    return make(
      "details",
      { class: "match-columns", open: !tells() || state.columnsOpen, ontoggle: (event) => (state.columnsOpen = event.target.open) },
      make("summary", {}, words.columns + "\u00a0: ", summary()),
      make("p", { class: "hint" }, words.columnsAbout),
      make("div", { class: "match-fields" }, ...Object.entries(words.fields).map(([code, label]) => field(code, label)))
    );
  };

  const summary = () =>
    Object.entries(words.fields)
      .filter(([code]) => state.understood[code])
      .map(([code, label]) => `${label} ← ${state.understood[code]}`)
      .join(" · ") || words.noColumn;

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
    const parts = [intake(), progressBar()];
    if (state.error) parts.push(make("div", { class: "callout callout-warn match-error", role: "alert" }, app.iconOf("triangle-alert"), make("p", {}, state.error)));
    if (state.list) parts.push(columns());
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

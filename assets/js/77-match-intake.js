/* The page « Rapprocher ma liste »: where a list comes in, which of its sheets, which columns. */
"use strict";
(function (app) {
  const make = (...parts) => app.make(...parts);

  /** A place to drop a file or choose it, another to paste lines; each gives a file to `take`. */
  app.matchIntake = (words, take) => {
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
          onclick: () => text.value.trim() && take(app.matching.pasted(text.value, words.pasted)),
        },
        words.readPasted
      )
    );
    return make("section", { class: "match-intake" }, zone, paste);
  };

  /** The sheets of a workbook, when there are several: one is read at a time. */
  app.matchSheets = (list, words, choose) => {
    if (!list.sheets || list.sheets.length < 2) return null;
    const select = make("select", { id: "match-sheet", onchange: (event) => choose(event.target.value) });
    select.append(...list.sheets.map((sheet) => make("option", { value: sheet, selected: sheet === list.sheet }, sheet)));
    return make(
      "div",
      { class: "match-sheet match-field" },
      make("label", { for: "match-sheet" }, words.sheet),
      select,
      make("p", { class: "hint" }, app.say(words.sheetAbout, { n: list.sheets.length }))
    );
  };

  /** The column of each field, to be corrected; `open` when the reader must choose one. */
  app.matchColumns = (state, words, open, rerun) => {
    const field = (code, label) => {
      const select = make("select", { id: "match-field-" + code, onchange: (event) => rerun(code, event.target.value) });
      const option = (value, shown) => make("option", { value, selected: value === (state.understood[code] || "") }, shown);
      select.append(option("", words.noColumn), ...state.list.columns.map((column) => option(column, column)));
      return make("div", { class: "match-field" }, make("label", { for: "match-field-" + code }, label), select);
    };
    return make(
      "details",
      { class: "match-columns", open: open || state.columnsOpen, ontoggle: (event) => (state.columnsOpen = event.target.open) },
      make("summary", {}, words.columns + "\u00a0: ", summary(state, words)),
      make("p", { class: "hint" }, words.columnsAbout),
      make("div", { class: "match-fields" }, ...Object.entries(words.fields).map(([code, label]) => field(code, label)))
    );
  };

  const summary = (state, words) =>
    Object.entries(words.fields)
      .filter(([code]) => state.understood[code])
      .map(([code, label]) => `${label} ← ${state.understood[code]}`)
      .join(" · ") || words.noColumn;
})(window.territorialMap);

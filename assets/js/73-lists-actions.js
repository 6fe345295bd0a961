/* What can be done with a whole list: name it, share it, take it away, check it as a PTCE, undo. */
"use strict";
(function (app) {
  const lists = app.lists;
  const MOST_MEMBERS = 100;
  const make = (...parts) => app.make(...parts);

  app.actionButton = (icon, words, onclick, attributes = {}) =>
    make(
      "button",
      { type: "button", class: "button button-small", onclick, ...attributes },
      app.iconOf(icon),
      make("span", {}, words)
    );

  /** Undo and redo, with the step each would take; `refresh` brings them up to date. */
  app.undoButtons = (announce) => {
    const words = app.pageWords();
    const act = (turn, told) => () => {
      const step = turn();
      if (step) announce(app.say(told, { step: step.words }));
    };
    const undo = app.actionButton("rotate-ccw", words.undo, act(() => lists.undo(), words.undone), { "data-lists-undo": "1", "data-focus": "undo" });
    const redo = app.actionButton("rotate-cw", words.redo, act(() => lists.redo(), words.redone), { "data-lists-redo": "1", "data-focus": "redo" });
    const refresh = () => {
      const steps = lists.steps();
      [[undo, steps.undo, words.undo], [redo, steps.redo, words.redo]].forEach(([button, step, label]) => {
        button.setAttribute("aria-disabled", String(!step));
        button.title = step ? `${label}\u00a0: ${step.words}` : label;
      });
    };
    refresh();
    return { element: make("div", { class: "lists-undo" }, undo, redo), refresh };
  };

  app.removeList = (list) => {
    const words = app.pageWords();
    const step = lists.change(app.say(words.stepDelete, list), (all) =>
      all.splice(all.findIndex((one) => one.id === list.id), 1)
    );
    if (!step) return;
    window.location.hash = "";
    app.offerUndo(app.say(words.deleted, list), () => lists.undo(step), false);
  };

  /** A name that no list of this browser has yet. */
  app.freeName = (name) => {
    const taken = new Set(lists.all().map((list) => list.name));
    let free = name;
    for (let n = 2; taken.has(free); n += 1) free = `${name} (${n})`;
    return free;
  };

  app.copyList = (list, words) => {
    const made = lists.create(app.freeName(list.name), list.lines, app.say(words, list));
    if (made) window.location.hash = `liste=${made.list.id}`;
    return made;
  };

  /** The name of a list, and the form that changes it. */
  app.listHeading = (list, own) => {
    const words = app.pageWords();
    const title = make("h2", { id: "list-name", tabindex: "-1" }, list.name);
    if (!own) return { element: title, refresh: () => {} };
    const box = make("input", { type: "text", maxlength: "120", id: "list-rename", autocomplete: "off" });
    const form = make(
      "form",
      { class: "picker-row lists-rename", hidden: true },
      make("label", { for: "list-rename", class: "visually-hidden" }, words.newName),
      box,
      make("button", { type: "submit", class: "button button-strong" }, words.save)
    );
    const open = (on) => {
      form.hidden = !on;
      button.setAttribute("aria-expanded", String(on));
      if (on) {
        box.value = title.textContent;
        box.select();
        box.focus();
      } else button.focus();
    };
    const button = app.actionButton("pencil", words.rename, () => open(form.hidden), {
      "aria-expanded": "false", "aria-label": words.rename,
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const name = box.value.trim();
      if (name && name !== title.textContent) {
        lists.edit(list.id, app.say(words.stepRename, { name }), (one) => (one.name = name));
      }
      open(false);
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      open(false);
    });
    return {
      element: make("div", { class: "lists-title" }, title, button, form),
      refresh: (now) => (title.textContent = now.name),
    };
  };

  const menu = (words, ...items) =>
    make(
      "details",
      { class: "menu-holder", "data-menu": "1" },
      make("summary", { class: "button button-small" }, app.iconOf("download"), words, app.iconOf("chevron-down")),
      make("div", { class: "menu" }, make("ul", {}, ...items.map((item) => make("li", {}, item))))
    );

  const files = (now, rows) => {
    const words = app.pageWords();
    return menu(
      words.files,
      app.actionButton("file-text", words.saveCsv, () => app.saveAsCsv(rows(), now()), { class: "" }),
      app.actionButton("download", words.saveJson, () => app.saveAsJson([now()], now().name), { class: "" }),
      app.actionButton("printer", words.print, () => window.print(), { class: "" })
    );
  };

  /* The group of a PTCE: legal ids of today, as many as that page takes. */
  const poleLink = () => {
    const words = app.pageWords();
    const link = make("a", { class: "button button-small", "data-nav": "1" }, app.iconOf("users"), make("span", {}, words.asPole));
    const refresh = (ids) => {
      link.hidden = !ids.length;
      const some = ids.slice(0, MOST_MEMBERS);
      const params = new URLSearchParams(app.params().has("lang") ? { lang: app.params().get("lang") } : {});
      params.set("ids", some.join(","));
      link.href = "/ptce?" + app.queryOf(params);
      link.title = ids.length > some.length ? app.say(words.asPoleSome, { n: some.length, total: ids.length }) : "";
      link.lastChild.textContent = ids.length > some.length ? `${words.asPole} (${app.say(app.listWords().nOfN, { n: some.length, total: ids.length })})` : words.asPole;
    };
    return { link, refresh };
  };

  /* The export dialog, where the page has it: ids, statuses and dates leave, never notes. */
  const exportButton = () => {
    const button = app.actionButton("download", app.pageWords().exportAll, () => {});
    const refresh = (list, rows) => {
      button.hidden = !window.territorialMapExport || !rows.length;
      button.dataset.export = JSON.stringify({
        kind: "list",
        title: list.name,
        lines: rows.map(({ line, facts }) => ({
          id: facts ? facts.id : line.id, status: line.status, checked_on: line.checked_on,
        })),
      });
    };
    return { button, refresh };
  };

  /** The actions of a list; `now()` gives it, `rows()` its rows as shown. */
  app.listActions = ({ own, now, rows }) => {
    const words = app.pageWords();
    const pole = poleLink();
    const exporting = exportButton();
    const copying = own
      ? app.actionButton("copy", words.duplicate, () => app.copyList(now(), words.stepDuplicate))
      : app.actionButton("copy", words.copyToMine, () => app.copyList(now(), words.stepCopy), { class: "button button-strong" });
    const nodes = own
      ? [
          app.actionButton("share-2", words.share, () => app.shareList(now()), { class: "button button-small button-strong" }),
          exporting.button, files(now, rows), pole.link, copying,
          app.actionButton("trash-2", words.remove1, () => app.removeList(now())),
        ]
      : [copying, exporting.button, files(now, rows), pole.link];
    return {
      element: make("div", { class: "lists-actions" }, ...nodes),
      refresh: (list, shown) => {
        pole.refresh([...new Set(shown.filter(({ facts }) => facts).map(({ facts }) => facts.id))]);
        exporting.refresh(list, shown);
      },
    };
  };
})(window.territorialMap);

/* Every list of this browser: to open, name, copy, delete, save, and to bring one in. */
"use strict";
(function (app) {
  const lists = app.lists;
  const make = (...parts) => app.make(...parts);

  const counted = (list) => {
    const words = app.pageWords();
    const counts = lists.STATUSES.map((code) => [
      words.statuses[code],
      list.lines.filter((line) => line.status === code).length,
    ]).filter(([, n]) => n);
    const parts = counts.map(([label, n]) => `${label}\u00a0: ${app.number(n)}`);
    const total = app.sayMany(app.listWords().organisations, list.lines.length);
    return [total, ...parts, app.say(words.created, { date: app.dayInWords(list.created_on) })].join(" · ");
  };

  const card = (list) => {
    const words = app.pageWords();
    const about = (text) => ({ "aria-label": `${text}\u00a0: ${list.name}` });
    return make(
      "li",
      { class: "list-card" },
      make(
        "div",
        {},
        make("h3", {}, make("a", { href: `#liste=${list.id}`, "data-focus": `open-${list.id}` }, list.name)),
        make("p", { class: "hint" }, counted(list))
      ),
      make(
        "div",
        { class: "lists-actions" },
        app.actionButton("share-2", words.share, () => app.shareList(list), about(words.share)),
        app.actionButton("copy", words.duplicate, () => app.copyList(list, words.stepDuplicate), about(words.duplicate)),
        app.actionButton("download", words.jsonFile, () => app.saveAsJson([list], list.name), about(words.jsonFile)),
        app.actionButton("trash-2", words.remove1, () => app.removeList(list), { ...about(words.remove1), "data-focus": `delete-${list.id}` })
      )
    );
  };

  const bring = async (files, announce, tell) => {
    const words = app.pageWords();
    for (const file of files) {
      try {
        const read = await app.readLists(file);
        const named = app.sayMany(words.imported, read.length, { file: file.name });
        const step = lists.change(app.say(words.stepImport, { file: file.name }), (all) =>
          read.forEach((list) => {
            const taken = new Set(all.map((one) => one.name));
            let { name } = list;
            for (let n = 2; taken.has(name); n += 1) name = `${list.name} (${n})`;
            all.push({ ...list, name });
          })
        );
        if (step) app.offerUndo(named, () => lists.undo(step), false);
        announce(named);
      } catch (error) {
        tell(app.say(words[error.message] || words.fileNotList, { file: file.name }));
      }
    }
  };

  const newList = () => {
    const words = app.pageWords();
    const name = app.nextListName();
    const made = lists.create(name, [], app.say(app.listWords().stepCreate, { name }));
    if (made) window.location.hash = `liste=${made.list.id}`;
    return words;
  };

  /** The screen of all lists; `update()` after a change. */
  app.allLists = ({ announce }) => {
    const words = app.pageWords();
    const holder = make("ul", { class: "list-cards" });
    const empty = make(
      "div",
      { class: "empty" },
      make("p", { class: "empty-title" }, words.none),
      make("p", {}, words.noneHow),
      make("a", { href: app.pagePath("/"), class: "button", "data-nav": "1" }, app.iconOf("map"), words.openMap)
    );
    const problem = make("div", { role: "alert" });
    const tell = (text) =>
      problem.replaceChildren(make("div", { class: "callout callout-warn" }, app.iconOf("triangle-alert"), make("p", {}, text)));
    const file = make("input", { type: "file", accept: ".json,application/json", multiple: true, class: "visually-hidden", tabindex: "-1", "aria-hidden": "true" });
    file.addEventListener("change", async () => {
      problem.replaceChildren();
      await bring([...file.files], announce, tell);
      file.value = "";
    });
    const saveAll = app.actionButton("download", words.saveAll, () => app.saveAsJson(lists.all(), words.title), { "data-focus": "save-all" });
    const actions = make(
      "div",
      { class: "lists-actions" },
      app.actionButton("plus", words.newList, newList, { class: "button button-small button-strong", "data-focus": "new" }),
      app.actionButton("list-plus", words.import, () => file.click(), { "data-focus": "import" }),
      saveAll,
      file
    );
    const element = make("div", { class: "lists-all" }, make("h2", { id: "list-name", tabindex: "-1" }, words.title), make("p", { class: "lead" }, words.lead), actions, problem, empty, holder);
    const update = () => {
      const focus = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.focus : null;
      const all = lists.all();
      holder.replaceChildren(...all.map(card));
      empty.hidden = all.length > 0;
      saveAll.hidden = !all.length;
      if (!focus || document.activeElement !== document.body) return;
      const again = element.querySelector(`[data-focus="${focus}"]`);
      (again || document.getElementById("list-name")).focus();
    };
    update();
    return { element, update, printed: () => null };
  };
})(window.territorialMap);

/* The window « Ajouter à une liste »: from any button that names organisations or a selection. */
"use strict";
(function (app) {
  const lists = app.lists;
  const make = app.make;

  const selectionOf = async (query) => {
    const answer = await window.fetch(`/api/v1/lists/selection?${query}`);
    if (!answer.ok) throw new Error(await app.refusal(answer));
    return answer.json();
  };

  let opener = null;
  const dialog = () => {
    let element = document.getElementById("list-picker");
    if (element) return element;
    element = app.makeDialog("list-picker-title", { id: "list-picker" });
    element.addEventListener("close", () => {
      if (opener && opener.isConnected) opener.focus({ preventScroll: true });
    });
    document.body.append(element);
    return element;
  };

  const tell = (name, outcome) => {
    const words = app.listWords();
    const parts = [];
    if (outcome.added) parts.push(app.sayMany(words.addedTo, outcome.added, { name }));
    if (outcome.already) parts.push(app.sayMany(words.already, outcome.already));
    if (outcome.refused) {
      parts.push(app.sayMany(words.noRoom, outcome.refused, { most: lists.MOST_LINES }));
    }
    if (!outcome.step) return app.toast(parts.join(" "));
    app.offerUndo(parts.join(" "), () => lists.undo(outcome.step), false);
  };

  const addTo = (list, chosen) => {
    const outcome = lists.put(list.id, chosen(), app.say(app.listWords().stepAdd, list));
    dialog().close();
    if (outcome) tell(list.name, outcome);
  };

  const addToNew = (name, chosen) => {
    const words = app.listWords();
    const made = lists.create(name, chosen(), app.say(words.stepCreate, { name }));
    dialog().close();
    if (made) tell(name, { added: made.list.lines.length, already: 0, refused: 0, step: made.step });
  };

  const inside = (list, lines) => {
    const words = app.listWords();
    const known = new Set(list.lines.map((line) => line.id));
    const already = lines.filter((line) => known.has(line.id)).length;
    const count = app.sayMany(words.organisations, list.lines.length);
    if (!already) return [count, false];
    if (already === lines.length) return [`${count} · ${words.alreadyInside[lines.length > 1 ? 1 : 0]}`, true];
    return [`${count} · ${app.sayMany(words.someInside, already, { total: lines.length })}`, false];
  };

  const drawLists = (holder, chosen) => {
    const lines = chosen();
    holder.replaceChildren(
      ...lists.all().map((list) => {
        const [about, whole] = inside(list, lines);
        const act = () => addTo(list, chosen);
        return make(
          "li",
          {},
          make(
            "button",
            { type: "button", class: "picker-list", disabled: whole || !lines.length, onclick: act },
            make("span", { class: "picker-name" }, list.name),
            make("span", { class: "picker-count" }, about)
          )
        );
      })
    );
  };

  /** All of them, or the first ones: said with how many there are. */
  const howMany = (found, redraw) => {
    const words = app.listWords();
    const most = found.lines.length;
    const box = make("input", {
      type: "number", min: "1", max: String(most), value: String(most), id: "picker-first",
      class: "picker-first", inputmode: "numeric",
    });
    const told = make("p", { class: "picker-count", role: "status" });
    const first = () => Math.min(most, Math.max(1, Math.floor(Number(box.value)) || 1));
    const update = () => {
      told.textContent = app.say(words.nOfN, { n: first(), total: found.total });
      redraw();
    };
    box.addEventListener("input", update);
    const capped = most < found.total ? app.say(words.capped, { most: lists.MOST_LINES }) : "";
    const label = make("label", { for: "picker-first" }, words.howMany);
    const nodes = [make("div", { class: "picker-many" }, label, box, told)];
    if (capped) nodes.push(make("p", { class: "hint" }, capped));
    return { nodes, first, update };
  };

  const newList = (chosen, suggested) => {
    const words = app.listWords();
    const box = make("input", {
      type: "text", id: "picker-new", maxlength: "120", autocomplete: "off", value: suggested,
    });
    const create = make(
      "button",
      { type: "submit", class: "button button-strong" },
      app.iconOf("plus"),
      words.create
    );
    const form = make(
      "form",
      { class: "picker-new" },
      make("label", { for: "picker-new" }, words.newList),
      make("div", { class: "picker-row" }, box, create)
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      addToNew(box.value.trim() || app.nextListName(), chosen);
    });
    return form;
  };

  app.nextListName = () => {
    const words = app.listWords();
    const taken = new Set(lists.all().map((list) => list.name));
    let n = lists.all().length + 1;
    while (taken.has(app.say(words.defaultName, { n }))) n += 1;
    return app.say(words.defaultName, { n });
  };

  const about = (found) => {
    const words = app.listWords();
    if (found.selection) return app.sayMany(words.selection, found.total);
    if (found.lines.length === 1) return found.lines[0].name;
    return app.sayMany(words.organisations, found.lines.length);
  };

  const fill = (element, content, found, suggested) => {
    const words = app.listWords();
    const holder = make("ul", { class: "picker-lists" });
    let many = null;
    const chosen = () => (many ? found.lines.slice(0, many.first()) : found.lines);
    if (found.selection && found.lines.length > 1) {
      many = howMany(found, () => drawLists(holder, chosen));
    }
    const nothing = make("p", { class: "unknown" }, words.nothing);
    content.replaceChildren(
      make("p", { class: "picker-about" }, about(found)),
      ...(found.lines.length
        ? [...(many ? many.nodes : []), holder, newList(chosen, suggested || app.nextListName())]
        : [nothing])
    );
    if (many) many.update();
    else drawLists(holder, chosen);
    const first = content.querySelector("button:not(:disabled), input");
    if (first && element.open) first.focus();
  };

  /** Ids with the names of today; what the directory does not know keeps the name given. */
  const found = async ({ ids, query, name }) => {
    if (query !== undefined) return { selection: true, ...(await selectionOf(query)) };
    const asked = [...new Set(ids)].slice(0, lists.MOST_LINES);
    const facts = await app.factsOf(asked);
    const known = new Map(facts.lines.map((line) => [line.asked, line]));
    const lines = asked.map((id) => {
      const line = known.get(id);
      return { id: line ? line.id : id, name: line ? line.name : name || id };
    });
    return { lines: lists.cleanLines(lines), total: asked.length };
  };

  /** Open the window for `{ids}` or for `{query}` of a selection; `name` suggests the new list's. */
  app.pickList = async (asked) => {
    const words = app.listWords();
    if (!words.title) return;
    const element = dialog();
    opener = asked.opener || document.activeElement;
    const content = make("div", { class: "picker-content" }, make("p", { role: "status" }, words.reading));
    const closing = make(
      "button",
      { type: "button", class: "picker-close", "aria-label": words.close, onclick: () => element.close() },
      app.iconOf("x")
    );
    const seeLists = make(
      "a",
      { href: app.pagePath("/listes"), class: "picker-see", onclick: () => element.close() },
      words.seeLists
    );
    seeLists.dataset.nav = "1";
    const title = make("h2", { id: "list-picker-title" }, words.title);
    const heading = make("div", { class: "picker-heading" }, title, closing);
    element.replaceChildren(heading, content, ...(words.seeLists ? [seeLists] : []));
    if (!element.open) element.showModal();
    try {
      fill(element, content, await found(asked), asked.listName);
    } catch (error) {
      const problem = make("p", { role: "alert" }, app.problemOf(error));
      content.replaceChildren(problem);
    }
  };

  /** The address of a page of ours in the language being read. */
  app.pagePath = (path) => {
    const lang = app.params().get("lang");
    return lang ? `${path}?lang=${lang}` : path;
  };

  /** A message at the foot of the page, without anything to undo. */
  app.toast = (words) => {
    app.offerUndo(words, () => {}, false);
    const bar = document.getElementById("undo-bar");
    const undoing = bar && bar.querySelector("button");
    if (undoing) undoing.remove();
  };

  /** The selection that the main screen shows, in its order. */
  const here = () => {
    const params = app.filtersOf(app.here().search);
    const order = app.params().get("order");
    if (order) params.set("order", order);
    return params.toString();
  };

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const one = event.target.closest("[data-add-to-list]");
    const many = event.target.closest("[data-add-selection]");
    if (one) {
      const ids = one.dataset.addToList.split(/\s+/).filter(Boolean);
      app.pickList({ ids, name: one.dataset.name, listName: one.dataset.listName, opener: one });
    } else if (many) {
      const query = many.dataset.addSelection || here();
      app.pickList({ query, opener: many });
    }
  });

  /* What the store could not do, told where the reader is. */
  window.addEventListener("territorial-map:lists", (event) => {
    const problem = event.detail && event.detail.problem;
    if (problem) app.toast(app.listWords()[problem] || "");
  });
})(window.territorialMap);

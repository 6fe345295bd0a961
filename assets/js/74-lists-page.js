/* The page « Mes listes »: which screen its fragment asks for, and keeping it in step. */
"use strict";
(function (app) {
  const lists = app.lists;
  const PATH = "/listes";
  const make = (...parts) => app.make(...parts);
  let screen = null;
  let undoing = null;

  const root = () => document.getElementById("lists-root");
  const onPage = () => window.location.pathname === PATH && root();

  const announce = (words) => {
    const live = document.getElementById("lists-live");
    if (!live) return;
    /* Said again even when the words are the same. */
    live.textContent = live.textContent === words ? words + "\u00a0" : words;
  };

  const idOf = (hash) => {
    const found = /^#liste=([\w-]{1,64})$/.exec(hash);
    return found ? found[1] : null;
  };

  const back = () =>
    make("p", { class: "lists-back" }, make("a", { href: "#" }, app.iconOf("arrow-left"), app.pageWords().backToAll));

  const sentence = (title, words, ...more) => ({
    element: make("div", { class: "empty" }, make("h2", { id: "list-name", tabindex: "-1" }, title), make("p", {}, words), ...more),
    update: () => {},
    printed: () => null,
  });

  const shared = async (hash) => {
    const words = app.pageWords();
    try {
      const list = await app.listOfLink(hash);
      list.name = list.name || words.sharedName;
      const one = app.oneList(list, { own: false, announce });
      const note = make(
        "div",
        { class: "callout lists-shared" },
        app.iconOf("info"),
        make("div", {}, make("p", {}, make("strong", {}, words.sharedTitle)), make("p", {}, words.sharedAbout))
      );
      one.element.prepend(note);
      return { ...one, update: () => {} };
    } catch (error) {
      return sentence(words.linkTrouble, words[error.message] || words.linkBroken);
    }
  };

  const screenOf = async (hash) => {
    const words = app.pageWords();
    if (hash.startsWith("#l=")) return { ...(await shared(hash)), hash, nested: true };
    const id = idOf(hash);
    if (!id) return { ...app.allLists({ announce }), hash, nested: false };
    const list = lists.get(id);
    if (!list) return { ...sentence(words.missing, words.missingAbout), hash, id, missing: true, nested: true };
    const one = app.oneList(list, { own: true, announce });
    return { ...one, update: () => (lists.get(id) ? one.update(lists.get(id)) : show()), hash, id, nested: true };
  };

  let turn = 0;
  /** Draw the screen that the fragment asks for. */
  const show = async () => {
    if (!onPage()) return;
    const mine = (turn += 1);
    const moved = screen !== null;
    const next = await screenOf(window.location.hash);
    if (mine !== turn || !onPage()) return;
    screen = next;
    undoing = app.undoButtons(announce);
    const bar = make("div", { class: "lists-bar" }, ...(next.nested ? [back()] : []), undoing.element);
    root().replaceChildren(bar, next.element);
    const title = document.getElementById("list-name");
    if (moved && title) title.focus({ preventScroll: true });
    if (moved) window.scrollTo(0, 0);
  };

  const refresh = () => {
    if (!onPage() || !screen) return;
    if (screen.missing && lists.get(screen.id)) return show();
    screen.update();
    if (undoing) undoing.refresh();
  };

  window.addEventListener("territorial-map:lists", (event) => {
    if (event.detail && !event.detail.problem) refresh();
  });
  window.addEventListener("hashchange", () => {
    if (onPage() && screen && screen.hash !== window.location.hash) show();
  });

  /* A link to all lists, from one of them: the address differs by its fragment alone. */
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[data-nav]");
    if (link && onPage() && link.pathname === PATH && window.location.hash) {
      window.location.hash = link.hash;
    }
  });

  /* Undo and redo by the usual keys, but for what is being typed, which the browser undoes. */
  document.addEventListener("keydown", (event) => {
    if (!onPage() || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const forward = key === "y" || (key === "z" && event.shiftKey);
    if (key !== "z" && key !== "y") return;
    if (event.target.closest && event.target.closest("textarea, input[type='text']")) return;
    event.preventDefault();
    const words = app.pageWords();
    const step = forward ? lists.redo() : lists.undo();
    if (step) announce(app.say(forward ? words.redone : words.undone, { step: step.words }));
    else announce(forward ? words.nothingToRedo : words.nothingToUndo);
  });

  window.addEventListener("beforeprint", () => {
    if (!onPage() || !screen) return;
    const printed = screen.printed();
    if (printed) root().append(printed);
  });
  window.addEventListener("afterprint", () =>
    document.querySelectorAll(".lists-print").forEach((element) => element.remove())
  );

  /** The page was drawn: its screen follows, once its place is there. */
  document.addEventListener("page-drawn", ({ detail: page }) => {
    window.requestAnimationFrame(app.countLists);
    screen = null;
    if (!page || page.path !== PATH) return;
    const whenThere = (frames) => {
      if (root()) show();
      else if (frames) window.requestAnimationFrame(() => whenThere(frames - 1));
    };
    whenThere(120);
  });
})(window.territorialMap);

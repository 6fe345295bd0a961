/* The window that makes the link of a list, and says what is in it. */
"use strict";
(function (app) {
  const make = (...parts) => app.make(...parts);

  const copy = async (link, button) => {
    const words = app.pageWords();
    try {
      await navigator.clipboard.writeText(link.value);
      button.textContent = words.linkCopied;
    } catch {
      /* Without the right to the clipboard, the address is selected, to copy by hand. */
      link.focus();
      link.select();
      button.textContent = words.linkByHand;
    }
  };

  const remarks = (made, list) => {
    const words = app.pageWords();
    const length = app.say(words.linkLength, { n: made.href.length });
    const told = [make("p", { class: "hint" }, length)];
    if (!made.compressed) told.push(make("p", { class: "hint" }, words.linkPlain));
    if (made.long) {
      const save = () => app.saveAsJson([list], list.name);
      told.push(
        make(
          "div",
          { class: "callout callout-warn" },
          app.iconOf("triangle-alert"),
          make(
            "div",
            {},
            make("p", {}, words.linkLong),
            make("button", { type: "button", class: "button button-small", onclick: save }, words.saveJson)
          )
        )
      );
    }
    return told;
  };

  const dialogOf = (title) => {
    const words = app.pageWords();
    const element = app.makeDialog("list-share-title");
    const closing = make(
      "button",
      { type: "button", class: "picker-close", "aria-label": app.listWords().close, onclick: () => element.close() },
      app.iconOf("x")
    );
    element.append(
      make("div", { class: "picker-heading" }, make("h2", { id: "list-share-title" }, words.share), closing)
    );
    const back = document.activeElement;
    element.addEventListener("close", () => {
      element.remove();
      if (back && back.isConnected) back.focus({ preventScroll: true });
    });
    element.append(make("p", { class: "picker-about share-about" }, title));
    return element;
  };

  /** Open the window for a list; the link is made anew when notes come in or out. */
  app.shareList = (list) => {
    const words = app.pageWords();
    const element = dialogOf(list.name);
    const notes = make("input", { type: "checkbox", id: "share-notes" });
    const link = make("input", { type: "text", readonly: true, id: "share-link", class: "share-link" });
    const button = make("button", { type: "button", class: "button button-strong", onclick: () => copy(link, button) }, words.copyLink);
    const about = make("div", { class: "share-remarks", role: "status" });
    const refresh = async () => {
      const made = await app.linkOfList(list, { notes: notes.checked });
      link.value = made.href;
      button.textContent = words.copyLink;
      about.replaceChildren(...remarks(made, list));
    };
    notes.addEventListener("change", refresh);
    link.addEventListener("focus", () => link.select());
    element.append(
      make(
        "div",
        { class: "picker-content" },
        make("p", {}, words.shareAbout),
        make("label", { class: "share-notes" }, notes, make("span", {}, words.withNotes)),
        make("div", { class: "picker-new" }, make("label", { for: "share-link" }, words.link), make("div", { class: "picker-row" }, link, button)),
        about
      )
    );
    document.body.append(element);
    element.showModal();
    return refresh();
  };
})(window.territorialMap);

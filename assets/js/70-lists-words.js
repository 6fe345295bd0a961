/* What the screens of lists are made of: elements, words, facts asked of the directory. */
"use strict";
(function (app) {
  /** An element with its attributes, handlers (`onclick`) and children. */
  app.make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => {
      if (value === null || value === undefined || value === false) return;
      if (typeof value === "function") element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? "" : value);
    });
    element.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return element;
  };

  /** A window of the lists, named by the heading with this id; Escape or a press beside it closes it. */
  app.makeDialog = (heading, attributes = {}) => {
    const element = app.make("dialog", { class: "list-picker", "aria-labelledby": heading, ...attributes });
    /* The page beneath listens to Escape too: this one closes the window alone. */
    element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") event.stopPropagation();
    });
    element.addEventListener("click", (event) => {
      if (event.target === element) element.close();
    });
    return element;
  };

  app.iconOf = (name) => app.make("span", { class: `icon icon-${name}`, "aria-hidden": "true" });

  /** A text of the lists with its `{names}` filled in; counts are written as the language does. */
  app.say = (words, values = {}) =>
    (words || "").replace(/\{(\w+)\}/g, (whole, name) => {
      if (!(name in values)) return whole;
      return typeof values[name] === "number" ? app.number(values[name]) : values[name];
    });

  /** The form of a count: `[one, many]`. */
  app.sayMany = (forms, n, values = {}) => {
    const rule = new Intl.PluralRules(document.documentElement.lang || "fr");
    return app.say(forms[rule.select(n) === "one" ? 0 : 1], { n, ...values });
  };

  app.listWords = () => app.texts().lists || {};

  /** The sentence of an answer that refuses. */
  app.refusal = async (answer) => {
    try {
      return (await answer.json()).detail || "";
    } catch {
      return "";
    }
  };

  /** What went wrong, for people: a lost network has no sentence of its own. */
  app.problemOf = (error) =>
    error instanceof TypeError || !error.message ? app.listWords().offline : error.message;

  /** What the directory says today of organisations, by the ids kept: `{edition, lines}`. */
  app.factsOf = async (ids, signal) => {
    if (!ids.length) return { edition: null, lines: [] };
    const answer = await window.fetch("/api/v1/lists/lines", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ids }),
      signal,
    });
    if (!answer.ok) throw new Error(await app.refusal(answer));
    return answer.json();
  };
})(window.territorialMap);

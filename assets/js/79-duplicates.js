/* Doublons: pairs side by side, decided by button or key; the answers are kept by the server. */
"use strict";
(function (app) {
  const KEYS = "territorial-map.duplicate-keys";
  const PATH = "/duplicates";
  const VERDICTS = { s: "same", d: "different" };
  let state = null;

  const page = () => document.querySelector(".twins");
  const words = () => JSON.parse(page().dataset.words);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children.filter((child) => child !== null));
    return element;
  };

  const say = (text) => {
    const place = page() && page().querySelector(".twins-said");
    if (place) place.textContent = text || "";
  };

  const keysOn = () => {
    try {
      return window.localStorage.getItem(KEYS) !== "off";
    } catch {
      return true;
    }
  };

  const close = () => {
    page().querySelector(".twins-closed").hidden = false;
    page().querySelector(".twins-room").hidden = true;
    say("");
  };

  /** The answer of the server, or null when it gave none; a refused secret closes the page. */
  const ask = async (path, method, body) => {
    try {
      const answer = await app.operator.ask(path, method, body);
      if (answer.status === 403) {
        if (page()) close();
        return null;
      }
      const told = await answer.json();
      if (answer.ok) return told;
      say(told.detail || words().lost);
    } catch {
      say(words().lost);
    }
    return null;
  };

  const idsOf = (pair) => ({ a_id: pair.a.id, b_id: pair.b.id });
  const current = () => state && state.queue[state.index];

  const start = async () => {
    if (!page()) return;
    if (!app.operator.isOn()) return close();
    const told = await ask(PATH, "GET");
    if (!told || !page()) return;
    state = {
      queue: told.pairs.filter((pair) => !pair.verdict),
      decided: told.pairs.filter((pair) => pair.verdict),
      index: 0,
      later: [],
      undo: null,
    };
    page().querySelector(".twins-closed").hidden = true;
    draw(false);
  };

  const remaining = () => state.queue.length - state.index + state.later.length;

  const inWords = (text) =>
    text
      .split(", ")
      .map((part) => words().values[part] || part)
      .join(", ");

  const row = (line) => {
    const w = words();
    const cell = (text, name) =>
      make("td", { className: text ? "" : "twins-unknown" },
        make("span", { className: "twins-of", textContent: name }),
        text ? inWords(text) : w.unknown);
    const pair = current();
    return make("tr", { className: `twins-${line.agreement}` },
      make("th", { scope: "row", textContent: w.fields[line.field] || line.label }),
      cell(line.a, pair.a.name),
      cell(line.b, pair.b.name),
      make("td", { className: "twins-agreement", textContent: w.agreements[line.agreement] }));
  };

  const named = (side) =>
    make("th", { scope: "col" },
      make("span", { textContent: side.name }),
      make("a", {
        href: `/?organisation=${encodeURIComponent(side.id)}`,
        target: "_blank",
        rel: "noopener",
        textContent: words().sheet,
        ariaLabel: `${words().sheet} : ${side.name}`,
      }));

  const button = (text, key, act, strong = false) => {
    const element = make("button", {
      type: "button",
      className: `button${strong ? " button-strong" : ""}`,
    }, text, keysOn() && key ? make("kbd", { textContent: key.toUpperCase() }) : null);
    if (key) element.setAttribute("aria-keyshortcuts", key);
    element.addEventListener("click", act);
    return element;
  };

  const actions = (pair) => {
    const w = words();
    const bar = make("div", { className: "twins-actions" });
    if (pair) {
      bar.append(
        button(w.same, "s", () => decide("same"), true),
        button(w.different, "d", () => decide("different"), true),
        button(w.later, "l", later));
    }
    if (state.undo) bar.append(button(w.undo, "u", undo));
    return bar;
  };

  const card = (pair) => {
    const w = words();
    const heading = make("h3", {
      tabIndex: -1,
      textContent: fill(w.question, { a: pair.a.name, b: pair.b.name }),
    });
    const head = make("thead", {}, make("tr", {},
      make("th", { scope: "col", textContent: w.field }),
      named(pair.a), named(pair.b),
      make("th", { scope: "col", textContent: w.agreement })));
    const table = make("table", { className: "twins-table" }, head,
      make("tbody", {}, ...pair.fields.map(row)));
    return [heading, make("p", { className: "twins-left", textContent: fill(w.left, { n: remaining() }) }),
      actions(pair), table];
  };

  const finished = () => {
    const w = words();
    const n = state.later.length;
    const heading = make("h3", { tabIndex: -1, textContent: n ? fill(w.doneLater, { n }) : w.done });
    const again = n ? button(w.again, "", () => {
      Object.assign(state, { queue: state.later, index: 0, later: [], undo: null });
      draw(true);
    }, true) : null;
    return [heading, make("div", { className: "twins-actions" }, again, state.undo && button(w.undo, "u", undo))];
  };

  const decidedList = () => {
    const w = words();
    if (!state.decided.length) return null;
    const lines = state.decided.map((pair) => {
      const names = `${pair.a.name} — ${pair.b.name}`;
      const back = button(w.takeBack, "", () => takeBack(pair));
      back.classList.add("button-small");
      back.setAttribute("aria-label", `${w.takeBack} : ${names}`);
      return make("li", {}, make("span", { textContent: `${names} (${w[pair.verdict].toLowerCase()})` }), back);
    });
    return make("details", { className: "twins-decided" },
      make("summary", { textContent: fill(w.decided, { n: state.decided.length }) }),
      make("ul", {}, ...lines));
  };

  const toggle = () => {
    const box = make("input", { type: "checkbox", checked: keysOn() });
    box.addEventListener("change", () => {
      try {
        window.localStorage.setItem(KEYS, box.checked ? "on" : "off");
      } catch {
        /* A browser that keeps nothing keeps the keys on. */
      }
      draw(false);
      page().querySelector(".twins-keys input").focus();
    });
    return make("label", { className: "twins-keys" }, box, words().keys);
  };

  const draw = (focus) => {
    const room = page().querySelector(".twins-room");
    const open = room.querySelector(".twins-decided");
    const unfolded = Boolean(open && open.open);
    const pair = current();
    const decided = decidedList();
    if (decided) decided.open = unfolded;
    room.replaceChildren(...(pair ? card(pair) : finished()), toggle(), ...(decided ? [decided] : []));
    room.hidden = false;
    if (focus) {
      room.querySelector("h3").focus({ preventScroll: true });
      room.querySelector("h3").scrollIntoView({ block: "nearest" });
    }
  };

  let busy = false;
  const once = async (act) => {
    if (busy) return;
    busy = true;
    try {
      await act();
    } finally {
      busy = false;
    }
  };

  const decide = (verdict) => once(async () => {
    const pair = current();
    if (!pair || !(await ask(`${PATH}/verdicts`, "POST", { ...idsOf(pair), verdict }))) return;
    pair.verdict = verdict;
    state.decided.push(pair);
    state.queue.splice(state.index, 1);
    state.undo = { pair, verdict };
    draw(true);
    say(verdict === "same" ? words().keptSame : words().keptDifferent);
  });

  const later = () => {
    const pair = current();
    if (!pair) return;
    state.later.push(pair);
    state.queue.splice(state.index, 1);
    state.undo = { pair, verdict: null };
    draw(true);
    say(words().setLater);
  };

  const forget = async (pair) => {
    if (!(await ask(`${PATH}/verdicts`, "DELETE", idsOf(pair)))) return false;
    pair.verdict = null;
    state.decided = state.decided.filter((other) => other !== pair);
    return true;
  };

  const undo = () => once(async () => {
    const { pair, verdict } = state.undo || {};
    if (!pair || (verdict && !(await forget(pair)))) return;
    state.later = state.later.filter((other) => other !== pair);
    state.queue.splice(state.index, 0, pair);
    state.undo = null;
    draw(true);
    say(words().undone);
  });

  const takeBack = (pair) => once(async () => {
    if (!(await forget(pair))) return;
    state.queue.splice(state.index, 0, pair);
    if (state.undo && state.undo.pair === pair) state.undo = null;
    draw(true);
    say(words().undone);
  });

  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input:not([type=checkbox]), textarea, select");
    if (!page() || !state || !keysOn() || typing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const key = event.key.toLowerCase();
    if (page().querySelector(".twins-room").hidden) return;
    if (VERDICTS[key]) decide(VERDICTS[key]);
    else if (key === "l") later();
    else if (key === "u") undo();
    else return;
    event.preventDefault();
  });

  document.addEventListener("painted", () => {
    const room = document.querySelector(".twins-room");
    if (room && room.hidden && document.querySelector(".twins-closed").hidden) start();
  });
})(window.territorialMap);

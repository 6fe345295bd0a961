/* The one export dialog, for selections, partner lists and lists of the browser: format, columns and
   their order, sort, counts and refusals told before. `75-export-file.js` fetches the file. */
"use strict";
(function (app) {
  const KEPT = "territorial-map.export";
  const API = "/api/v1/export";
  let element = null;
  let asked = null;
  let about = null;
  let choice = null;

  const words = () => app.texts().export;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const make = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === true) node.setAttribute(name, "");
      else if (value !== false && value !== null) node.setAttribute(name, value);
    }
    node.append(...children);
    return node;
  };
  const part = (name) => element.querySelector(`[data-part="${name}"]`);

  const remembered = () => {
    try {
      return JSON.parse(window.localStorage.getItem(KEPT)) || {};
    } catch {
      return {};
    }
  };
  const remember = () => {
    const columns = { ...remembered().columns, [columnsKey()]: { order: choice.order, off: [...choice.off] } };
    const kept = { v: 1, format: choice.format, rows: choice.rows, columns };
    try {
      window.localStorage.setItem(KEPT, JSON.stringify(kept));
    } catch {
      /* A browser that keeps nothing still exports. */
    }
  };
  const columnsKey = () => `${asked.kind}-${choice.rows}`;
  const per = () => about.per[choice.rows];

  /** The remembered order, without columns that are gone, new ones at the end. */
  const readColumns = () => {
    const known = per().columns.map((column) => column.key);
    const kept = (remembered().columns || {})[columnsKey()] || { order: [], off: [] };
    const before = kept.order.filter((key) => known.includes(key));
    choice.order = before.length ? [...before, ...known.filter((key) => !before.includes(key))] : known;
    choice.off = new Set(kept.off.filter((key) => known.includes(key)));
  };

  const column = (key) => per().columns.find((one) => one.key === key);
  const keptKeys = () => choice.order.filter((key) => column(key).always || !choice.off.has(key));
  const isDefault = () =>
    !choice.off.size && per().columns.every((one, n) => one.key === choice.order[n]);

  /** A file speaks the language of the page that it leaves; French says nothing. */
  const inLanguage = (query) => {
    const params = new URLSearchParams(query);
    const { lang } = document.documentElement;
    if (lang && lang !== "fr") params.set("lang", lang);
    return params;
  };

  /** The address and the body of the file that the choices ask for. */
  app.exportRequest = () => {
    const params = inLanguage(asked.kind === "list" ? "" : asked.query);
    if (asked.kind === "selection") {
      params.set("order", choice.sort);
      params.set("rows", choice.rows);
    }
    if (!isDefault()) params.set("columns", keptKeys().join(","));
    const path = { selection: `${API}.`, partners: `${API}/partners.`, list: `${API}/list.` }[asked.kind];
    return { address: `${path}${choice.format}?${app.queryOf(params)}`, body: bodyOf(), rows: per().rows };
  };
  const bodyOf = () => {
    if (asked.kind !== "list") return null;
    const lines = asked.lines.map(({ id, status, checked_on }) => ({
      id, status: status || null, checked_on: checked_on || null,
    }));
    return JSON.stringify({ title: asked.title, lines });
  };

  const refusal = (format) => {
    const most = about && about.most_rows[format];
    return most && per().rows > most ? most : null;
  };

  const build = () => {
    const t = words();
    const close = make("button", { type: "button", class: "picker-close", "aria-label": t.close, "data-part": "close" },
      make("span", { class: "icon icon-x", "aria-hidden": "true" }));
    const formats = make("fieldset", { class: "export-formats" }, make("legend", {}, t.format));
    for (const { code, name, what } of t.formats) {
      const told = make("span", {}, make("strong", {}, name), make("small", {}, what), make("small", { class: "export-most", "data-most": code }));
      formats.append(make("label", { class: "export-format" },
        make("input", { type: "radio", name: "export-format", value: code }), told));
    }
    const columns = make("fieldset", { class: "export-columns" },
      make("legend", {}, t.columns), make("p", { class: "hint", id: "export-columns-hint" }, t.columnsHint),
      make("div", { class: "export-all" },
        make("button", { type: "button", class: "button button-small", "data-part": "all" }, t.keepAll),
        make("button", { type: "button", class: "button button-small", "data-part": "reset" }, t.firstOrder)),
      make("ol", { "data-part": "columns" }));
    element = make("dialog", { id: "export-dialog", class: "export-dialog", "aria-labelledby": "export-title" },
      make("div", { class: "export-heading" }, make("h2", { id: "export-title", tabindex: "-1" }), close),
      make("p", { class: "export-query", "data-part": "query" }),
      make("p", { class: "export-count", "data-part": "count", role: "status" }),
      make("div", { class: "export-body" }, formats,
        make("div", { class: "export-side" },
          make("fieldset", { "data-part": "rows", class: "export-rows" }, make("legend", {}, t.rows)),
          make("label", { "data-part": "sort-place", class: "export-sort" }, t.sort, make("select", { "data-part": "sort" })),
          columns)),
      make("p", { class: "export-refusal callout callout-warn", "data-part": "refusal", role: "alert" }),
      make("div", { class: "export-running", "data-part": "running" }),
      make("p", { class: "visually-hidden", "data-part": "moved", role: "status" }),
      make("div", { class: "export-actions" },
        make("button", { type: "button", class: "button", "data-part": "print" }, t.print),
        make("button", { type: "button", class: "button", "data-part": "cancel" }, t.close),
        make("button", { type: "button", class: "button button-strong", "data-part": "go" }, t.download)));
    document.body.append(element);
    listen();
  };

  const listen = () => {
    element.addEventListener("change", (event) => {
      const { name, value, dataset } = event.target;
      if (name === "export-format") choice.format = value;
      else if (name === "export-rows") {
        choice.rows = value;
        readColumns();
        drawColumns();
      } else if (dataset.part === "sort") choice.sort = value;
      else if (dataset.column) choice.off[event.target.checked ? "delete" : "add"](dataset.column);
      tell();
      remember();
    });
    element.addEventListener("cancel", (event) => {
      if (!app.exportRunning()) return;
      event.preventDefault();
      app.cancelExport();
    });
    element.addEventListener("close", () => app.cancelExport());
    const on = (name, act) => part(name).addEventListener("click", act);
    on("close", () => element.close());
    on("cancel", () => (app.exportRunning() ? app.cancelExport() : element.close()));
    on("go", () => app.fetchExport(part("running"), app.exportRequest(), words(), settle));
    on("print", () => {
      element.close();
      window.print();
    });
    on("all", () => {
      choice.off.clear();
      drawColumns();
      remember();
    });
    on("reset", () => {
      choice.order = per().columns.map((one) => one.key);
      drawColumns();
      remember();
    });
    app.listenColumns(part("columns"), move);
  };

  /** Put a column at another place; said aloud, the focus stays on it. */
  const move = (key, to, focus) => {
    const from = choice.order.indexOf(key);
    const place = Math.max(0, Math.min(choice.order.length - 1, to));
    if (from < 0 || from === place) return;
    choice.order.splice(place, 0, choice.order.splice(from, 1)[0]);
    drawColumns();
    remember();
    part("moved").textContent = fill(words().moved, {
      column: column(key).heading, n: place + 1, total: choice.order.length,
    });
    const again = part("columns").querySelector(`[data-key="${key}"] ${focus || "input"}`);
    if (again) again.focus();
  };

  const drawColumns = () => app.drawColumns(part("columns"), choice.order.map(column), choice.off, words());

  const settle = (running) => {
    part("go").disabled = running || Boolean(about && refusal(choice.format)) || !about;
    part("cancel").textContent = running ? words().stop : words().close;
    element.querySelectorAll("fieldset, select").forEach((one) => { one.disabled = running; });
  };

  /** Counts, and what a format cannot hold, before anything is asked. */
  const tell = () => {
    const t = words();
    const { rows, found } = per();
    const cut = found && found > rows;
    part("count").textContent = fill(cut ? t.nOfN : t.lines, { n: app.number(rows), total: app.number(found || rows) });
    element.querySelectorAll("[data-most]").forEach((note) => {
      const most = refusal(note.dataset.most);
      note.textContent = most ? fill(t.most, { n: app.number(most) }) : "";
    });
    const most = refusal(choice.format);
    part("refusal").replaceChildren();
    if (most) {
      const other = make("button", { type: "button", class: "button button-small" }, t.takeXlsx);
      other.addEventListener("click", () => {
        element.querySelector('[name="export-format"][value="xlsx"]').click();
        element.querySelector('[name="export-format"][value="xlsx"]').focus();
      });
      const told = fill(t.tooLong, { n: app.number(rows), most: app.number(most) });
      part("refusal").append(make("span", {}, told), other);
    }
    settle(false);
  };

  const draw = () => {
    const t = words();
    element.querySelector("h2").textContent = fill(t.title, { title: about.title });
    part("query").textContent = about.query;
    const several = Object.keys(about.per).length > 1;
    part("rows").hidden = !several;
    part("rows").replaceChildren(part("rows").firstChild, ...(several ? t.rowsChoices : []).map(({ code, name }) =>
      make("label", {}, make("input", { type: "radio", name: "export-rows", value: code, checked: code === choice.rows }), make("span", {}, name))));
    part("sort-place").hidden = asked.kind !== "selection";
    const near = asked.kind === "selection" && new URLSearchParams(asked.query).has("near");
    part("sort").replaceChildren(...t.sorts.filter(({ code }) => near || code !== "distance").map(({ code, name }) =>
      make("option", { value: code, selected: code === choice.sort }, name)));
    part("print").hidden = asked.kind !== "selection" || !document.getElementById("result-list");
    element.querySelector(`[name="export-format"][value="${choice.format}"]`).checked = true;
    drawColumns();
    tell();
  };

  const askAbout = async () => {
    const list = asked.kind === "list";
    const query = app.queryOf(inLanguage(list ? "" : asked.query));
    const response = await fetch(`${API}/about/${asked.kind}${query ? "?" + query : ""}`,
      list ? { method: "POST", body: bodyOf(), headers: { "Content-Type": "application/json" } } : {});
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.detail);
    return answer;
  };

  const clean = (given) => {
    if (given.kind === "list") return given;
    const params = given.kind === "selection" ? app.filtersOf(given.query) : new URLSearchParams(given.query);
    params.delete("lang");
    return { ...given, query: app.queryOf(params), sort: new URLSearchParams(given.query).get("order") };
  };

  /** Open the dialog; the choices of last time are there, and closing gives the focus back. */
  const open = async (given) => {
    if (!element) build();
    const opener = document.activeElement;
    [asked, about] = [clean(given), null];
    const before = remembered();
    const known = words().formats.some(({ code }) => code === before.format);
    const near = asked.kind === "selection" && new URLSearchParams(asked.query).has("near");
    choice = { format: known ? before.format : "xlsx", rows: null, sort: asked.sort || (near ? "distance" : "name"), order: [], off: new Set() };
    element.querySelector("h2").textContent = words().waiting;
    ["query", "count", "refusal", "running", "moved"].forEach((name) => part(name).replaceChildren());
    part("go").disabled = true;
    element.classList.add("is-waiting");
    if (!element.open) element.showModal();
    element.addEventListener("close", () => opener && opener.focus && opener.focus(), { once: true });
    element.querySelector("h2").focus();
    try {
      about = await askAbout();
      const offered = Object.keys(about.per);
      choice.rows = offered.includes(before.rows) ? before.rows : offered[0];
      readColumns();
      element.classList.remove("is-waiting");
      draw();
    } catch (error) {
      element.querySelector("h2").textContent = words().failed;
      part("refusal").textContent = error instanceof TypeError ? app.texts().lost : error.message;
    }
  };
  window.territorialMapExport = { open };

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-export]");
    if (button) open(JSON.parse(button.dataset.export));
  });
})(window.territorialMap);

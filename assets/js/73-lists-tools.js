/* Sorting and filtering the lines of a list, and where distances are counted from. */
"use strict";
(function (app) {
  const lists = app.lists;
  const make = (...parts) => app.make(...parts);
  const SORTS = ["mine", "name", "commune", "distance", "status"];
  const EARTH_KM = 6371.0088;

  const radians = (degrees) => (degrees * Math.PI) / 180;

  /** As the crow flies. */
  app.kmBetween = (a, b) => {
    const dLat = radians(b.lat - a.lat);
    const dLon = radians(b.lon - a.lon);
    const h =
      Math.sin(dLat / 2) ** 2 +
      Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2;
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  };

  const collator = new Intl.Collator("fr", { numeric: true });
  const byText = (key) => (a, b) => collator.compare(key(a), key(b));
  const nameOf = ({ line, facts }) => (facts ? facts.name : line.name) || line.id;
  const last = "\uffff";
  const communeOf = ({ facts }) => (facts && facts.commune) || last;
  const rankOf = ({ line }) => {
    const rank = lists.STATUSES.indexOf(line.status);
    return rank < 0 ? lists.STATUSES.length : rank;
  };
  const kmOf = ({ distance_km }) => (distance_km === null ? Infinity : distance_km);
  const byNumber = (key) => (a, b) => {
    const [one, other] = [key(a), key(b)];
    return one === other ? 0 : one - other;
  };
  const COMPARE = {
    mine: () => 0,
    name: byText(nameOf),
    commune: byText(communeOf),
    distance: byNumber(kmOf),
    status: byNumber(rankOf),
  };

  /** The lines of a list as rows `{line, number, facts, distance_km}`: filtered, then sorted. */
  app.rowsOfList = (list, view) =>
    list.lines
      .map((line, index) => {
        const facts = view.facts.get(line.id);
        const located = view.origin && facts && facts.lon !== null;
        return {
          line, facts,
          number: index + 1,
          distance_km: located ? app.kmBetween(view.origin, facts) : null,
        };
      })
      .filter(({ line }) => view.status === "all" || (line.status || "none") === view.status)
      .sort((a, b) => COMPARE[view.sort](a, b) || a.number - b.number);

  const choice = (id, label, options, onchange) => {
    const select = make(
      "select",
      { id, onchange: () => onchange(select.value) },
      options.map(([value, words]) => make("option", { value }, words))
    );
    return make("div", { class: "lists-choice" }, make("label", { for: id }, label), select);
  };

  const suggestions = async (typed) => {
    const query = new URLSearchParams({ q: typed, limit: "8" });
    const answer = await window.fetch(`/api/v1/territories?${query}`);
    if (!answer.ok) return [];
    return (await answer.json()).items.filter((item) => item.level === "commune" && item.lon !== null);
  };

  /* A commune, or an organisation of the list. */
  const originBox = (view, redraw, announce) => {
    const words = app.pageWords();
    const places = new Map();
    const options = make("datalist", { id: "lists-places" });
    const box = make("input", {
      type: "text", id: "lists-origin", list: "lists-places", autocomplete: "off",
      placeholder: words.originHint,
    });
    const told = make("p", { class: "hint", role: "status" });
    const own = () =>
      [...view.facts.values()].filter((facts) => facts && facts.lon !== null).map((facts) => ({ name: facts.name, lon: facts.lon, lat: facts.lat }));
    const offer = (items) => {
      places.clear();
      items.forEach((item) => {
        const label = item.context ? `${item.name} — ${item.context}` : item.name;
        if (!places.has(label)) places.set(label, item);
      });
      options.replaceChildren(...[...places.keys()].map((value) => make("option", { value })));
    };
    const matching = (typed) => own().filter((one) => one.name.toLowerCase().includes(typed.toLowerCase()));
    let asked = 0;
    box.addEventListener("input", async () => {
      const typed = box.value.trim();
      if (typed.length < 2 || places.has(typed)) return;
      const turn = (asked += 1);
      const found = await suggestions(typed).catch(() => []);
      if (turn === asked) offer([...matching(typed).slice(0, 6), ...found]);
    });
    const settle = async () => {
      const typed = box.value.trim();
      asked += 1;
      told.textContent = "";
      if (!typed) view.origin = null;
      else {
        const chosen = places.get(typed) || matching(typed)[0] || (await suggestions(typed).catch(() => []))[0];
        view.origin = chosen ? { name: chosen.name, lon: chosen.lon, lat: chosen.lat } : null;
        told.textContent = chosen ? app.say(words.originIs, { name: chosen.name }) : words.originUnknown;
        if (chosen) box.value = chosen.context ? `${chosen.name} — ${chosen.context}` : chosen.name;
      }
      redraw();
      announce(told.textContent);
    };
    box.addEventListener("change", settle);
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter") settle();
    });
    return make("div", { class: "lists-choice lists-origin" }, make("label", { for: "lists-origin" }, words.origin), box, options, told);
  };

  /** The row of tools of a list; they change `view`, then call `redraw`. */
  app.listTools = (view, redraw, announce) => {
    const words = app.pageWords();
    const sorts = SORTS.map((code) => [code, words.sorts[code]]);
    const statuses = [
      ["all", words.allStatuses],
      ...lists.STATUSES.map((code) => [code, words.statuses[code]]),
      ["none", words.noStatus],
    ];
    const sort = choice("lists-sort", words.sort, sorts, (value) => {
      view.sort = value;
      redraw();
      if (value === "distance" && !view.origin) {
        announce(words.originNeeded);
        document.getElementById("lists-origin").focus();
      }
    });
    const status = choice("lists-status", words.filter, statuses, (value) => {
      view.status = value;
      redraw();
    });
    return make("div", { class: "lists-tools" }, sort, status, originBox(view, redraw, announce));
  };
})(window.territorialMap);

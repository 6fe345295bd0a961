/* Operator mode: the secret stays in this tab; what it sets aside is set aside for all visitors. */
"use strict";
(function (app) {
  const KEY = "territorial-map.operator";
  const PATH = "/partnerships/dismissals";
  let secret = "";
  try {
    secret = window.sessionStorage.getItem(KEY) || "";
  } catch {
    /* A browser that keeps nothing keeps the mode until the page is left. */
  }

  const keep = (value) => {
    secret = value;
    try {
      if (value) window.sessionStorage.setItem(KEY, value);
      else window.sessionStorage.removeItem(KEY);
    } catch {
      /* The same. */
    }
    mark();
  };

  const ask = (path, method = "GET", body = null) =>
    fetch("/api/v1" + path, {
      method,
      headers: { Authorization: "Bearer " + secret, "Content-Type": "application/json" },
      body: body && JSON.stringify(body),
    });

  const bodyOf = ([a_id, b_id, pooling]) => ({ a_id, b_id, pooling });

  /* Proposals are made by the server: the same browser store, sent again, brings them anew. */
  const refresh = () => window.dash_clientside.set_props("dismissed", { data: app.kept("dismissed") });

  /** Change what is kept for all; true when it was. Tells why not. */
  const decide = async (pair, method) => {
    const texts = app.texts();
    try {
      const answer = await ask(PATH, method, bodyOf(pair));
      if (answer.ok) {
        refresh();
        return true;
      }
      if (answer.status === 403) keep("");
      app.offerUndo(answer.status === 403 ? texts.operatorShut : texts.operatorFailed);
    } catch {
      app.offerUndo(texts.operatorFailed);
    }
    return false;
  };

  app.operator = {
    isOn: () => Boolean(secret),
    ask,
    dismiss: async (pair) => {
      if (await decide(pair, "POST")) {
        app.offerUndo(app.texts().operatorDismissed, () => decide(pair, "DELETE"), true);
      }
    },
  };

  /* On every page, a way to see that the mode is open. */
  const mark = () => {
    let link = document.getElementById("operator-mark");
    const words = app.texts().operator;
    if (!secret || !words) {
      if (link) link.remove();
      return;
    }
    if (link) return;
    link = document.createElement("div");
    link.id = "operator-mark";
    link.className = "operator-mark";
    link.setAttribute("role", "status");
    const anchor = document.createElement("a");
    anchor.href = "/operateur";
    anchor.textContent = words;
    link.append(anchor);
    document.body.append(link);
  };

  const page = () => document.querySelector(".operator");

  const say = (words) => {
    const place = page() && page().querySelector(".operator-said");
    if (place) place.textContent = words || "";
  };

  const line = (pair) => {
    const { dataset } = page();
    const item = document.createElement("li");
    const words = document.createElement("span");
    const topic = dataset.language === "en" ? pair.pooling_en : pair.pooling_fr;
    const names = `${pair.a_name || pair.a_id} — ${pair.b_name || pair.b_id}`;
    words.textContent = `${names} (${topic}, ${pair.decided_on})`;
    const back = document.createElement("button");
    back.type = "button";
    back.className = "button button-small";
    back.textContent = dataset.restore;
    back.setAttribute("aria-label", `${dataset.restore} : ${names}`);
    back.addEventListener("click", async () => {
      if (await decide([pair.a_id, pair.b_id, pair.pooling], "DELETE")) {
        await show();
        say(dataset.restored);
      } else say(secret ? dataset.lost : dataset.wrong);
    });
    item.append(words, back);
    return item;
  };

  /** Show the room when the secret opens it, else the door. */
  const show = async () => {
    const { dataset } = page();
    const [door, room] = [".operator-door", ".operator-room"].map((name) => page().querySelector(name));
    let pairs = null;
    if (secret) {
      try {
        const answer = await ask(PATH);
        if (answer.ok) pairs = (await answer.json()).dismissals;
        else keep("");
        say(answer.ok ? "" : dataset.wrong);
      } catch {
        say(dataset.lost);
      }
    }
    if (!page()) return;
    door.hidden = pairs !== null;
    room.hidden = pairs === null;
    if (pairs === null) return;
    const list = room.querySelector(".operator-pairs");
    if (pairs.length) list.replaceChildren(...pairs.map(line));
    else {
      const none = document.createElement("li");
      none.textContent = dataset.none;
      list.replaceChildren(none);
    }
  };

  const leave = () => {
    keep("");
    page().querySelector("input").value = "";
    show();
    page().querySelector("input").focus();
  };

  const labels = async () => {
    try {
      const answer = await ask(PATH + ".csv");
      if (!answer.ok) return show();
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await answer.blob());
      link.download = "paires-ecartees.csv";
      link.click();
      window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    } catch {
      say(page().dataset.lost);
    }
  };

  document.addEventListener("submit", async (event) => {
    if (!event.target.closest("[data-operator-door]")) return;
    event.preventDefault();
    keep(event.target.querySelector("input").value);
    await show();
    const next = page().querySelector(secret ? ".operator-room h3" : "input");
    if (secret) next.tabIndex = -1;
    next.focus();
  });

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest("[data-operator-leave]")) leave();
    if (event.target.closest("[data-operator-labels]")) labels();
  });

  /* The field is made here: what is typed in it never reaches the app's own states. */
  const field = () => {
    const place = document.querySelector(".operator-secret-place:empty");
    if (!place) return;
    const input = document.createElement("input");
    Object.assign(input, { type: "password", id: "operator-secret", autocomplete: "off", required: true });
    input.setAttribute("aria-describedby", "operator-kept");
    place.append(input);
    show();
  };
  document.addEventListener("painted", field);
  const wait = new MutationObserver(() => {
    if (document.getElementById("client-texts")) mark();
  });
  wait.observe(document.documentElement, { childList: true, subtree: true });
})(window.territorialMap);

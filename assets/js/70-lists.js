/* Lists of organisations, kept in this browser alone: reading, changing, undoing, two tabs in step. */
"use strict";
(function (app) {
  const KEY = "territorial-map.lists";
  const SET_ASIDE = KEY + ".unreadable";
  const EVENT = "territorial-map:lists";
  const MOST_LINES = 2000;
  const MOST_STEPS = 100;
  const STATUSES = ["to_contact", "contacted", "interested", "no"];
  const LENGTHS = { id: 300, name: 300, note: 4000 };

  const text = (value, most) => (typeof value === "string" ? value.slice(0, most) : "");

  /** A real day of the calendar, as `2026-11-22`, else null. */
  const day = (value) => {
    if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
    const date = new Date(value + "T00:00:00Z");
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? value : null;
  };

  const today = () => {
    const now = new Date();
    const two = (n) => String(n).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  /** A line of whatever shape as one of ours; null without an id. */
  const cleanLine = (line) => {
    if (!line || typeof line !== "object" || typeof line.id !== "string") return null;
    const id = line.id.trim();
    if (!id || id.length > LENGTHS.id) return null;
    return {
      id,
      name: text(line.name, LENGTHS.name),
      note: text(line.note, LENGTHS.note),
      status: STATUSES.includes(line.status) ? line.status : null,
      checked_on: day(line.checked_on),
    };
  };

  const cleanLines = (lines) => {
    const kept = new Map();
    (Array.isArray(lines) ? lines : []).forEach((line) => {
      const clean = cleanLine(line);
      if (clean && !kept.has(clean.id)) kept.set(clean.id, clean);
    });
    return [...kept.values()].slice(0, MOST_LINES);
  };

  const newId = () =>
    Array.from(window.crypto.getRandomValues(new Uint8Array(8)), (byte) =>
      byte.toString(16).padStart(2, "0")
    ).join("");

  /** A list of whatever shape as one of ours; null when it is none. */
  const cleanList = (list) => {
    if (!list || typeof list !== "object" || !Array.isArray(list.lines)) return null;
    return {
      id: typeof list.id === "string" && /^[\w-]{1,64}$/.test(list.id) ? list.id : newId(),
      name: text(list.name, LENGTHS.name).trim(),
      created_on: day(list.created_on) || today(),
      lines: cleanLines(list.lines),
    };
  };

  /* What other code of the page asks to be told: failures in words, and every change. */
  const told = (detail) => window.dispatchEvent(new CustomEvent(EVENT, { detail }));
  const fail = (problem) => {
    told({ problem });
    return null;
  };

  const stored = () => {
    try {
      return window.localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };

  /* What was read last, as long as the browser keeps the same text: nobody changes it in place. */
  let latest = { kept: null, lists: [] };

  /** The lists kept; what cannot be read is set aside, never written over. */
  const read = () => {
    const kept = stored();
    if (!kept) return [];
    if (kept === latest.kept) return [...latest.lists];
    try {
      const value = JSON.parse(kept);
      if (value.v === 1 && Array.isArray(value.lists)) {
        latest = { kept, lists: value.lists.map(cleanList).filter(Boolean) };
        return [...latest.lists];
      }
    } catch {
      /* Told below, like a version that is not ours. */
    }
    try {
      if (window.localStorage.getItem(SET_ASIDE) !== kept) {
        window.localStorage.setItem(SET_ASIDE, kept);
      }
      window.localStorage.removeItem(KEY);
    } catch {
      /* Left where it is. */
    }
    window.setTimeout(() => fail("unreadable"), 0);
    return [];
  };

  const write = (lists) => {
    try {
      window.localStorage.setItem(KEY, JSON.stringify({ v: 1, lists }));
      return true;
    } catch {
      return false;
    }
  };

  /* Steps to undo and redo. Each holds what its lists were and became, so that a step made here is
     never applied over what another tab did since. */
  let past = [];
  let future = [];

  const same = (a, b) => JSON.stringify(a || null) === JSON.stringify(b || null);

  const differences = (before, after) => {
    const ids = [...new Set([...before, ...after].map((list) => list.id))];
    return ids
      .map((id) => ({
        id,
        at: Math.max(...[before, after].map((lists) => lists.findIndex((one) => one.id === id))),
        before: before.find((one) => one.id === id) || null,
        after: after.find((one) => one.id === id) || null,
      }))
      .filter((one) => !same(one.before, one.after));
  };

  /**
   * Change the lists. `act` receives a copy and changes it in place; `words` tell the step.
   * Answers the step, or null when nothing changed or the browser would not keep it. A change
   * `joined` to the last step makes one step with it.
   */
  const change = (words, act, joined = null) => {
    const before = read();
    const after = JSON.parse(JSON.stringify(before));
    act(after);
    const changes = differences(before, after);
    if (!changes.length) return null;
    if (!write(after)) return fail("full");
    const last = past[past.length - 1];
    const one = joined && joined === last && same(last.changes[0].after, changes[0].before);
    const step = one ? last : { words, changes };
    if (one) last.changes[0].after = changes[0].after;
    else past = [...past, step].slice(-MOST_STEPS);
    future = [];
    told({ changed: changes.map((one) => one.id) });
    return step;
  };

  /** Put the lists of a step back to `to`, when they still are as `from` says. */
  const turn = (step, from, to) => {
    const lists = read();
    const here = (id) => lists.findIndex((one) => one.id === id);
    if (step.changes.some((one) => !same(lists[here(one.id)], one[from]))) return fail("moved");
    step.changes.forEach((one) => {
      const at = here(one.id);
      if (!one[to]) lists.splice(at, 1);
      else if (at < 0) lists.splice(one.at, 0, one[to]);
      else lists[at] = one[to];
    });
    if (!write(lists)) return fail("full");
    told({ changed: step.changes.map((one) => one.id) });
    return step;
  };

  const undo = (step = past[past.length - 1]) => {
    if (!step) return null;
    past = past.filter((one) => one !== step);
    const done = turn(step, "after", "before");
    if (done) future = [...future, step];
    return done;
  };

  const redo = () => {
    const step = future[future.length - 1];
    if (!step) return null;
    future = future.slice(0, -1);
    const done = turn(step, "before", "after");
    if (done) past = [...past, step];
    return done;
  };

  const get = (id) => read().find((list) => list.id === id) || null;

  /** Change one list in place. */
  const edit = (id, words, act, joined) =>
    change(
      words,
      (lists) => {
        const list = lists.find((one) => one.id === id);
        if (list) act(list);
      },
      joined
    );

  /** A new list; answers it, or null when the browser would not keep it. */
  const create = (name, lines, words) => {
    const list = cleanList({ name, lines: lines || [] });
    const step = change(words || name, (lists) => lists.push(list));
    return step && { list, step };
  };

  /** Add lines at the end of a list: how many came in, were there already, found no room. */
  const put = (id, lines, words) => {
    const list = get(id);
    if (!list) return null;
    const known = new Set(list.lines.map((line) => line.id));
    const asked = cleanLines(lines);
    const fresh = asked.filter((line) => !known.has(line.id));
    const room = fresh.slice(0, Math.max(0, MOST_LINES - list.lines.length));
    const counts = {
      added: room.length,
      already: asked.length - fresh.length,
      refused: fresh.length - room.length,
    };
    const step = room.length ? edit(id, words, (one) => one.lines.push(...room)) : null;
    return room.length && !step ? null : { ...counts, step };
  };

  window.addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) told({ elsewhere: true });
  });

  app.lists = {
    MOST_LINES, STATUSES, SET_ASIDE, LENGTHS,
    all: read, get, create, change, edit, put, undo, redo, newId, today, day, cleanList, cleanLines,
    steps: () => ({ undo: past[past.length - 1] || null, redo: future[future.length - 1] || null }),
  };

  /** For the other pages: all the lists, and the window that adds organisations to one of them. */
  window.territorialMapLists = {
    all: () => JSON.parse(JSON.stringify(read())),
    add: (ids, options) => app.pickList({ ids: [...ids], ...options }),
  };

  /* How many lists there are, beside their link in the header. */
  const badge = () => {
    const count = read().length;
    document.querySelectorAll("[data-lists-count]").forEach((element) => {
      const words = count ? String(count) : "";
      if (element.textContent !== words) element.textContent = words;
    });
  };
  app.countLists = badge;
  window.addEventListener(EVENT, badge);
})(window.territorialMap);

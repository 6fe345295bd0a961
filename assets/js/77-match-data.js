/* Lists matched to the directory: reading, matching in pieces, choices kept, and the result file. */
"use strict";
(function (app) {
  const KEY = "territorial-map.matches";
  const MOST_KEPT = 5000;
  const PIECE = 500;
  /* What makes a row the same at the next upload. */
  const TELLING = ["name", "acronym", "siret", "siren", "finess", "rna", "postcode", "commune", "commune_code"];

  const refused = async (answer) => {
    if (answer.ok) return answer.json();
    throw new Error((await app.refusal(answer)) || String(answer.status));
  };

  const pause = (seconds, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        window.clearTimeout(timer);
        reject(new DOMException("", "AbortError"));
      };
      const timer = window.setTimeout(() => {
        signal.removeEventListener("abort", stop);
        resolve();
      }, seconds * 1000);
      signal.addEventListener("abort", stop, { once: true });
    });

  /** Ask; when the server has had enough for now, say so by `waiting` and ask again in its time. */
  const asked = async (address, request, signal, waiting) => {
    for (;;) {
      const answer = await fetch(address, { method: "POST", ...request, signal });
      if (answer.status !== 429) return refused(answer);
      const told = await app.refusal(answer);
      waiting(told);
      await pause(Number(answer.headers.get("Retry-After")) || 5, signal);
    }
  };

  /** `{columns, understood, rows}` of a file, and its `sheets` when it is a workbook. */
  const read = (file, sheet, signal, waiting) => {
    const form = new FormData();
    form.append("file", file, file.name);
    if (sheet) form.append("sheet", sheet);
    return asked("/api/v1/match/read", { body: form }, signal, waiting);
  };

  /** Pasted lines as a file: a header is made where there is none, from what the first line holds. */
  const pasted = (text, name) => {
    const lines = text.replace(/\r\n?/g, "\n").split("\n").filter((line) => line.trim());
    const known = /(^|[;\t,])\s*"?(nom|name|siret|siren|structure|raison sociale|d[ée]nomination|organisation|organisme)\b/i;
    const separator = ["\t", ";"].find((one) => (lines[0] || "").includes(one)) || null;
    if (!known.test(lines[0] || "")) {
      if (!separator) {
        const quoted = lines.map((line) => '"' + line.trim().replace(/"/g, '""') + '"');
        const numbers = lines.every((line) => /^[\d\s.]{9,20}$/.test(line.trim()));
        return new File([[numbers ? "SIRET" : "Nom", ...quoted].join("\n") + "\n"], name + ".csv");
      }
      lines.unshift(headings(lines[0].split(separator)).join(separator));
    }
    return new File([lines.join("\n") + "\n"], name + ".csv");
  };

  const headings = (cells) => {
    const taken = new Set();
    const first = (...names) => names.find((one) => !taken.has(one)) || "Colonne " + (taken.size + 1);
    return cells.map((cell) => {
      const digits = cell.replace(/[\s.]/g, "");
      let name;
      if (/^\d{14}$/.test(digits)) name = first("SIRET");
      else if (/^\d{9}$/.test(digits)) name = first("SIREN");
      else if (/^\d{4,5}$/.test(digits)) name = first("Code postal");
      else name = first("Nom", "Commune");
      taken.add(name);
      return name;
    });
  };

  /** Match rows piece by piece; `told(results)` after each. */
  const match = async (list, understood, signal, waiting, told) => {
    const columns = {};
    Object.keys(list.fields).forEach((field) => (columns[field] = understood[field] || ""));
    for (let start = 0; start < list.rows.length; start += PIECE) {
      const piece = list.rows.slice(start, start + PIECE);
      const whole = piece.filter((row) => row.whole);
      let answers = [];
      if (whole.length) {
        const rows = whole.map((row) => Object.fromEntries(list.columns.map((c, n) => [c, row.cells[n]])));
        const request = {
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ rows, columns, lines: whole.map((row) => row.line) }),
        };
        answers = (await asked("/api/v1/match", request, signal, waiting)).rows;
      }
      const byLine = new Map(answers.map((one) => [one.line, one]));
      told(piece.map((row) => result(list, row, byLine.get(row.line), understood)));
    }
  };

  const result = (list, row, answer, understood) => {
    const said = answer || { verdict: "unknown", id: null, score: 0, why: "unreadable", warnings: [], candidates: [] };
    const hash = hashOf(list, row, understood);
    const made = { ...said, line: row.line, cells: row.cells, hash, choice: undefined, reused: false };
    const kept = hash ? memory()[hash] : undefined;
    if (kept && (kept.id === null || said.candidates.some((one) => one.id === kept.id))) {
      made.choice = kept.id;
      made.reused = true;
    }
    return made;
  };

  /** 53 bits of the row's telling cells (cyrb53): enough to know it again, not to read it. */
  const hashOf = (list, row, understood) => {
    const text = TELLING.map((field) => {
      const place = list.columns.indexOf(understood[field]);
      return place < 0 ? "" : (row.cells[place] || "").trim().toLowerCase().replace(/\s+/g, " ");
    }).join("|");
    if (!text.replace(/\|/g, "")) return null;
    let a = 0xdeadbeef;
    let b = 0x41c6ce57;
    for (let n = 0; n < text.length; n += 1) {
      const code = text.charCodeAt(n);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
    a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
    return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
  };

  let cached = null;
  const memory = () => {
    if (cached) return cached;
    try {
      const kept = JSON.parse(window.localStorage.getItem(KEY) || "{}");
      cached = kept && kept.v === 1 && kept.verdicts && typeof kept.verdicts === "object" ? kept.verdicts : {};
    } catch {
      cached = {};
    }
    return cached;
  };
  window.addEventListener("storage", (event) => {
    if (event.key === KEY) cached = null;
  });

  /** Keep a choice for the next upload; `undefined` forgets it. Only a hash and an id are kept. */
  const keep = (hash, choice) => {
    if (!hash) return;
    const kept = memory();
    delete kept[hash];
    if (choice !== undefined) kept[hash] = { id: choice };
    Object.keys(kept)
      .slice(0, Math.max(0, Object.keys(kept).length - MOST_KEPT))
      .forEach((old) => delete kept[old]);
    try {
      window.localStorage.setItem(KEY, JSON.stringify({ v: 1, verdicts: kept }));
    } catch {
      /* Without room, the choice holds for this page. */
    }
  };

  /** What a row is now, the reader's choice included. */
  const verdictOf = (row) => (row.choice === undefined ? row.verdict : row.choice === null ? "unknown" : "found");
  const idOf = (row) => (row.choice === undefined ? row.id : row.choice);
  const factsOf = (row) => row.candidates.find((one) => one.id === idOf(row)) || null;

  const quoted = (cell) => {
    const text = String(cell === null || cell === undefined ? "" : cell);
    const safe = /^[=+\-@\t\r\n]/.test(text) ? "'" + text : text;
    return /[;"\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  };

  /** The original rows, then what matching says: the file that the command line writes. */
  const csv = (list, rows, words) => {
    const kinds = app.texts().kinds;
    const added = (row) => {
      const facts = factsOf(row) || {};
      return {
        verdict: words.verdicts[verdictOf(row)],
        reason: reasonOf(row, words),
        id: idOf(row),
        score: row.candidates.length ? row.score.toFixed(3).replace(".", ",") : "",
        ...{ name: facts.name, kind: kinds[facts.kind], siret: facts.siret, commune: facts.commune },
        ...{ phone: facts.phone, website: facts.website, source: facts.source, vintage: facts.vintage },
        candidates: facts.id ? "" : row.candidates.map((one) => one.id).join(" ; "),
      };
    };
    const names = Object.keys(words.headings);
    const lines = rows.map((row) => {
      const told = added(row);
      const cells = list.columns.map((_, n) => row.cells[n]);
      return [...cells, ...names.map((name) => told[name])];
    });
    const all = [[...list.columns, ...names.map((name) => words.headings[name])], ...lines];
    return "\ufeff" + all.map((cells) => cells.map(quoted).join(";") + "\r\n").join("");
  };

  const reasonOf = (row, words) => {
    if (row.choice === undefined) return words.why[row.why];
    if (row.reused) return words.earlier;
    return row.choice === null ? words.yourNone : words.yourChoice;
  };

  const adds = async (ids, signal) =>
    refused(
      await fetch("/api/v1/match/adds", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ ids }),
        signal,
      })
    );

  app.matching = { read, pasted, match, keep, verdictOf, idOf, factsOf, csv, reasonOf, adds };
})(window.territorialMap);

/* A file fetched as it is made: how much has come, cancelled at any time, told when it fails. */
"use strict";
(function (app) {
  const STEP_MS = 150;
  let running = null;

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const size = (bytes, t) => {
    const mega = bytes / 1e6;
    const digits = { maximumFractionDigits: mega < 10 ? 1 : 0 };
    return mega < 0.1
      ? fill(t.kilobytes, { n: app.number(Math.max(1, Math.round(bytes / 1e3))) })
      : fill(t.megabytes, { n: new Intl.NumberFormat(document.documentElement.lang, digits).format(mega) });
  };
  const nameOf = (response) =>
    (/filename="([^"]+)"/.exec(response.headers.get("content-disposition") || "") || [])[1] || "export";
  /* In these two each row ends with a line break, so that rows can be counted as they come. */
  const counted = (address) => /\.(csv|geojson)\?/.test(address);

  const count = (bytes) => {
    let lines = 0;
    for (const byte of bytes) if (byte === 10) lines += 1;
    return lines;
  };

  app.exportRunning = () => Boolean(running);
  app.cancelExport = () => running && running.abort();

  const ask = async (request, signal) => {
    const response = await fetch(request.address, {
      signal,
      ...(request.body ? { method: "POST", body: request.body, headers: { "Content-Type": "application/json" } } : {}),
    });
    if (response.ok) return response;
    const answer = await response.json().catch(() => ({}));
    throw new Error(answer.detail || String(response.status));
  };

  const read = async (response, request, show) => {
    const reader = response.body.getReader();
    const parts = [];
    let [bytes, lines, told] = [0, 0, 0];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Blob(parts, { type: response.headers.get("content-type") });
      parts.push(value);
      bytes += value.length;
      if (counted(request.address)) lines += count(value);
      if (performance.now() - told > STEP_MS) {
        told = performance.now();
        show(bytes, Math.min(lines, request.rows));
      }
    }
  };

  const save = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

  /** Fetch the file into a download; `settle(true)` while it comes, `settle(false)` after. */
  app.fetchExport = async (place, request, t, settle) => {
    if (running) return;
    running = new AbortController();
    const bar = document.createElement("progress");
    bar.setAttribute("aria-label", t.progress);
    const told = document.createElement("p");
    told.setAttribute("role", "status");
    told.textContent = t.preparing;
    place.replaceChildren(bar, told);
    settle(true);
    const show = (bytes, lines) => {
      if (lines) Object.assign(bar, { max: request.rows || 1, value: lines });
      const values = { size: size(bytes, t), n: app.number(lines), total: app.number(request.rows) };
      told.textContent = fill(lines ? t.cameLines : t.came, values);
    };
    try {
      const response = await ask(request, running.signal);
      const blob = await read(response, request, show);
      const name = nameOf(response);
      save(blob, name);
      told.textContent = fill(t.ready, { name, size: size(blob.size, t) });
    } catch (error) {
      if (error.name === "AbortError") told.textContent = t.cancelled;
      else {
        told.setAttribute("role", "alert");
        told.textContent = error instanceof TypeError ? app.texts().lost : error.message;
      }
    } finally {
      running = null;
      bar.remove();
      settle(false);
    }
  };
})(window.territorialMap);

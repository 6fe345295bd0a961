/* Lists as files, made and read by the browser alone: JSON to keep, CSV for a spreadsheet. */
"use strict";
(function (app) {
  const lists = app.lists;
  const MOST_BYTES = 20_000_000;

  const save = (content, type, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  /** A name that every file system takes. */
  const fileName = (name, extension) => {
    const plain = name
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/[^A-Za-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .toLowerCase()
      .slice(0, 60);
    return `${plain || "liste"}.${extension}`;
  };

  /** One list or several, with notes, as a file that `readLists` takes back. */
  app.saveAsJson = (several, name) =>
    save(JSON.stringify({ v: 1, lists: several }, null, 2), "application/json", fileName(name, "json"));

  /**
   * The lists of a JSON file.
   * Fails with the name of the sentence to tell: `fileTooLarge`, `fileNotList` or `fileNewer`.
   */
  app.readLists = async (file) => {
    if (file.size > MOST_BYTES) throw new Error("fileTooLarge");
    let value = null;
    try {
      value = JSON.parse(await file.text());
    } catch {
      throw new Error("fileNotList");
    }
    if (!value || !Array.isArray(value.lists)) throw new Error("fileNotList");
    if (value.v !== 1) throw new Error("fileNewer");
    const read = value.lists.map(lists.cleanList).filter(Boolean);
    if (!read.length) throw new Error("fileNotList");
    return read.map((list) => ({ ...list, id: lists.newId() }));
  };

  /* A cell that no spreadsheet runs as a formula, quoted. */
  const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
  const cell = (value) => {
    if (typeof value === "number") return String(value);
    const text = value === null || value === undefined ? "" : String(value);
    const harmless = FORMULA.test(text) ? "'" + text : text;
    return `"${harmless.replace(/"/g, '""')}"`;
  };

  /** The rows, each as `{line, facts, distance_km}`, as CSV with notes. */
  app.csvOfRows = (rows, list) => {
    const words = app.pageWords();
    const sheet = (id) => `${window.location.origin}/?organisation=${encodeURIComponent(id)}`;
    const cells = rows.map(({ line, facts, distance_km }, index) => {
      const known = facts || {};
      return [
        index + 1,
        known.name || line.name,
        facts ? app.whatItIs(facts) : words.gone,
        facts ? app.sectorsOf(facts) : "",
        known.address, known.postcode, known.commune, known.department,
        known.phone, known.website, known.siret,
        distance_km === null || distance_km === undefined ? "" : Math.round(distance_km * 10) / 10,
        line.status ? words.statuses[line.status] : "",
        line.checked_on, line.note,
        known.source, known.vintage,
        known.id || line.id,
        sheet(known.id || line.id),
      ].map(cell);
    });
    const table = [words.columns.map(cell), ...cells].map((row) => row.join(";")).join("\r\n");
    return { content: "\ufeff" + table + "\r\n", name: fileName(list.name, "csv") };
  };

  app.saveAsCsv = (rows, list) => {
    const { content, name } = app.csvOfRows(rows, list);
    save(content, "text/csv;charset=utf-8", name);
  };
})(window.territorialMap);

/* A list inside a link: after the #, which browsers never send, compressed where they can.
   `#l=1.…` is deflate then base64url, `#l=0.…` base64url alone; a new form takes a new number. */
"use strict";
(function (app) {
  const lists = app.lists;
  const PREFIX = "#l=";
  const MOST_CHARACTERS = 2_000_000;
  const MOST_BYTES = 8_000_000;
  /* Beyond it mail and chat programs begin to cut links. */
  const LONG = 8000;

  const base64 = (bytes) => {
    let binary = "";
    bytes.forEach((byte) => (binary += String.fromCharCode(byte)));
    return window.btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  };

  const bytesOf = (text) => {
    if (!/^[\w-]+$/.test(text)) throw new Error("link");
    const binary = window.atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  };

  /** Bytes through a stream of the browser; more than `MOST_BYTES` is refused on the way. */
  const through = async (bytes, stream) => {
    const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
    const parts = [];
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > MOST_BYTES) {
        reader.cancel().catch(() => {});
        throw new Error("link");
      }
      parts.push(value);
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  };

  const canCompress = () => "CompressionStream" in window && "DecompressionStream" in window;

  /* Names and ids, order, status; notes and dates only when asked. */
  const packed = (list, { notes }) => [
    list.name,
    list.created_on,
    list.lines.map((line) => {
      const status = lists.STATUSES.indexOf(line.status);
      const plain = [line.id, line.name, status];
      const own = notes ? [...plain, line.note, line.checked_on || ""] : plain;
      while (own.length > 2 && (own[own.length - 1] === "" || own[own.length - 1] === -1)) own.pop();
      return own;
    }),
  ];

  const unpacked = (value) => {
    if (!Array.isArray(value) || !Array.isArray(value[2])) throw new Error("link");
    const [name, created_on, lines] = value;
    if (lines.length > lists.MOST_LINES || !lines.every(Array.isArray)) throw new Error("link");
    return lists.cleanList({
      name,
      created_on,
      lines: lines.map(([id, called, status, note, checked_on]) => ({
        id, name: called, note, checked_on,
        status: lists.STATUSES[status],
      })),
    });
  };

  /** The link of a list: `{href, long, compressed}`; `notes` puts notes and dates in it. */
  app.linkOfList = async (list, { notes = false } = {}) => {
    const bytes = new TextEncoder().encode(JSON.stringify(packed(list, { notes })));
    const compressed = canCompress();
    const kept = compressed ? await through(bytes, new CompressionStream("deflate-raw")) : bytes;
    const address = window.location.origin + app.pagePath("/listes");
    const href = `${address}${PREFIX}${compressed ? 1 : 0}.${base64(kept)}`;
    return { href, long: href.length > LONG, compressed };
  };

  /**
   * The list that a fragment carries, or null when it carries none.
   * Fails with the name of the sentence to tell: `linkBroken`, `linkNewer` or `linkNoStream`.
   */
  app.listOfLink = async (hash) => {
    if (!hash.startsWith(PREFIX)) return null;
    const [version, data] = hash.slice(PREFIX.length).split(".");
    if (/^\d+$/.test(version) && Number(version) > 1 && data) throw new Error("linkNewer");
    if (!["0", "1"].includes(version) || !data || hash.length > MOST_CHARACTERS) {
      throw new Error("linkBroken");
    }
    if (version === "1" && !canCompress()) throw new Error("linkNoStream");
    try {
      const bytes = bytesOf(data);
      const plain =
        version === "1" ? await through(bytes, new DecompressionStream("deflate-raw")) : bytes;
      return unpacked(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain)));
    } catch {
      throw new Error("linkBroken");
    }
  };
})(window.territorialMap);

/* The lines of a map that left the app: unpacked, told, searched. Pure functions. */

import { fold } from "../../base/folding.mjs";
import { fillIn } from "../../base/texts.mjs";
import { distanceInWords } from "../../base/writing.mjs";

/** @typedef {string | number | null} Cell */
/** @typedef {[kind: string | null, lon: number | null, lat: number | null, precise: boolean]} Mark */
/** @typedef {{ label: string, symbol: string, hollow: string }} KindDrawn */
/** @typedef {{ writing: Writing, away: string, nowhere: string, count: string, together: string, zoomIn: string, zoomOut: string, map: string }} PageWords */
/** @typedef {{ name: string, lon: number, lat: number, radius_km: number | null, tied: boolean }} Centre */
/** @typedef {{ towns: [name: string, lon: number, lat: number][], zones: [[number, number], [number, number]][] }} Ground */
/** @typedef {{ kinds: Record<string, KindDrawn>, ground: Ground, origin: Centre | null, words: PageWords, credit: string, quiet: string[] }} Drawn */
/** @typedef {{ columns: string[], headings: string[], values: Record<string, string[]>, rows: Cell[][], marks: Mark[], map: Drawn }} Packed */
/** @typedef {{ cells: Cell[], kind: string | null, precise: boolean, point: [lat: number, lon: number] | null, name: string, what: string, where: string, words: string }} ListLine */

/**
 * The cells of each row: texts told by number are themselves again.
 * @param {Pick<Packed, "columns" | "values" | "rows">} packed
 * @returns {Cell[][]}
 */
export const unpackedRows = ({ columns, values, rows }) => {
  const texts = columns.map((key) => values[key] || null);
  return rows.map((row) =>
    row.map((value, n) => {
      const shared = texts[n];
      return shared && typeof value === "number" ? shared[value] : value;
    }),
  );
};

/**
 * What each line says, once, for the list, the popup and the search.
 * @param {Packed} packed
 * @returns {ListLine[]}
 */
export const linesOf = (packed) => {
  const { kinds, words } = packed.map;
  const place = new Map(packed.columns.map((key, n) => [key, n]));
  return unpackedRows(packed).map((cells, n) => {
    /** @param {string} key */
    const at = (key) => cells[place.get(key) ?? -1] ?? null;
    const [kind, lon, lat, precise] = packed.marks[n];
    const km = at("distance_km");
    const label = kind ? kinds[kind]?.label : null;
    const what = [
      at("tier"),
      at("pooling"),
      label,
      at("devices"),
      at("place_types"),
      at("sectors"),
    ];
    const town = [at("commune"), at("department")].filter(Boolean).join(", ");
    const far = typeof km === "number" ? distanceInWords(km, words.writing) : "";
    const where = [
      town,
      far && fillIn(words.away, { distance: far }),
      lat === null ? words.nowhere : "",
    ];
    return {
      cells,
      kind,
      precise,
      point: lat === null || lon === null ? null : [lat, lon],
      name: String(at("name") ?? ""),
      what: what.filter(Boolean).join(" · "),
      where: where.filter(Boolean).join(" · "),
      words: fold(cells.filter((value) => typeof value === "string").join(" ")),
    };
  });
};

/**
 * Whether a line is of a chosen kind and has every word that was typed.
 * @param {Pick<ListLine, "kind" | "words">} line
 * @param {string} typed
 * @param {Set<string | undefined>} chosen
 */
export const isKept = (line, typed, chosen) =>
  (line.kind === null || chosen.has(line.kind)) &&
  fold(typed)
    .split(" ")
    .every((word) => line.words.includes(word));

/**
 * Where a name finds room around its point, or undefined: below, above, further.
 * @param {{ x: number, y: number }} at
 * @param {string} name
 * @param {number[][]} taken boxes: left, top, right, bottom
 */
export const roomForName = ({ x, y }, name, taken) => {
  const half = name.length * 3.5 + 4;
  return [4, -22, 18, -36].find((drop) => {
    const [left, top, right, bottom] = [x - half, y + drop, x + half, y + drop + 17];
    return !taken.some((o) => left < o[2] && o[0] < right && top < o[3] && o[1] < bottom);
  });
};

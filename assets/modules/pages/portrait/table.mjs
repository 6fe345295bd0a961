/* A table of the page as rows of text, for a file. Pure but for the reading of its cells. */

/** @typedef {{ cells: Iterable<{ textContent: string | null, colSpan: number }> }} TableLine */

/**
 * Rows of text; a cell over several columns is told in each, spaces are plain.
 * @param {Iterable<TableLine>} lines
 * @returns {string[][]}
 */
export const rowsOf = (lines) =>
  [...lines].map(({ cells }) =>
    [...cells].flatMap((cell) =>
      Array.from({ length: cell.colSpan }, () =>
        (cell.textContent ?? "").replace(/\s+/g, " ").trim(),
      ),
    ),
  );

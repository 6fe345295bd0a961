/* What a screen of « Mes listes » offers to the page. */

/** @typedef {{ element: HTMLElement, update(): void, printed(): HTMLElement | null }} Screen */

/**
 * Draw again; the line in use keeps the keyboard, or the one that took its place.
 * @param {HTMLElement} holder of the lines
 * @param {() => void} draw
 */
export const withFocusKept = (holder, draw) => {
  const before = document.activeElement;
  const inside = before instanceof HTMLElement && holder.contains(before) ? before : null;
  /** @type {HTMLElement | null} */
  const line = inside ? inside.closest(".kept-line") : null;
  const at = line ? [...holder.children].indexOf(line) : -1;
  draw();
  if (!inside || !line || document.activeElement === before) return;
  const again = holder.querySelector(`.kept-line[data-id="${CSS.escape(line.dataset.id || "")}"]`);
  const beside = again || holder.children[Math.min(at, holder.children.length - 1)];
  /** @param {string} selector @returns {HTMLElement | null} */
  const within = (selector) => (beside ? beside.querySelector(selector) : null);
  const { control } = inside.dataset;
  const target =
    (control && within(`[data-control="${control}"]`)) ||
    within("a, button") ||
    document.getElementById("list-name");
  target?.focus({ preventScroll: !again });
};

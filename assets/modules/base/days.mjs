/* Days, as `2026-11-22`. Pure functions. */

/**
 * A real day of the calendar, else null.
 * @param {unknown} value
 */
export const day = (value) => {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? value : null;
};

/** @param {Date} [now] */
export const today = (now = new Date()) => {
  /** @param {number} n */
  const two = (n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

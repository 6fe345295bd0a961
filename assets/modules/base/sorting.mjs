/* SortableJS as a module: its file knows globals alone. */

import "../../vendor/sortable.min.mjs";

/** @type {typeof import("sortablejs")} */
export const Sortable = Reflect.get(globalThis, "Sortable");

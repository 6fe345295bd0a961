/** Sets `globalThis.Sortable`; see `assets/modules/base/sorting.mjs`. */
export {};

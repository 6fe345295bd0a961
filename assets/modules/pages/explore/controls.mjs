/* Text, sort and follow: between what the controls show and the address. */

import { filter, goWith, params } from "../../base/address.mjs";
import { here } from "../../base/arrival.mjs";
import { orderOf, put } from "../../base/query.mjs";
import { shownWindow } from "../../map/screen.mjs";

/** @typedef {{ value: string, disabled?: boolean }} Option */

/** The query of the list on screen; null on other pages. */
export const shownList = () => (here().path === "/" ? here().search : null);

/**
 * What is typed filters the list on screen.
 * @param {string} typed
 */
export const typeText = (typed) => {
  if (shownList() === null || typed === (params().get("q") || "")) return;
  filter((wanted) => put(wanted, "q", typed));
};

/** @param {string | null} value */
export const sortList = (value) => {
  if (!value || value === orderOf(params())) return;
  goWith((wanted) => {
    wanted.set("order", value);
    wanted.delete("shown");
  });
};

/** @param {boolean | null} value */
export const followMap = (value) => {
  const wanted = Boolean(value);
  if (wanted === (params().get("follow") === "1")) return;
  goWith((address) => {
    const bbox = wanted ? shownWindow() : null;
    put(address, "follow", wanted ? "1" : null);
    if (!wanted || bbox) put(address, "bbox", bbox);
  });
};

/**
 * Filters → what the controls show: order, orders that make sense, follow.
 * @param {string | null} filters
 * @param {Option[] | null} orders
 */
export const fillControls = (filters, orders) => {
  const shown = new URLSearchParams(filters || "");
  const options = (orders || []).map((option) =>
    option.value === "distance"
      ? { ...option, disabled: !shown.has("near") && !shown.has("q") }
      : option,
  );
  return [orderOf(shown), options, shown.get("follow") === "1"];
};

/** What the boxes of Mantine call: the options are in the server's order, typing errors forgiven. */
const mantine = {
  /** @param {{ options: unknown[] }} given */
  keepOptions: ({ options }) => options,
  /** @param {{ option: { label: string } }} given */
  placeOption: ({ option }) => {
    const [name, context] = option.label.split(" — ");
    /** @param {string} className @param {string} text */
    const part = (className, text) =>
      window.React.createElement("span", { className, key: className }, text);
    return window.React.createElement("div", { className: "place-option" }, [
      part("place-option-name", name),
      part("place-option-context", context || ""),
    ]);
  },
};

/** Give the boxes of places their functions. */
export const startControls = () => {
  window.dashMantineFunctions = { ...window.dashMantineFunctions, ...mantine };
};

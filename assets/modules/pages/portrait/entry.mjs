/* The map of a figure is one stop of the keyboard: arrows go from a territory to the next. */

import { all, find } from "../../base/dom.mjs";
import { drawCharts } from "./charts.mjs";
import { drawMyGroups } from "./my-groups.mjs";
import { partOf } from "./parts.mjs";
import { toward } from "./toward.mjs";

const areas = all(".map-of-figure a");

/** @param {Element} area */
const middle = (area) => {
  const { x, y, width, height } = area.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
};

/** @param {Element} chosen */
const onlyStop = (chosen) => {
  for (const area of areas) area.setAttribute("tabindex", area === chosen ? "0" : "-1");
};

for (const [rank, area] of areas.entries()) {
  area.addEventListener("focus", () => onlyStop(area));
  area.addEventListener("keydown", (event) => {
    const next = areas[toward(areas.map(middle), rank, event.key)];
    if (!next || next === area) return;
    event.preventDefault();
    next.focus();
  });
}
if (areas[0]) onlyStop(areas[0]);

/* Leads take long to find: they are asked for when their place comes near the window. */
const later = find("[data-later]");
if (later) {
  const asking = new IntersectionObserver(
    ([seen]) => {
      if (!seen?.isIntersecting) return;
      asking.disconnect();
      later.setAttribute("aria-busy", "true");
      partOf(later.dataset.later ?? "", `#${later.id}`).then(
        (part) => later.replaceWith(part),
        () => later.removeAttribute("aria-busy"),
      );
    },
    { rootMargin: "600px" },
  );
  asking.observe(later);
}

drawCharts();
drawMyGroups();

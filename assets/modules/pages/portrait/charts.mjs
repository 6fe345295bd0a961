/* Charts: plotly.js is fetched when a reader comes near one, draws it, and gives its files. */

import { all, nearest, the } from "../../base/dom.mjs";
import { csvOf, fileName } from "../../base/files.mjs";
import { save } from "../../base/leaving.mjs";
import { written } from "../../base/texts.mjs";
import { rowsOf } from "./table.mjs";

const WIDE = { width: 900, scale: 2, top: 56, bottom: 56, edge: 8 };

/** @typedef {NonNullable<Window["Plotly"]>} Plotly */
/** @typedef {{ height: number, margin: { l: number }, annotations: object[] }} Layout */

/** @type {Promise<Plotly> | null} */
let coming = null;

/**
 * @param {string} address
 * @returns {Promise<Plotly>}
 */
const plotly = (address) => {
  coming ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => (window.Plotly ? resolve(window.Plotly) : reject(new Error(address)));
    script.onerror = () => {
      coming = null;
      reject(new Error(address));
    };
    document.head.append(script);
  });
  return coming;
};

/** @param {HTMLElement} chart */
const draw = async (chart) => {
  try {
    const drawing = await plotly(chart.dataset.plotly ?? "");
    const { data, layout } = written(chart, "chart");
    chart.classList.add("is-drawn");
    const place = the("[data-drawing]", chart);
    await drawing.newPlot(place, data, layout, { staticPlot: true, responsive: true });
    /* The place tells the drawing in words; plotly keeps another in the page to measure letters. */
    for (const svg of [...all("svg", place), ...all("#js-plotly-tester")]) svg.ariaHidden = "true";
  } catch {
    chart.classList.remove("is-drawn");
    chart.classList.add("is-failed");
  }
};

/** @param {HTMLElement} chart */
const sourceOf = ({ dataset }) => [dataset.source, `${location.origin}${location.pathname}`];

/**
 * The drawing as an SVG that stands alone: under its title, over its source.
 * @param {HTMLElement} chart
 */
const alone = async (chart) => {
  const drawing = await plotly(chart.dataset.plotly ?? "");
  const { data, layout } = /** @type {{ data: object[], layout: Layout }} */ (
    written(chart, "chart")
  );
  const { width, top, bottom, edge } = WIDE;
  const height = layout.height + top + bottom;
  const aside = { x: 0, xanchor: "left", xshift: edge - layout.margin.l, align: "left" };
  const common = { showarrow: false, xref: "paper", yref: "paper", ...aside };
  const title = { ...common, y: 1, yanchor: "bottom", yshift: 14, font: { size: 18 } };
  const source = { ...common, y: 0, yanchor: "top", yshift: -12, font: { size: 12 } };
  const annotations = [
    ...layout.annotations,
    { ...title, text: chart.dataset.title },
    { ...source, text: sourceOf(chart).join("<br>") },
  ];
  const margin = { ...layout.margin, t: top, b: bottom };
  const figure = { data, layout: { ...layout, width, height, margin, annotations } };
  const image = await drawing.toImage(figure, { format: "svg", width, height });
  return { image, width, height };
};

/** @type {Record<string, (chart: HTMLElement) => Promise<Blob>>} */
const FILES = {
  csv: async (chart) => {
    const table = /** @type {HTMLTableElement} */ (the("table", chart));
    const rows = [[chart.dataset.title], ...rowsOf(table.rows), sourceOf(chart)];
    return new Blob([csvOf(rows)], { type: "text/csv" });
  },
  svg: async (chart) => {
    const { image } = await alone(chart);
    const text = decodeURIComponent(image.slice(image.indexOf(",") + 1));
    return new Blob([text], { type: "image/svg+xml" });
  },
  /* Plotly's own PNG goes through an address that our policy refuses to images; this one does not. */
  png: async (chart) => {
    const { image, width, height } = await alone(chart);
    const picture = new Image();
    picture.src = image;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * WIDE.scale;
    canvas.height = height * WIDE.scale;
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("png"))), "image/png");
    });
  },
};

/** @param {Event} event */
const leave = async ({ target }) => {
  const button = nearest(target, "[data-chart-file]");
  const chart = nearest(target, "[data-chart]");
  const kind = button?.dataset.chartFile ?? "";
  const made = FILES[kind];
  if (!chart || !made) return;
  const name = `${document.title.split(":")[0]} ${chart.dataset.title}`;
  save(await made(chart), fileName(name, kind));
};

/** Draw each chart of the page when its place comes near the window. */
export const drawCharts = () => {
  const near = new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        near.unobserve(target);
        draw(target);
      }
    },
    { rootMargin: "100px" },
  );
  for (const chart of all("[data-chart]")) near.observe(chart);
  document.addEventListener("click", leave);
};

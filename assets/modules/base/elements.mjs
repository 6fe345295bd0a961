/* Elements made by the browser: one way for all of them. */

/** @typedef {string | number | boolean | null | undefined | ((event: any) => unknown)} Attribute */
/** @typedef {import("../../../types/elements").Child} Child */

/**
 * An element with its attributes, handlers (`onclick`) and children; what is null, undefined or
 * false is left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, Attribute>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...flat(children));
  return element;
};

/**
 * @param {readonly Child[]} children
 * @returns {(Node | string)[]}
 */
const flat = (children) =>
  children.flatMap((child) => {
    if (child === null || child === undefined) return [];
    return child instanceof Node || typeof child === "string" ? [child] : flat(child);
  });

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element of a drawing.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number>} [attributes]
 * @param {...(Node | string)} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export const svg = (tag, attributes = {}, ...children) => {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
};

/**
 * The elements of HTML that the server wrote.
 * @param {string} html
 */
export const fromHtml = (html) => {
  const template = document.createElement("template");
  template.innerHTML = html;
  return [...template.content.childNodes];
};

/** @param {string} name of `assets/icons` */
export const icon = (name) => make("span", { class: `icon icon-${name}`, "aria-hidden": "true" });

/**
 * A button with an icon before its words.
 * @param {string} name the icon's
 * @param {string} words
 * @param {(event: MouseEvent) => unknown} onclick
 * @param {Record<string, Attribute>} [attributes]
 */
export const actionButton = (name, words, onclick, attributes = {}) =>
  make(
    "button",
    { type: "button", class: "button button-small", onclick, ...attributes },
    icon(name),
    make("span", {}, words),
  );

/**
 * A warning in the page.
 * @param {...Child} children
 */
export const warning = (...children) =>
  make("div", { class: "callout callout-warn" }, icon("triangle-alert"), ...children);

/**
 * The button at the corner of a window that closes it.
 * @param {string} words
 * @param {() => unknown} close
 */
export const closeButton = (words, close) =>
  make(
    "button",
    { type: "button", class: "picker-close", "aria-label": words, onclick: close },
    icon("x"),
  );

/**
 * A window over the page, named by the heading with this id; Escape or a press beside it closes it.
 * @param {string} heading
 * @param {Record<string, Attribute>} [attributes]
 */
export const makeDialog = (heading, attributes = {}) => {
  const element = make("dialog", {
    class: "list-picker",
    "aria-labelledby": heading,
    ...attributes,
  });
  /* The page beneath listens to Escape too: this one closes the window alone. */
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") event.stopPropagation();
  });
  element.addEventListener("click", (event) => {
    if (event.target === element) element.close();
  });
  return element;
};

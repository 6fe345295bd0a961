/* Parts of the page that come as HTML text in `data-html`: painted in place, changing as little as
   possible, so that focus, scroll and unfolded groups stay where the reader left them. */
"use strict";
(function (app) {
  const parse = (text) => {
    const template = document.createElement("template");
    template.innerHTML = text;
    return template.content;
  };

  const sameKind = (a, b) =>
    a.nodeType === b.nodeType &&
    a.nodeName === b.nodeName &&
    (a.nodeType !== Node.ELEMENT_NODE || a.dataset.group === b.dataset.group);

  const morphAttributes = (from, to) => {
    const unfolds = from.nodeName === "DETAILS";
    for (const { name } of [...from.attributes]) {
      if (!to.hasAttribute(name) && !(unfolds && name === "open")) from.removeAttribute(name);
    }
    for (const { name, value } of to.attributes) {
      if (from.getAttribute(name) !== value) from.setAttribute(name, value);
    }
    if (from.nodeName === "INPUT") from.checked = to.hasAttribute("checked");
  };

  const morphChildren = (from, to) => {
    const wanted = [...to.childNodes];
    wanted.forEach((next, index) => {
      const current = from.childNodes[index];
      if (!current) from.appendChild(next);
      else if (!sameKind(current, next)) from.replaceChild(next, current);
      else if (next.nodeType !== Node.ELEMENT_NODE) {
        if (current.nodeValue !== next.nodeValue) current.nodeValue = next.nodeValue;
      } else {
        morphAttributes(current, next);
        morphChildren(current, next);
      }
    });
    while (from.childNodes.length > wanted.length) from.lastChild.remove();
  };

  const paint = (element) => {
    morphChildren(element, parse(element.dataset.html));
    element.dispatchEvent(new CustomEvent("painted", { bubbles: true }));
  };

  const paintWithin = (node) => {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.dataset.html !== undefined) paint(node);
    else node.querySelectorAll("[data-html]").forEach(paint);
  };

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") paint(change.target);
      else change.addedNodes.forEach(paintWithin);
    }
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-html"],
  });
  app.paint = paint;
})(window.territorialMap);

/* The columns of an export: boxes to tick, moved by dragging, by buttons, or by Alt and an arrow. */
"use strict";
(function (app) {
  const make = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
    node.append(...children);
    return node;
  };

  const mover = (step, icon, label) =>
    make("button", { type: "button", class: "column-move", "data-step": step, "aria-label": label },
      make("span", { class: `icon ${icon}`, "aria-hidden": "true" }));

  app.drawColumns = (list, columns, off, t) => {
    list.replaceChildren(...columns.map(({ key, heading, always }) => {
      const box = make("input", { type: "checkbox", "data-column": key, "aria-describedby": "export-columns-hint" });
      box.checked = always || !off.has(key);
      box.disabled = always;
      const told = make("span", {}, heading);
      if (always) told.append(" ", make("small", {}, t.always));
      return make("li", { draggable: "true", "data-key": key },
        make("span", { class: "icon icon-grip-vertical", "aria-hidden": "true" }),
        make("label", {}, box, told),
        mover(-1, "icon-chevron-down is-up", t.up.replace("{column}", heading)),
        mover(1, "icon-chevron-down", t.down.replace("{column}", heading)));
    }));
  };

  app.listenColumns = (list, move) => {
    const placeOf = (item) => [...list.children].indexOf(item);
    list.addEventListener("click", (event) => {
      const button = event.target.closest("[data-step]");
      if (!button) return;
      const item = button.closest("li");
      move(item.dataset.key, placeOf(item) + Number(button.dataset.step), `[data-step="${button.dataset.step}"]`);
    });
    list.addEventListener("keydown", (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!step || !event.altKey) return;
      event.preventDefault();
      const item = event.target.closest("li");
      const focus = event.target.matches("[data-step]") ? `[data-step="${event.target.dataset.step}"]` : "input";
      move(item.dataset.key, placeOf(item) + step, focus);
    });
    let dragged = null;
    list.addEventListener("dragstart", (event) => {
      dragged = event.target.closest("li");
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", dragged.dataset.key);
      dragged.classList.add("is-dragged");
    });
    list.addEventListener("dragover", (event) => {
      const over = event.target.closest("li");
      if (!dragged || !over) return;
      event.preventDefault();
      const after = placeOf(over) > placeOf(dragged);
      [...list.children].forEach((item) => item.classList.remove("drop-before", "drop-after"));
      if (over !== dragged) over.classList.add(after ? "drop-after" : "drop-before");
    });
    list.addEventListener("drop", (event) => {
      event.preventDefault();
      const over = event.target.closest("li");
      if (dragged && over) move(dragged.dataset.key, placeOf(over));
    });
    list.addEventListener("dragend", () => {
      if (dragged) dragged.classList.remove("is-dragged");
      [...list.children].forEach((item) => item.classList.remove("drop-before", "drop-after"));
      dragged = null;
    });
  };
})(window.territorialMap);

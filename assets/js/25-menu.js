/* The menus of the header (all pages on narrow screens, « Plus » on wide ones), and what follows a
   change of page: title, focus. */
"use strict";
(function (app) {
  const buttons = () => [...document.querySelectorAll("[data-site-menu]")];
  const opened = (button) => button.getAttribute("aria-expanded") === "true";

  const menu = (button, open) => {
    button.setAttribute("aria-expanded", String(open));
    document.getElementById(button.getAttribute("aria-controls")).classList.toggle("is-open", open);
  };

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const pressed = event.target.closest("[data-site-menu]");
    buttons().forEach((button) => menu(button, button === pressed && !opened(button)));
  });

  /* Tab past the last link of « Plus » closes it: it would hide what has the focus. */
  document.addEventListener("focusin", (event) => {
    buttons().forEach((button) => {
      const list = document.getElementById(button.getAttribute("aria-controls"));
      if (opened(button) && event.target !== button && list && !list.contains(event.target)) {
        menu(button, false);
      }
    });
  });

  document.addEventListener(
    "keydown",
    (event) => {
      const open = buttons().find(opened);
      if (event.key !== "Escape" || !open) return;
      event.stopPropagation();
      menu(open, false);
      open.focus();
    },
    true
  );

  /** A page was drawn: its title in the window, the focus on it unless it is the first, and what
      else waits for it (`page-drawn`). One function for all: Dash names a callback without output
      by its inputs, so a second one on the same inputs would take its place. */
  const productName = document.title.split(" · ").pop();
  let path = null;
  app.settlePage = (drawn, page) => {
    document.dispatchEvent(new CustomEvent("page-drawn", { detail: page }));
    window.requestAnimationFrame(() => {
      const named = document.querySelector("[data-title]");
      /* The first title is the server's: it names what the address shows. */
      if (path !== null) {
        document.title = named ? `${named.dataset.title} · ${productName}` : productName;
      }
      const moved = path !== null && page && page.path !== path;
      path = page ? page.path : null;
      const main = document.getElementById("document");
      if (moved && main) main.focus({ preventScroll: true });
    });
  };
})(window.territorialMap);

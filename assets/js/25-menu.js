/* The pages' menu on narrow screens, and what follows a change of page: title, focus. */
"use strict";
(function (app) {
  const button = () => document.querySelector("[data-site-menu]");
  const opened = () => button() && button().getAttribute("aria-expanded") === "true";

  const menu = (open) => {
    if (!button()) return;
    button().setAttribute("aria-expanded", String(open));
    document.getElementById(button().getAttribute("aria-controls")).classList.toggle("is-open", open);
  };

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    menu(Boolean(event.target.closest("[data-site-menu]")) && !opened());
  });

  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !opened()) return;
      event.stopPropagation();
      menu(false);
      button().focus();
    },
    true
  );

  /** A page was drawn: its title in the window, and the focus on it unless it is the first. */
  const productName = document.title.split(" · ").pop();
  let path = null;
  app.settlePage = (drawn, page) => {
    window.requestAnimationFrame(() => {
      const named = document.querySelector("[data-title]");
      document.title = named ? `${named.dataset.title} · ${productName}` : productName;
      const moved = path !== null && page && page.path !== path;
      path = page ? page.path : null;
      const main = document.getElementById("document");
      if (moved && main) main.focus({ preventScroll: true });
    });
  };
})(window.territorialMap);

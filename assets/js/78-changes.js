/* What changed: choosing the edition or the day to compare with, links that carry the selection. */
"use strict";
(function (app) {
  const PATH = "/nouveautes";

  /** Compare with an edition (its id) or with the state before a day; the address says which. */
  app.chooseSince = (value) => {
    if (window.location.pathname !== PATH) return;
    const params = app.params();
    const now = params.get("since") || "";
    const shown = document.getElementById("changes-body");
    const compared = shown && shown.querySelector("[data-compared]");
    if (!value || value === now || (compared && compared.dataset.compared === value)) return;
    if (!/^\d{4}-\d{2}-\d{2}/.test(value)) return;
    params.set("since", value);
    app.go(params);
  };

  /** Links that take the filters of the main screen along. */
  const carry = () =>
    document.querySelectorAll("a[data-carry-selection]").forEach((link) => {
      const filters = app.filtersOf(window.location.search);
      const lang = app.params().get("lang");
      if (lang) filters.set("lang", lang);
      const query = app.queryOf(filters);
      link.setAttribute("href", link.dataset.carrySelection + (query ? "?" + query : ""));
    });

  /** The feed of the page's selection, where feed readers look for it. */
  const announce = () => {
    const holder = document.querySelector("[data-feed]");
    const head = document.head;
    let link = head.querySelector('link[type="application/atom+xml"]');
    if (!holder) {
      if (link) link.remove();
      return;
    }
    if (!link) {
      link = document.createElement("link");
      link.rel = "alternate";
      link.type = "application/atom+xml";
      head.appendChild(link);
    }
    link.href = holder.dataset.feed;
  };

  document.addEventListener("painted", () => {
    if (window.location.pathname === "/") carry();
    announce();
  });
})(window.territorialMap);

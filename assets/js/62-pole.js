/* The group that would make a PTCE: kept in this browser, carried by the address, shared by it. */
"use strict";
(function (app) {
  const PATH = "/ptce";
  const MOST = 100;

  const onPage = () => app.here().path === PATH;
  const ofAddress = () =>
    (app.params().get("ids") || "").split(",").filter(Boolean);
  const alike = (a, b) => a.length === b.length && a.every((one) => b.includes(one));

  /** The group being worked on: the page's, else the one this browser keeps. */
  const group = () => (onPage() ? ofAddress() : app.kept("group"));

  const show = (ids, options) => {
    const params = app.params();
    params.delete("ids");
    if (!ids.length) params.delete("complet");
    /* Ids keep their own punctuation but for commas, which part them. */
    if (ids.length) params.set("ids", ids.join(","));
    app.go(params, options);
  };

  /** Change the group; one opened from someone's link never replaces the visitor's own. */
  const change = (ids) => {
    const own = app.kept("group");
    const before = group();
    const next = [...new Set(ids)].slice(0, MOST);
    if (!onPage() || !own.length || alike(own, before)) app.keepAs("group", next);
    if (onPage()) show(next);
    window.setTimeout(paint, 0);
  };

  app.groupOf = group;
  app.changeGroup = change;

  const toggle = (button) => {
    const id = button.dataset.groupToggle;
    const ids = group();
    const words = app.texts();
    const inside = ids.includes(id);
    const told = (inside ? words.taken : words.added).replace("{name}", button.dataset.name);
    change(inside ? ids.filter((one) => one !== id) : [...ids, id]);
    app.offerUndo(told, () => change(ids), onPage());
  };

  const remove = (button) => {
    const ids = group();
    change(ids.filter((one) => one !== button.dataset.groupRemove));
    app.offerUndo(button.dataset.said, () => change(ids), true);
  };

  const clear = (button) => {
    const ids = group();
    change([]);
    app.offerUndo(button.dataset.said, () => change(ids), true);
  };

  const ACTIONS = [
    ["[data-group-toggle]", toggle],
    ["[data-group-remove]", remove],
    ["[data-group-clear]", clear],
    ["[data-group-keep]", (b) => app.keepAs("group", b.dataset.groupKeep.split(","))],
  ];
  app.onPress(ACTIONS);

  document.addEventListener("change", (event) => {
    const box = event.target;
    if (!(box instanceof Element) || !box.closest("[data-complete]")) return;
    const params = app.params();
    if (box.checked) params.set("complet", "1");
    else params.delete("complet");
    app.go(params);
  });

  app.pickMember = (value) => {
    if (!value) return;
    window.dash_clientside.set_props("pole-search", { value: null, searchValue: "" });
    change([...group(), value.split(":").slice(1).join(":")]);
  };

  /** The page opened without a group shows the one this browser keeps. */
  app.openGroup = (page) => {
    if (!page || page.path !== PATH || !onPage()) return;
    const own = app.kept("group");
    if (!ofAddress().length && own.length) show(own, { replace: true });
    paint();
  };

  /** How many members the header tells; nothing while there is none. */
  app.countGroup = (kept) => {
    paint();
    return Array.isArray(kept) && kept.length ? String(kept.length) : "";
  };

  /* Buttons say whether their organisation is in the group, whoever drew them. */
  const paint = () => {
    const ids = new Set(group());
    document.querySelectorAll("[data-group-toggle]").forEach((button) => {
      const pressed = String(ids.has(button.dataset.groupToggle));
      if (button.getAttribute("aria-pressed") !== pressed) {
        button.setAttribute("aria-pressed", pressed);
      }
    });
  };
  let asked = false;
  const later = () => {
    if (asked) return;
    asked = true;
    window.requestAnimationFrame(() => {
      asked = false;
      paint();
    });
  };
  document.addEventListener("painted", later);
  new MutationObserver(later).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["data-group-toggle"],
  });
})(window.territorialMap);

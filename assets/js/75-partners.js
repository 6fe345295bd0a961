/* « Partenaires locaux »: the choices of the page change its address, which draws it again. */
"use strict";
(function (app) {
  const CENTRES = ["for", "commune", "near"];

  /** An organisation or a commune was picked: everything else of the address is kept. */
  app.pickPartnerCentre = (value) => {
    if (!value) return;
    const [kind, ...rest] = value.split(":");
    const params = app.params();
    CENTRES.forEach((name) => params.delete(name));
    if (kind === "organisation") params.set("for", rest.join(":"));
    else params.set("commune", rest[0]);
    window.dash_clientside.set_props("partner-list-search", { value: null, searchValue: "" });
    app.go(params);
  };

  document.addEventListener("change", (event) => {
    const holder = event.target instanceof Element && event.target.closest(".partner-choices");
    if (!holder) return;
    const params = app.params();
    holder.querySelectorAll("[data-choice]").forEach((select) => {
      const name = select.dataset.choice;
      params.delete(name);
      if (select.value) params.set(name, select.value);
    });
    params.delete("pooling");
    holder.querySelectorAll("[data-pooling] input:checked").forEach((box) => {
      params.append("pooling", box.closest("[data-pooling]").dataset.pooling);
    });
    app.go(params);
  });

  /* A step back in history changes what is chosen, which a touched select does not show by itself. */
  document.addEventListener("painted", (event) => {
    event.target.querySelectorAll(".partner-choices select").forEach((select) => {
      const chosen = select.querySelector("option[selected]");
      if (chosen) select.value = chosen.value;
    });
  });
})(window.territorialMap);

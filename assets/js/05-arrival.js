/* Arriving by a short address: the app works with its long form; the bar keeps the short one until
   the reader does something. The plain content that the server wrote leaves the page. */
"use strict";
window.territorialMap = window.territorialMap || {};
(function (app) {
  const told = document.querySelector('meta[name="territorial-map-address"]');
  const long = told && new URL(told.content, window.location.origin);
  const short = told ? window.location.pathname + window.location.search : "";
  const HANDS = ["pointerdown", "click", "keydown", "wheel", "touchstart", "popstate"];
  let atShort = false;

  const rewrite = (address) =>
    window.history.replaceState(window.history.state, "", address + window.location.hash);

  /** Path and query of the state on screen, whatever the bar shows. */
  app.here = () => {
    const { pathname, search } = atShort ? long : window.location;
    return { path: pathname, search };
  };

  /** From here on, the bar says the state of the screen in full. */
  app.lengthen = () => {
    if (!atShort) return;
    atShort = false;
    HANDS.forEach((name) => window.removeEventListener(name, app.lengthen, true));
    rewrite(told.content);
  };

  /** The bar shows the short address: nothing that the reader did is to be noted there. */
  app.atShortAddress = () => atShort;

  if (told) {
    rewrite(told.content);
    /* The first states were read from the long address: the bar can show the short one again. */
    document.addEventListener(
      "painted",
      () => {
        if (window.location.pathname + window.location.search !== told.content) return;
        atShort = true;
        rewrite(short);
        HANDS.forEach((name) => window.addEventListener(name, app.lengthen, true));
      },
      { once: true }
    );
  }

  document.addEventListener("DOMContentLoaded", () => {
    const plain = document.getElementById("plain");
    if (plain && !plain.classList.contains("is-alone")) plain.remove();
  });
})(window.territorialMap);

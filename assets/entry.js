/* The one script that Dash lists: it fetches the modules, and Dash starts once they are there. An
   upgrade between page and modules has the page asked for again; where modules cannot be had at
   all, the plain content stays. */

window.territorialMapReady = (() => {
  const AGAIN = "territorial-map.asked-again";

  /** @param {string} value */
  const note = (value) => {
    try {
      const before = window.sessionStorage.getItem(AGAIN) || "";
      window.sessionStorage.setItem(AGAIN, value);
      return before;
    } catch {
      return "kept nowhere";
    }
  };

  const showPlain = () => {
    for (const element of document.querySelectorAll(".waiting")) element.remove();
    document.documentElement.classList.add("is-plain");
  };

  const ready = import("script/modules/app.mjs");
  ready.then(
    () => note(""),
    (error) => {
      console.error(error);
      if (note("once")) showPlain();
      else window.location.reload();
    },
  );
  /* Dash waits for ever for modules that do not come. */
  return new Promise((resolve) => {
    ready.then(
      () => resolve(),
      () => {},
    );
  });
})();

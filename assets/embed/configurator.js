/* The page that makes a snippet: each choice redraws code and preview, in place. */
"use strict";
(function () {
  const form = document.querySelector(".integrer-form");
  let running = null;

  const showCopy = () => {
    const button = document.querySelector(".copy-code");
    if (button && navigator.clipboard) button.hidden = false;
  };

  const refresh = async () => {
    const params = new URLSearchParams(new FormData(form));
    [...params.entries()].forEach(([name, value]) => value || params.delete(name));
    const address = form.getAttribute("action") + "?" + params.toString();
    if (running) running.abort();
    running = new AbortController();
    try {
      const answer = await fetch(address, { signal: running.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const next = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (next.documentElement.lang !== document.documentElement.lang) {
        window.location.assign(address);
        return;
      }
      document.getElementById("integrer-result").replaceWith(next.getElementById("integrer-result"));
      document.getElementById("integrer-now").replaceWith(next.getElementById("integrer-now"));
      keepPlace(next);
      window.history.replaceState(null, "", address);
      showCopy();
    } catch (error) {
      if (error.name !== "AbortError") form.submit();
    }
  };

  /* A place that was typed became filters that the form carries along. */
  const keepPlace = (next) => {
    form.querySelectorAll('input[type="hidden"]').forEach((field) => field.remove());
    form.prepend(...next.querySelectorAll('.integrer-form input[type="hidden"]'));
    if (!next.querySelector("#integrer-result [role=alert]")) form.elements.ou.value = "";
  };

  form.addEventListener("change", refresh);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    refresh();
  });
  document.addEventListener("click", async (event) => {
    const button = event.target.closest(".copy-code");
    if (!button) return;
    const code = document.getElementById("integrer-code");
    const label = button.querySelector(".copy-label");
    const before = label.textContent;
    try {
      await navigator.clipboard.writeText(code.value);
      label.textContent = button.dataset.copied;
      window.setTimeout(() => (label.textContent = before), 2500);
    } catch {
      code.focus();
      code.select();
    }
  });
  showCopy();
})();

/* For the host page, by choice: frames of ours take the height of their content. */
"use strict";
window.addEventListener("message", (event) => {
  const told = event.data;
  if (!told || told.source !== "territorial-map" || !Number.isFinite(told.height)) return;
  for (const frame of document.querySelectorAll("iframe[data-territorial-map]")) {
    if (frame.contentWindow === event.source) {
      frame.style.height = `${Math.max(200, Math.min(6000, Math.ceil(told.height)))}px`;
    }
  }
});

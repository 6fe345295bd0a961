/* For the host page, by choice: frames of ours take the height of their content. */

window.addEventListener("message", (event) => {
  const told = event.data;
  if (told?.source !== "territorial-map" || !Number.isFinite(told.height)) return;
  /** @type {NodeListOf<HTMLIFrameElement>} */
  const frames = document.querySelectorAll("iframe[data-territorial-map]");
  for (const frame of frames) {
    if (frame.contentWindow === event.source) {
      frame.style.height = `${Math.max(200, Math.min(6000, Math.ceil(told.height)))}px`;
    }
  }
});

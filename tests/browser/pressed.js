/* Targets too small to press: under 24 by 24 px, and another within 24 px of their middle (WCAG 2.5.8). */
() => {
  const LEAST = 24;
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
  const shown = all.filter((one) => {
    const style = getComputedStyle(one);
    return one.getClientRects().length && style.visibility === "visible" && one.type !== "hidden" &&
      !one.closest("[aria-hidden='true'], .visually-hidden, .skip-links") &&
      style.clipPath === "none" && !one.closest("svg"); // areas of a map: a table says the same
  });
  const inSentence = (one) =>
    one.tagName === "A" && getComputedStyle(one).display === "inline" &&
    one.parentElement.textContent.trim().length > one.textContent.trim().length + 3;
  const boxes = shown.map((one) => {
    const whole = one.matches(".line-link") ? one.closest(".line, .kept-line") : (/checkbox|radio/.test(one.type) && one.labels?.[0]);
    const box = (whole || one).getBoundingClientRect();
    return { one, box, x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  const small = boxes.filter(({ one, box }) =>
    (box.width < LEAST - 0.5 || box.height < LEAST - 0.5) && box.width > 1 && !inSentence(one));
  const near = (one, other) => {
    if (one.one === other.one || one.one.closest("label") === (other.one.closest("label") || 0)) return false;
    if (one.one.contains(other.one) || other.one.contains(one.one)) return false;
    const apart = (low, at, high) => Math.max(low - at, 0, at - high);
    const { left, right, top, bottom, width, height } = other.box;
    const little = width < LEAST || height < LEAST;
    const distance = little
      ? Math.hypot(one.x - other.x, one.y - other.y) - LEAST / 2
      : Math.hypot(apart(left, one.x, right), apart(top, one.y, bottom));
    return distance < LEAST / 2 - 0.5;
  };
  return small.filter((one) => boxes.some((other) => near(one, other)))
    .map(({ one, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${one.outerHTML.slice(0, 120)}`);
}

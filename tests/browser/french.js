/* French that a page in another language shows without saying so: texts and names, outside lang="fr". */
() => {
  const SMALL = new Set(
    ("les des une est sont dans pour avec sur aux qui que cette ces leur leurs pas nous vous ou par du la le et " +
      "ne se ce il elle ses son sa au en à plus être à été où").split(" "));
  const french = (text) => {
    const found = (text.toLowerCase().match(/[\p{L}]+/gu) || []).filter((word) => SMALL.has(word));
    return new Set(found).size >= 2;
  };
  const said = (one) => one.closest("[lang]")?.lang !== "fr" && !one.closest("script, style, template, noscript");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode;
    if (parentElement && said(parentElement) && french(data)) found.push(data.trim());
  }
  for (const one of document.querySelectorAll("[title], [aria-label], [placeholder], [alt]")) {
    for (const name of ["title", "aria-label", "placeholder", "alt"]) {
      const told = one.getAttribute(name) || "";
      if (said(one) && french(told)) found.push(`${name}: ${told}`);
    }
  }
  return [...new Set(found)].map((one) => one.slice(0, 200));
}

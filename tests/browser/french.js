/* French that a page in another language shows without saying so: texts and names, outside lang="fr".
   A sentence has a word that no name or address has; `own` are texts of ours that are not those of the
   other language, `statutory` words that no language has but French. What the page itself marks as French (names) is French wherever it is told again. */
([own, statutory]) => {
  const TELLING = new Set(
    ("est sont une dans avec qui que cette ces leur leurs nous vous ou ne se ce il elle ses son sa être été où " +
      "à plus aucun aucune tous toutes votre vos mais donc déjà").split(" "));
  const SMALL = new Set([..."les des pas pour sur aux par du la le et au en de un".split(" "), ...TELLING]);
  const ours = new Set(own);
  const marked = [...document.querySelectorAll('[lang="fr"]')].map((one) => one.textContent.trim());
  const names = [...new Set([...marked, ...statutory])].filter((told) => told.length > 3).sort((a, b) => b.length - a.length);
  const rest = (text) => names.reduce((left, name) => left.replaceAll(name, " "), text);
  const french = (text) => {
    if (ours.has(text.trim())) return true;
    const said = (rest(text).toLowerCase().match(/[\p{L}]+/gu) || []).filter((word) => SMALL.has(word));
    return new Set(said).size >= 2 && said.some((word) => TELLING.has(word));
  };
  const said = (one) => one.closest("[lang]")?.lang !== "fr" && !one.closest("script, style, template, noscript, pre");
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

/* What a page shows, looked at by criterion of the RGAA: { faults: { criterion: [words] },
   seen: { criterion: how many things were looked at }, title, lang }. */
() => {
  const faults = {};
  const seen = {};
  const look = (criterion, things, fault) => {
    seen[criterion] = (seen[criterion] || 0) + things.length;
    const found = things.flatMap((one) => {
      const told = fault(one);
      return told ? [`${told}: ${one.outerHTML.slice(0, 140)}`] : [];
    });
    faults[criterion] = [...(faults[criterion] || []), ...found];
  };
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const shown = (one) =>
    one.getClientRects().length > 0 && getComputedStyle(one).visibility === "visible";
  const quiet = (one) => one.closest("[aria-hidden='true']") !== null;
  const words = (text) => (text || "").replace(/\s+/g, " ").trim();
  const byIds = (ids) =>
    words((ids || "").split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(" "));
  const spoken = (one) => {
    const copy = one.cloneNode(true);
    for (const part of all("[aria-hidden='true']", copy)) part.remove();
    const pictures = all("img[alt], [role='img'][aria-label]", copy);
    const told = pictures.map((each) => each.getAttribute("alt") || each.getAttribute("aria-label"));
    return words([copy.textContent, ...told].join(" "));
  };
  const label = (one) => byIds(one.getAttribute("aria-labelledby")) || words(one.ariaLabel);
  const name = (one) =>
    label(one) ||
    words([...(one.labels || [])].map(spoken).join(" ")) ||
    words(one.getAttribute("alt")) ||
    (one.matches("input[type='submit'], input[type='button']") && words(one.value)) ||
    (one.matches("input, select, textarea") ? "" : spoken(one)) ||
    words(one.title);
  const visible = all("*").filter(shown);
  const among = (selector) => visible.filter((one) => one.matches(selector));

  // 1. Images
  // The arrows of lists and what the map draws its lines in are told to fail on « Accessibilité ».
  const THEIRS = ".mantine-ComboboxChevron-chevron, .leaflet-pane svg";
  const pictures = among("img, svg, [role='img'], canvas").filter(
    (one) => !one.closest("svg svg") && !one.matches(THEIRS),
  );
  const named = pictures.filter((one) => label(one) || words(one.getAttribute("alt")));
  const silent = pictures.filter((one) => !named.includes(one));
  look("1.1", pictures, (one) => {
    if (named.includes(one) || quiet(one) || one.getAttribute("alt") === "") return "";
    return one.getAttribute("role") === "presentation" ? "" : "says nothing and is not hidden";
  });
  look("1.2", silent, (one) =>
    one.hasAttribute("title") || one.tabIndex >= 0 || one.querySelector("title, desc")
      ? "hidden, and told all the same"
      : "",
  );
  look("1.3", named, (one) => {
    const told = label(one) || words(one.getAttribute("alt"));
    return /\.(png|svg|jpe?g)$|^(image|icon|logo|svg)$/i.test(told) || told.length > 300
      ? "no alternative that helps"
      : "";
  });

  // 2. Frames
  look("2.1", among("iframe"), (one) => (words(one.title).length > 5 ? "" : "no title"));

  // 3. Colours: what bounds a field is seen on what is around it.
  const rgba = (colour) => {
    const [r, g, b, a = 1] = (colour.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
    return { r, g, b, a };
  };
  const over = (top, under) => {
    const mixed = (of) => top[of] * top.a + under[of] * (1 - top.a);
    return { r: mixed("r"), g: mixed("g"), b: mixed("b"), a: 1 };
  };
  const ground = (one) => {
    if (!one) return { r: 255, g: 255, b: 255, a: 1 };
    const own = rgba(getComputedStyle(one).backgroundColor);
    return own.a === 1 ? own : over(own, ground(one.parentElement));
  };
  const light = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const typed = among("input, select, textarea").filter(
    (one) => !/^(hidden|checkbox|radio|range|color|file|submit|button)$/.test(one.type),
  );
  look("3.3", typed, (one) => {
    if (one.disabled) return "";
    const style = getComputedStyle(one);
    const around = ground(one.parentElement);
    const inside = ground(one);
    const line = over(rgba(style.borderBottomColor), inside);
    const drawn = parseFloat(style.borderBottomWidth) > 0 && style.borderBottomStyle !== "none";
    const best = Math.max(ratio(inside, around), drawn ? ratio(line, around) : 1);
    return best < 3 ? `${best.toFixed(2)} to 1` : "";
  });

  // 5. Tables of data
  const tables = among("table").filter((one) => one.getAttribute("role") !== "presentation");
  look("5.6", tables, (one) => {
    if (!one.querySelector("th")) return "no heading at all";
    return one.querySelector("thead td:not(:empty)") ? "a heading that is a cell" : "";
  });
  look("5.7", tables.flatMap((one) => all("th", one)), (one) => {
    if (!words(one.textContent) && !label(one)) return "an empty heading";
    return /^(col|row|colgroup|rowgroup)$/.test(one.scope) || one.id ? "" : "no scope";
  });

  // 6. Links
  const vague = /^(ici|cliquez ici|lien|lire|lire la suite|en savoir plus|suite|voir|here|click here|more|link)$/i;
  look("6.1", among("a[href]").filter((one) => !quiet(one)), (one) => {
    const told = name(one);
    return !told || vague.test(told) ? `« ${told} » does not tell where it leads` : "";
  });

  // 7. Scripts: what is named exists, and what acts is a control.
  const TIES = ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"];
  look("7.1", visible.filter((one) => TIES.some((tie) => one.hasAttribute(tie))), (one) => {
    const lost = TIES.flatMap((tie) => (one.getAttribute(tie) || "").split(/\s+/)).filter(
      (id) => id && !document.getElementById(id),
    );
    return lost.length && one.getAttribute("aria-expanded") !== "false" ? `no ${lost}` : "";
  });
  const ACTS = "button, [role='button'], summary, [role='option'], [role='tab'], [role='checkbox']";
  look("7.1", among(ACTS).filter((one) => !quiet(one)), (one) => (name(one) ? "" : "no name"));
  const CONTROL =
    "a, button, input, select, textarea, summary, label, [role], [tabindex], iframe, option";
  look("7.1", visible, (one) =>
    getComputedStyle(one).cursor === "pointer" && !one.closest(CONTROL)
      ? "pressed, and no control"
      : "",
  );

  // 9. Headings
  const headings = among("h1, h2, h3, h4, h5, h6").filter((one) => !quiet(one));
  let before = 0;
  look("9.1", headings, (one) => {
    const level = Number(one.tagName[1]);
    const told = !words(one.textContent) ? "empty" : level > before + 1 ? `after h${before}` : "";
    before = level;
    return told;
  });

  // 11. Forms
  const fields = among("input:not([type='hidden']), select, textarea").filter(
    (one) => !quiet(one) && !one.closest("[hidden]"),
  );
  look("11.1", fields, (one) => (name(one) ? "" : "no label"));
  look("11.2", fields, (one) =>
    /^(champ|valeur|field|value|input|\W+|\w)$/i.test(name(one)) ? "a vague label" : "",
  );
  const PRIVATE = "input[type='password'], input[type='tel'], input[type='email']";
  look("11.13", typed, (one) => {
    if (!one.matches(PRIVATE)) return "";
    const told = one.getAttribute("autocomplete");
    if (one.type === "password") return told === "current-password" ? "" : "no purpose";
    return told ? "" : "neither a purpose nor « off »";
  });

  // 12. Regions that every page has
  const main = among("main, [role='main']");
  look("12.6", [document.body], () => (main.length === 1 ? "" : `${main.length} main regions`));
  const navs = among("nav, [role='navigation']");
  const names = navs.map(label);
  look("12.6", navs, (one) =>
    !label(one) || names.filter((other) => other === label(one)).length > 1
      ? "two navigations of one name"
      : "",
  );
  const alone = ["header.site-header", "footer, [role='contentinfo']", "[role='search'], search"];
  const lacking = alone.filter((selector) => !among(selector).length);
  return { faults, seen, lacking, title: document.title, lang: document.documentElement.lang };
}

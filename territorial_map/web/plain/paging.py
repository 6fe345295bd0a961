"""The pages of a list, turned by links."""

from collections.abc import Callable

from dash import html

from territorial_map.domain.listing import Page
from territorial_map.web.base.marks import Node, named
from territorial_map.web.base.texts import Texts

LINES = 50


def turning(page: Page, number: int, address_of: Callable[[int], str], t: Texts) -> html.Nav | None:
    """« 51 à 100 sur 312 », and links to the pages before and after; nothing for an empty page."""
    if not page.items:
        return None
    told = t(
        "{first} à {last} sur {total}",
        first=t.number(page.offset + 1),
        last=t.number(page.offset + len(page.items)),
        total=t.number(page.total),
    )
    parts: list[Node] = [html.P(told, className="n-of-n")]
    if number > 1:
        parts.append(html.A(t("Page précédente"), href=address_of(number - 1), rel="prev"))
    if page.offset + len(page.items) < page.total:
        parts.append(html.A(t("Page suivante"), href=address_of(number + 1), rel="next"))
    return html.Nav(parts, className="turning", **named({"aria-label": t("Pages de la liste")}))

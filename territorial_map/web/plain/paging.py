"""The pages of a list, turned by links."""

import math
from collections.abc import Callable

from dash import html

from territorial_map.domain.listing import Page
from territorial_map.web.base.marks import Node, named
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.to_call import CallSlice

LINES = 50


def called_on(number: int, known: int) -> CallSlice:
    """The lines to call on a page: the first on the last of the known, then page by page."""
    further = number - max(1, math.ceil(known / LINES))
    return CallSlice(LINES, max(0, further) * LINES)


def turning(
    page: Page, number: int, address_of: Callable[[int], str], t: Texts, unknown: int = 0
) -> html.Nav | None:
    """« 51 à 100 sur 312 », and links to the pages before and after; nothing for an empty list.

    ``unknown`` lines to call follow those of the list.
    """
    last = page.offset + len(page.items)
    called = called_on(number, page.total)
    follows = last < page.total or called.offset + called.limit < unknown
    if not page.items and not unknown:
        return None
    parts: list[Node] = []
    if page.items:
        told = t(
            "{first} à {last} sur {total}",
            first=t.number(page.offset + 1),
            last=t.number(last),
            total=t.number(page.total),
        )
        parts.append(html.P(told, className="n-of-n"))
    if number > 1:
        parts.append(html.A(t("Page précédente"), href=address_of(number - 1), rel="prev"))
    if follows:
        parts.append(html.A(t("Page suivante"), href=address_of(number + 1), rel="next"))
    if not parts:
        return None
    return html.Nav(parts, className="turning", **named({"aria-label": t("Pages de la liste")}))

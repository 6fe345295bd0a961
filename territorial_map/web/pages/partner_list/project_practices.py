"""Practices of the guide that say how to do together what a partner list is about."""

from collections.abc import Collection

from dash import html

from territorial_map.domain.practices.catalogue import PracticeCatalogue
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.web.base.marks import Node, page_link
from territorial_map.web.base.practices.wording import practice_address, practice_title
from territorial_map.web.base.texts import Texts

_MOST = 5


def project_practices(
    categories: Collection[PoolingCategory], guide: PracticeCatalogue, t: Texts
) -> list[Node]:
    """Those of these categories, in the order of the guide; nothing where it has none."""
    found = [one for one in guide.practices if not set(categories).isdisjoint(one.pooling)]
    if not found:
        return []
    lines = [
        html.Li(page_link(practice_title(one.id, guide, t), practice_address(one.id, t)))
        for one in found[:_MOST]
    ]
    title = html.H4(t("Bonnes pratiques pour ce projet"))
    return [html.Section([title, html.Ul(lines, className="bullets")], className="partner-guide")]

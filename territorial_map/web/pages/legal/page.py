"""Who publishes the site, what becomes of personal data, and how accessible it is."""

from collections.abc import Callable

from territorial_map.domain.publisher import Publisher
from territorial_map.web.base.answers import Asked, Visit
from territorial_map.web.base.marks import Node
from territorial_map.web.base.page_spec import MenuEntry, PageSpec, Screen
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.legal.views import accessibility, notices, personal_data

_Document = Callable[[Publisher, Texts], list[Node]]


def _page(path: str, title: str, lead: str, label: str, document: _Document) -> PageSpec:
    def layout(visit: Visit) -> Screen:
        return Screen(document(visit.site.publisher, visit.t))

    def plain(asked: Asked) -> Node:
        return document(asked.site.publisher, asked.t)

    entry = MenuEntry(label)
    return PageSpec(path=path, title=title, lead=lead, menu=entry, layout=layout, plain=plain)


ACCESSIBILITY = _page(
    "/accessibilite",
    "Accessibilité",
    "Déclaration d’accessibilité : non conforme, aucun audit complet.",
    "Accessibilité : non conforme",
    accessibility,
)
NOTICES = _page(
    "/mentions-legales",
    "Mentions légales",
    "Qui publie et héberge ce site, et sous quelles licences.",
    "Mentions légales",
    notices,
)
PERSONAL_DATA = _page(
    "/donnees-personnelles",
    "Données personnelles",
    "Ce qui est gardé des visiteurs, et les droits des personnes.",
    "Données personnelles",
    personal_data,
)

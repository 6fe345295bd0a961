"""The page of each heading of the guide, by its address."""

from functools import partial

from dash import html

from territorial_map.domain.practices.catalogue import PracticeCatalogue, ResourceRecord
from territorial_map.services.practices.browsing import Heading
from territorial_map.services.site import Site
from territorial_map.web.base.addresses import PRACTICES, in_language, list_path
from territorial_map.web.base.answers import Asked, Visit
from territorial_map.web.base.marks import Node
from territorial_map.web.base.page_spec import PageSpec, Screen
from territorial_map.web.base.practices.wording import said, title_of
from territorial_map.web.base.state import state_from_search
from territorial_map.web.base.titles import Heading as PageHeading
from territorial_map.web.base.titles import cut
from territorial_map.web.pages.practices.layout import practice_screen
from territorial_map.web.pages.practices.one import heading_nodes, neighbours


def heading_pages(site: Site) -> tuple[PageSpec, ...]:
    """One page per heading, practices then resources."""
    catalogue = site.knowledge.practices.catalogue
    return tuple(_page(heading, catalogue) for heading in _headings(catalogue))


def heading_at(path: str, catalogue: PracticeCatalogue) -> Heading | None:
    """The heading that a path is the address of."""
    every = _headings(catalogue)
    return next((heading for heading in every if address(heading) == path), None)


def address(heading: Heading) -> str:
    """The path of a heading's page."""
    return f"{PRACTICES}/{heading.id}"


def _headings(catalogue: PracticeCatalogue) -> tuple[Heading, ...]:
    return (*catalogue.practices, *catalogue.resources)


def _page(heading: Heading, catalogue: PracticeCatalogue) -> PageSpec:
    return PageSpec(
        path=address(heading),
        title=heading.title,
        heading=partial(_called, heading),
        layout=partial(_layout, heading, catalogue),
        plain=partial(_plain, heading, catalogue),
    )


def _called(heading: Heading, asked: Asked) -> PageHeading:
    text = heading.what if isinstance(heading, ResourceRecord) else heading.point
    return PageHeading(title_of(heading, asked.t), cut(said(text, asked.t)))


def _layout(heading: Heading, catalogue: PracticeCatalogue, visit: Visit) -> Screen:
    return practice_screen(heading, catalogue, visit.t)


def _plain(heading: Heading, catalogue: PracticeCatalogue, asked: Asked) -> list[Node]:
    t = asked.t
    told = [*heading_nodes(heading, catalogue, t), neighbours(heading, catalogue, t)]
    if isinstance(heading, ResourceRecord):
        return told
    state = state_from_search(f"practice={heading.id}")
    href = in_language(list_path(state, asked.edition.gazetteer), t.language)
    return [*told, html.P(html.A(t("Voir les organisations concernées"), href=href))]

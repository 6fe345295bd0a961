"""The page « Partenaires locaux »: from the address to its choices and its lines."""

from dataclasses import replace

from dash import Input, Output, html

from territorial_map.ledger.dismissals import Said
from territorial_map.services.coverage import TerritoryCoverage, coverage_near
from territorial_map.services.explore.filter_mending import mend_of
from territorial_map.services.explore.mends import MendKind
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.query_string import parameters_of
from territorial_map.services.partner_lists.leads import find_leads
from territorial_map.services.partner_lists.partner_query import (
    CENTRES,
    PATH,
    asked_from_query,
    entry_from_query,
    page_from_query,
)
from territorial_map.services.partner_lists.table import list_notes, list_title, list_told
from territorial_map.services.site import Site
from territorial_map.web.base import ids
from territorial_map.web.base.finding import (
    Options,
    communes_named,
    complete,
    organisations_named,
)
from territorial_map.web.base.html import painted
from territorial_map.web.base.marks import Node
from territorial_map.web.base.noticed import notice_of
from territorial_map.web.base.partnerships.dismissed import dismissals_kept
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.state import search_at, texts_of
from territorial_map.web.pages.partner_list import ids as own
from territorial_map.web.pages.partner_list.choices import entry_choices, partner_list_choices
from territorial_map.web.pages.partner_list.comparison import MOST_COMPARED
from territorial_map.web.pages.partner_list.nobody import nobody_known
from territorial_map.web.pages.partner_list.project_practices import project_practices
from territorial_map.web.pages.partner_list.views import (
    Sheet,
    partner_list_found,
    partner_list_invitation,
)

_FOUND = 6


def register(registry: Registry, site: Site) -> None:
    """Register the page and its search box."""
    directory, ledger = site.directory, site.ledger

    @registry.on(
        Output(own.PARTNER_LIST_CHOICES, "children"),
        Output(own.PARTNER_LIST, "children"),
        Input(ids.DOCUMENT_STATE, "data"),
        Input(ids.DISMISSED, "data"),
        costly=True,
    )
    def show_partner_list(document: dict[str, str] | None, dismissed: object) -> tuple[Node, Node]:
        dismissals = dismissals_kept(dismissed, ledger.said())
        view = partner_list_view(search_at(document, PATH), directory.current(), dismissals)
        return painted(view[0]), painted(view[1])

    registry.client(
        "pickPartnerCentre", Input(own.PARTNER_LIST_SEARCH, "value"), prevent_initial_call=True
    )
    complete(registry, directory, own.PARTNER_LIST_SEARCH, centres_named)


def centres_named(text: str, edition: OpenEdition) -> Options:
    """Communes, then organisations."""
    return communes_named(text, edition, _FOUND) + organisations_named(text, edition)


def partner_list_view(
    search: str, edition: OpenEdition, dismissals: frozenset[Said]
) -> tuple[Node, Node]:
    """Choices and lines of the address; an invitation while it names no centre.

    Raises:
        BadParameter: a value that its parameter cannot take.
        NotFound: no organisation or commune answers to the centre.
    """
    parameters = parameters_of(search)
    t = texts_of(parameters)
    if not any(parameters.get(name) for name in CENTRES):
        entry = entry_choices(*entry_from_query(parameters), t)
        return entry, partner_list_invitation(t)
    asked = asked_from_query(parameters)
    found = find_leads(edition, asked, dismissals)
    sheet = Sheet(
        asked,
        found,
        {},
        list_title(found, t),
        list_told(asked, found, edition.names, t),
        list_notes(asked, found, t),
    )
    page = min(page_from_query(parameters), sheet.pages)
    compared = tuple(dict.fromkeys(parameters.get("compare", ())))[:MOST_COMPARED]
    sheet = replace(sheet, page=page, compared=compared)
    ids = {lead.main.b.id for lead in (*sheet.leads, *sheet.beside)}
    listed = {item.id: item for item in edition.listed_by_ids(tuple(sorted(ids)))}
    sheet = replace(sheet, listed=listed)

    def covered() -> TerritoryCoverage | None:
        point = found.centre.facts.point
        return coverage_near(edition, point) if point else None

    rules = edition.knowledge.pooling
    guide = edition.names.practices
    about = asked.pooling or {lead.main.category for lead in sheet.leads}
    formerly = [f"commune:{asked.commune}"] if _is_former(asked.commune, edition) else []
    told = notice_of(formerly, edition.places, t)
    return partner_list_choices(asked, guide, t), [
        *([html.P(told, className="result-notice", role="status")] if told else []),
        *partner_list_found(sheet, rules, t, covered),
        *nobody_known(asked, found, t),
        *project_practices(about, guide, t),
    ]


def _is_former(code: str | None, edition: OpenEdition) -> bool:
    """Whether a commune is told by a code that it no longer has."""
    mend = mend_of("commune", code, edition.places) if code else None
    return mend is not None and mend.kind is MendKind.FORMER

"""A network without JavaScript: where the same links are told in words."""

from dash import html

from territorial_map.domain.errors import NotFound
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.web.base.addresses import in_language, list_path, organisation_path
from territorial_map.web.base.answers import Asked
from territorial_map.web.base.chips import active_filters, selection_in_words
from territorial_map.web.base.marks import Node
from territorial_map.web.base.noticed import notice_told
from territorial_map.web.base.opening import needs_script, opening
from territorial_map.web.base.state import PageState, state_from_search
from territorial_map.web.base.titles import Heading


def heading(asked: Asked) -> Heading:
    """Around whom, or where."""
    t, state = asked.t, state_from_search(asked.search)
    title = asked.heading.title
    if state.organisation is not None:
        name = _name_of(state.organisation, asked.edition)
        title = t("Réseau autour de {name}", name=name) if name else title
    elif not state.selection.is_empty:
        active = active_filters(state, asked.edition.names, t)
        title = t("Réseau : {where}", where=selection_in_words(active, t))
    return Heading(title, asked.heading.description)


def plain(asked: Asked) -> list[Node]:
    """The organisation's page, or the territory's list."""
    notice = notice_told(asked.search, asked.edition.places, asked.t)
    return [*opening(heading(asked)), *notice, *_elsewhere(asked), *needs_script(asked.t)]


def _elsewhere(asked: Asked) -> list[Node]:
    t, state = asked.t, state_from_search(asked.search)
    if state.organisation is not None:
        name = _name_of(state.organisation, asked.edition)
        address = in_language(organisation_path(state.organisation, name), t.language)
        return [html.P(html.A(name, href=address))] if name else []
    if state.selection.is_empty:
        return []
    fresh = PageState(state.selection, place=state.place)
    address = in_language(list_path(fresh, asked.edition.gazetteer), t.language)
    return [html.P(html.A(t("Voir la liste de ces organisations"), href=address))]


def _name_of(any_id: str, edition: OpenEdition) -> str:
    try:
        return edition.organisation(any_id).name
    except NotFound:
        return ""

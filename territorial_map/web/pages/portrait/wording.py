"""What the parts of a portrait share: figures that lead to their list, links to portraits."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from dash import html

from territorial_map.domain.commune_groups import AnyTerritory, GroupLevel
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.query_string import query_of
from territorial_map.services.portrait import Figure, FigureRow
from territorial_map.services.portrait.place import selection_at
from territorial_map.services.portrait.words import rate_in_words
from territorial_map.web.base.addresses import (
    HOME,
    in_language,
    organisation_path,
    territory_path,
)
from territorial_map.web.base.french import in_french
from territorial_map.web.base.html import Element
from territorial_map.web.base.list_buttons import keep_toggle
from territorial_map.web.base.marks import Node, hidden
from territorial_map.web.base.texts import Texts

PORTRAIT_SCRIPT = "modules/pages/portrait/entry.mjs"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a portrait: where links lead, its title in words, what stands under it."""

    anchor: str
    title: str
    content: list[Node]


def list_address(selection: Selection, t: Texts) -> str:
    """The main screen on a selection: the list that a figure counts, and its map."""
    query = query_of(selection)
    return in_language(f"{HOME}?{query}" if query else HOME, t.language)


def portrait_link(territory: AnyTerritory, t: Texts) -> html.A:
    """A territory, with the way to its portrait."""
    address = in_language(territory_path(territory), t.language)
    return html.A(territory.name, href=address, **in_french(t))


def named_organisation(any_id: str, name: str, t: Texts) -> list[Node]:
    """An organisation on a line of its own: the way to its sheet, and to « Ma liste »."""
    return [organisation_link(any_id, name, t), " ", keep_toggle(any_id, name, t)]


def organisation_link(any_id: str, name: str, t: Texts) -> html.A:
    """The way to the sheet of an organisation."""
    address = in_language(organisation_path(any_id, name), t.language)
    return html.A(name, href=address, **in_french(t))


def counted(figure: Figure, address: Callable[[], str], t: Texts) -> Node:
    """A count as a link to the list that it is the length of; unknown is told, never zero."""
    if figure.count is None:
        return Element("span", t("non connu"), {"class": "not-known"})
    if not figure.count:
        return t("0 connue")
    return Element("a", t.number(figure.count), {"href": address()})


def rate_told(figure: Figure, t: Texts) -> Node:
    """How many for 10,000 inhabitants; why there is no rate where it would mean nothing."""
    told = rate_in_words(figure, t)
    if figure.count is None:
        return [told, hidden(t("non connu"))]
    if figure.rate is None and figure.count:
        return Element("span", told, {"class": "hint", "title": t("trop peu pour un taux")})
    return told


def figure_cells(
    figure: Figure, row: FigureRow, territory: AnyTerritory | None, t: Texts
) -> list[Element]:
    """A count that leads to its list in a territory (``None``: France), and its rate."""

    def address() -> str:
        where = (territory.level, territory.code) if territory is not None else None
        named_by_somebody = where is not None and where[0] is GroupLevel.GROUP
        listed = _listed_in if named_by_somebody else _remembered
        return in_language(listed(where, row.dimension, row.value), t.language)

    return [
        Element("td", counted(figure, address, t), {"class": "number"}),
        Element("td", rate_told(figure, t), {"class": "number"}),
    ]


def _listed_in(
    where: tuple[TerritoryLevel | GroupLevel, str] | None, dimension: str, value: str
) -> str:
    """The address of a value of a filter in a territory."""
    selection = selection_at(*where) if where is not None else Selection()
    if dimension:
        selection = selection.choosing(dimension, [value])
    query = query_of(selection)
    return f"{HOME}?{query}" if query else HOME


# Wider territories come on every portrait; a group's address is long, and its own.
_remembered = lru_cache(maxsize=16_384)(_listed_in)

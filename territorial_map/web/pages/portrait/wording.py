"""What the parts of a portrait share: figures that lead to their list, links to portraits."""

from dataclasses import dataclass

from dash import html

from territorial_map.domain.commune_groups import AnyTerritory
from territorial_map.domain.selection import Selection
from territorial_map.services.explore.query_string import query_of
from territorial_map.services.portrait import Figure, FigureRow
from territorial_map.services.portrait.place import selection_of
from territorial_map.services.portrait.words import rate_in_words
from territorial_map.web.base.addresses import HOME, in_language, territory_path
from territorial_map.web.base.marks import Node, hidden
from territorial_map.web.base.texts import Texts


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
    return html.A(territory.name, href=in_language(territory_path(territory), t.language))


def counted(figure: Figure, selection: Selection, t: Texts, label: str = "") -> Node:
    """A count as a link to the list that it is the length of; unknown is told, never zero.

    ``label`` says to screen readers what is counted, where the column does not.
    """
    if figure.count is None:
        return html.Span(t("non connu"), className="not-known")
    if not figure.count:
        return t("0 connue")
    told: list[Node] = [t.number(figure.count)]
    if label:
        told.append(hidden(f" {label}"))
    return html.A(told, href=list_address(selection, t))


def rate_told(figure: Figure, t: Texts) -> Node:
    """How many for 10,000 inhabitants; why there is no rate where it would mean nothing."""
    told = rate_in_words(figure, t)
    if figure.count is None:
        return [told, hidden(t("non connu"))]
    if figure.rate is None and figure.count:
        return html.Span(told, className="hint", title=t("trop peu pour un taux"))
    return told


def figure_cells(
    figure: Figure, row: FigureRow, territory: AnyTerritory | None, t: Texts
) -> list[html.Td]:
    """A count that leads to its list in a territory (``None``: France), and its rate."""
    selection = selection_of(territory)
    if row.dimension:
        selection = selection.choosing(row.dimension, [row.value])
    return [
        html.Td(counted(figure, selection, t), className="number"),
        html.Td(rate_told(figure, t), className="number"),
    ]

"""The words of portraits: what a territory is, what a figure says, the list behind it."""

from dataclasses import dataclass

from dash import html

from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.services.explore.query_string import query_of
from territorial_map.services.portrait import Figure
from territorial_map.web.base.addresses import HOME, in_language, territory_path
from territorial_map.web.base.marks import Node, hidden
from territorial_map.web.base.texts import Texts

_LEAST_TOLD = 0.01


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a portrait: where links lead, its title in words, what stands under it."""

    anchor: str
    title: str
    content: list[Node]


def level_in_words(level: TerritoryLevel, t: Texts) -> str:
    """A level as people say it."""
    if level is TerritoryLevel.EPCI:
        return t("Intercommunalité (EPCI)")
    return t(level.label)


def what_it_is(territory: Territory, communes: int | None, t: Texts) -> str:
    """« Intercommunalité (EPCI) · 54 communes · 226 240 habitants »."""
    parts = [level_in_words(territory.level, t)]
    if communes:
        parts.append(t.plural("{n} commune", "{n} communes", communes))
    if territory.population is not None:
        parts.append(t.plural("{n} habitant", "{n} habitants", territory.population))
    else:
        parts.append(t("population non connue"))
    return " · ".join(parts)


def list_address(selection: Selection, t: Texts) -> str:
    """The main screen on a selection: the list that a figure counts, and its map."""
    query = query_of(selection)
    return in_language(f"{HOME}?{query}" if query else HOME, t.language)


def portrait_link(territory: Territory, t: Texts) -> html.A:
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


def rate_in_words(figure: Figure, t: Texts) -> Node:
    """How many for 10,000 inhabitants; a dash with its reason where that means nothing."""
    if figure.rate is not None and figure.rate < _LEAST_TOLD:
        return f"< {t.quantity(_LEAST_TOLD, 2)}"
    if figure.rate is not None:
        return t.quantity(figure.rate, 2 if figure.rate < 1 else 1)
    if figure.count is None:
        return ["—", hidden(t("non connu"))]
    return ["—", hidden(t("trop peu pour un taux"))]

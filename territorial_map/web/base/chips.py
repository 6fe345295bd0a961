"""Active filters: each in words, with the selection that remains without it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from dash import html

from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.text import fold
from territorial_map.services.explore.names import PRACTICE, Names
from territorial_map.services.explore.understood_words import place_told_apart, value_of
from territorial_map.services.source_words import source_in_words
from territorial_map.web.base.marks import icon, page_link
from territorial_map.web.base.practices.wording import practice_in_words
from territorial_map.web.base.state import PageState
from territorial_map.web.base.texts import Texts

_MOST_APART = 3
_ACRONYM = re.compile(r"\(([A-Z]{2,})\)$")


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """One filter that can be taken off: its words, and the selection without it."""

    words: str
    without: Selection


def value_in_words(name: str, value: str, names: Names, t: Texts) -> str:
    """A chosen value as people say it: a label, a territory's name, else the value itself."""
    if name in TerritoryLevel.codes():
        return names.territory(TerritoryLevel(name), value)
    if name == PRACTICE:
        return practice_in_words(value, names.practices, t)
    if name in names.zones:
        return names.zone(name, value)
    if name == "source":
        return source_in_words(value, t)
    return t(BY_NAME[name].label_of(value))


def active_filters(state: PageState, names: Names, t: Texts) -> tuple[ActiveFilter, ...]:
    """Every filter of the selection, one per chosen value; many of one dimension are one."""
    selection = state.selection
    found = [
        ActiveFilter(_told(name, together, names, t), selection.choosing(name, others))
        for name, values in selection.choices
        for together, others in _taken_off(values)
    ]
    if selection.around is not None:
        found.append(
            ActiveFilter(radius_in_words(state, names, t), replace(selection, around=None))
        )
    if selection.text:
        found += [
            ActiveFilter(
                t(
                    "{filter} : {value}",
                    filter=t(part.what.label).capitalize(),
                    value=value_of(part, names.gazetteer, t),
                ),
                replace(selection, text=part.without, meaning=None),
            )
            for part in names.understood(selection.text).parts
        ]
    if selection.window is not None:
        found.append(ActiveFilter(t("Zone de la carte"), selection.without_window()))
    return tuple(found)


def _taken_off(values: tuple[str, ...]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The values of each filter of a dimension, and those that stay without it.

    >>> _taken_off(("esat", "ea"))
    [(('esat',), ('ea',)), (('ea',), ('esat',))]
    """
    if len(values) > _MOST_APART:
        return [(values, ())]
    return [((value,), tuple(other for other in values if other != value)) for value in values]


def _told(name: str, values: tuple[str, ...], names: Names, t: Texts) -> str:
    """« Dispositif : ESAT, EA, AI, EI »: by their acronyms where they are many."""
    words = [value_in_words(name, value, names, t) for value in values]
    if len(values) > 1:
        words = [found[1] if (found := _ACRONYM.search(told)) else told for told in words]
    return t("{filter} : {value}", filter=t(BY_NAME[name].label), value=", ".join(words))


def place_name(state: PageState, names: Names) -> str:
    """The commune of a radius, with its département where others bear its name; else empty."""
    level, _, code = (state.place or "").partition(":")
    if level not in TerritoryLevel.codes() or not code:
        return ""
    territory = names.gazetteer.get(TerritoryLevel(level), code)
    if territory is None:
        return ""
    alike = [t for t in names.gazetteer.named(fold(territory.name)) if t.level is territory.level]
    return place_told_apart(territory, names.gazetteer) if len(alike) > 1 else territory.name


def radius_in_words(state: PageState, names: Names, t: Texts) -> str:
    """« À 20 km autour de Romans-sur-Isère »."""
    around = state.selection.around
    if around is None:
        return ""
    radius = t.radius(around.radius_km)
    name = place_name(state, names)
    if name:
        return t("À {radius} autour de {place}", radius=radius, place=name)
    return t("À {radius} autour du point choisi", radius=radius)


def chips(
    filters: tuple[ActiveFilter, ...],
    address_of: Callable[[Selection], str],
    cleared: str,
    t: Texts,
) -> list[html.Li]:
    """One removable chip per filter, and one for all; ``address_of`` leads to a selection."""
    if not filters:
        return []
    nodes = [
        html.Li(
            page_link(
                [html.Span(active.words), icon("x")],
                address_of(active.without),
                label=t("Retirer le filtre {filter}", filter=active.words),
                class_name="chip",
            )
        )
        for active in filters
    ]
    all_off = [icon("rotate-ccw"), t("Tout effacer")]
    return [*nodes, html.Li(page_link(all_off, cleared, class_name="clear-all"))]


def selection_in_words(filters: tuple[ActiveFilter, ...], t: Texts) -> str:
    """The whole selection as one line, for paper."""
    return " · ".join(active.words for active in filters) or t("Toutes les organisations")

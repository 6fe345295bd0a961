"""The figure of a territory behind the points of a map that leaves: its areas, by class, in words.

Only where a list is that of a figure: all organisations of a territory, or those of one value.
"""

from contextlib import suppress
from dataclasses import dataclass

from territorial_map.domain.commune_groups import AnyTerritory, GroupLevel
from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.domain.map_classes import MAPPED
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.map_background import Ring, rings_of
from territorial_map.services.outline_paths import FILLS
from territorial_map.services.portrait.choropleth import (
    EVERYBODY,
    Choropleth,
    MapArea,
    MappedFigure,
    choropleth_of,
)
from territorial_map.services.portrait.place import place_of, selection_of
from territorial_map.services.portrait.words import figure_name, number_told, range_told
from territorial_map.services.portrait.zones import named_group, zone_at
from territorial_map.services.texts import Texts


@dataclass(frozen=True, slots=True)
class FigureArea:
    """A territory's rings in degrees and its figure in words; no ``fill``: none, or not known."""

    name: str
    told: str
    fill: str
    known: bool
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class FigureMap:
    """The areas of a figure, the most first, and the words of each class with its fill.

    The last two classes are those without colour: none known, then not known.
    """

    title: str
    areas: tuple[FigureArea, ...]
    classes: tuple[tuple[str, str], ...]


def figure_map(edition: OpenEdition, selection: Selection, t: Texts) -> FigureMap | None:
    """The map of the figure whose list a selection is; ``None`` where it is none, or not mapped."""
    territory = _territory(edition, selection)
    figure = _figure(selection)
    if territory is None or selection != figure.within(selection_of(territory)):
        return None
    drawn = choropleth_of(edition, place_of(edition, territory), figure)
    if drawn is None:
        return None
    areas = tuple(_area(one, t) for one in drawn.areas)
    return FigureMap(figure_name(figure, t), areas, _classes(drawn, t))


def _territory(edition: OpenEdition, selection: Selection) -> AnyTerritory | None:
    """The one territory that a selection names, of any level."""
    communes = selection.chosen(TerritoryLevel.COMMUNE.value)
    with suppress(BadParameter, NotFound):  # an older edition, or more communes than a group has
        if len(communes) > 1:
            return named_group(edition, ",".join(communes))
        for zone in (GroupLevel.EMPLOYMENT_ZONE, GroupLevel.LIVING_AREA):
            for code in selection.chosen(zone.value):
                return zone_at(edition, zone, code)
    for level in TerritoryLevel:
        for code in selection.chosen(level.value):
            return edition.gazetteer.get(level, code)
    return None


def _figure(selection: Selection) -> MappedFigure:
    chosen = [(name, value) for name in sorted(MAPPED) for value in selection.chosen(name)]
    return MappedFigure(*chosen[0]) if len(chosen) == 1 else EVERYBODY


def _area(one: MapArea, t: Texts) -> FigureArea:
    fill = FILLS[one.rank - 1] if one.rank else ""
    told, known = number_told(one.count, t), one.count is not None
    return FigureArea(one.territory.name, told, fill, known, rings_of(one.outline))


def _classes(drawn: Choropleth, t: Texts) -> tuple[tuple[str, str], ...]:
    told = [(range_told(one, t), one.areas) for one in drawn.classes]
    told += [(t("0 connue"), drawn.zero), (t("non connu de nos sources"), drawn.unknown)]
    words = [f"{name} ({t.plural('{n} territoire', '{n} territoires', n)})" for name, n in told]
    return tuple(zip(words, (*FILLS[: len(drawn.classes)], "", ""), strict=True))

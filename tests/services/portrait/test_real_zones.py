"""Zones and groups of real communes: every figure is the length of its list, and of its records."""

import random

import pytest

from territorial_map.domain.commune_groups import CommuneGroup, GroupLevel
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait import FigureRow, portrait_of
from territorial_map.services.portrait.choropleth import EVERYBODY, MappedFigure, choropleth_of
from territorial_map.services.portrait.place import place_of, selection_of
from territorial_map.services.portrait.zones import inhabited_zones, named_group

pytestmark = pytest.mark.edition
DRAWN = 8


def sampled(edition: OpenEdition) -> list[CommuneGroup]:
    """Zones of each kind drawn once and for all, then a group over two départements."""
    draw, chosen = random.Random(19), []
    for level in (GroupLevel.EMPLOYMENT_ZONE, GroupLevel.LIVING_AREA):
        zones = [one for one in inhabited_zones(edition) if one.level is level]
        chosen += draw.sample(sorted(zones, key=lambda one: one.code), DRAWN)
    return [*chosen, named_group(edition, "26362,26281,07102", "Rives du Rhône")]


def length(edition: OpenEdition, selection: Selection) -> int:
    return edition.page(selection, Order.NAME, 1).total


def rows_of(edition: OpenEdition, one: CommuneGroup) -> list[FigureRow]:
    found = portrait_of(edition, one).figures
    return [found.total, *found.kinds, *found.devices, *found.trades, found.trade_unknown]


def test_every_figure_of_zones_and_groups_is_the_length_of_its_list(
    real_edition: OpenEdition,
) -> None:
    chosen = sampled(real_edition)
    figures = [
        (selection_of(one).choosing(row.dimension, [row.value]), row.here.count)
        if row.dimension
        else (selection_of(one), row.here.count)
        for one in chosen
        for row in rows_of(real_edition, one)
    ]
    lengths = [length(real_edition, selection) for selection, _ in figures]

    assert len(chosen) == 2 * DRAWN + 1
    assert sum(n > 0 for n in lengths) > 100
    wrong = [
        (selection, told, n)
        for (selection, told), n in zip(figures, lengths, strict=True)
        if told not in ({None, 0} if n == 0 else {n})
    ]
    assert wrong == []


def test_a_zone_holds_the_records_of_its_communes(real_edition: OpenEdition) -> None:
    chosen = sampled(real_edition)
    told = [portrait_of(real_edition, one) for one in chosen]
    communes = [row.place.commune_code for row in real_edition.organisations(Selection())]

    assert sum(bool(one.organisations) for one in told) >= 2 * DRAWN
    assert [one.organisations for one in told] == [
        sum(code in one.codes for code in communes) for one in chosen
    ]
    assert [sum(kind.organisations for kind in one.facts.kinds) for one in told] == [
        one.organisations for one in told
    ]
    assert [sum(kind.with_trade for kind in one.facts.kinds) for one in told] == [
        one.facts.with_trade for one in told
    ]


@pytest.mark.parametrize("figure", [EVERYBODY, MappedFigure("device", "aci")])
def test_every_area_of_their_maps_is_the_length_of_its_list(
    real_edition: OpenEdition, figure: MappedFigure
) -> None:
    drawn = [
        choropleth_of(real_edition, place_of(real_edition, one), figure)
        for one in sampled(real_edition)
    ]
    areas = [area for one in drawn if one is not None for area in one.areas]
    told = [(area.count or 0, length(real_edition, area.behind)) for area in areas]

    assert len(told) > 200
    assert any(count for count, _ in told)
    assert [pair for pair in told if pair[0] != pair[1]] == []

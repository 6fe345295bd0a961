"""Portraits of real territories: each figure counted again in the records themselves."""

import random
from collections import Counter
from typing import NamedTuple

import pytest

from territorial_map.domain.alike import ALIKE, PlaceTrait
from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.listing import Order
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.queries.portrait import counts_in, stored_counts
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait import alike_of, portrait_of
from territorial_map.services.portrait.beside import COUNTED
from territorial_map.services.portrait.gaps import gaps_of
from territorial_map.services.portrait.held import held_of

pytestmark = pytest.mark.edition


class TraitExpected(NamedTuple):
    """The massif and the attraction area of most inhabitants."""

    massif: str
    attraction: str


SAMPLED = {
    TerritoryLevel.REGION: 5,
    TerritoryLevel.DEPARTMENT: 10,
    TerritoryLevel.EPCI: 25,
    TerritoryLevel.COMMUNE: 40,
}


def sampled(edition: OpenEdition) -> list[Territory]:
    """Territories drawn once and for all, the EPCI of Valence first, overseas in them."""
    chosen = [edition.territory(TerritoryLevel.EPCI, "200068781").territory]
    chosen.append(edition.territory(TerritoryLevel.DEPARTMENT, "973").territory)
    draw = random.Random(19)
    for level, n in SAMPLED.items():
        chosen += draw.sample(sorted(edition.gazetteer.of_level(level), key=lambda t: t.code), n)
    return chosen


def lies_in(row: Organisation, territory: Territory) -> bool:
    return bool(getattr(row.place, f"{territory.level.value}_code") == territory.code)


def counted(
    edition: OpenEdition, territory: Territory
) -> tuple[int, dict[str, int], dict[str, int], int]:
    """What the portrait says: all of them, by kind, by device, and with a telephone."""
    portrait = portrait_of(edition, territory)
    kinds, devices = (
        {row.value: row.here.count for row in rows if row.here.count}
        for rows in (portrait.figures.kinds, portrait.figures.devices)
    )
    return portrait.organisations, kinds, devices, portrait.facts.with_phone


def test_the_figures_of_real_territories_are_counted_again(real_edition: OpenEdition) -> None:
    everybody: list[Organisation] = list(real_edition.organisations(Selection()))
    chosen = sampled(real_edition)
    there = {one: [row for row in everybody if lies_in(row, one)] for one in chosen}

    assert sum(map(bool, there.values())) > 30
    assert [counted(real_edition, one) for one in chosen] == [
        (
            len(rows),
            Counter(row.kind.value for row in rows),
            Counter(device.value for row in rows for device in row.devices),
            sum(row.phone is not None for row in rows),
        )
        for rows in there.values()
    ]


def values_of(row: Organisation, built_on: str) -> list[tuple[str, str]]:
    """Every filter and value that portraits count a record for; blank for all records."""
    told = [("", "")]
    for name in COUNTED:
        told += [(name, value) for value in BY_NAME[name].values_on(row, built_on)]
    return told


@pytest.mark.parametrize("level", list(TerritoryLevel))
def test_every_count_of_every_territory_is_that_of_its_records(
    real_edition: OpenEdition, level: TerritoryLevel
) -> None:
    built_on = real_edition.edition.built_on
    expected = Counter(
        (code, *told)
        for row in real_edition.organisations(Selection())
        if (code := getattr(row.place, f"{level.value}_code"))
        for told in values_of(row, built_on)
    )
    codes = {code for code, _, _ in expected}
    statements = [counts_in(level, codes, COUNTED)]
    if held_of(real_edition).counted:
        statements.append(stored_counts(level, codes))

    assert len(expected) > 100
    with real_edition.file.connect() as connection:
        for statement in statements:
            rows = connection.execute(statement).fetchall()
            told = {(row.code, row.dimension, row.value): row.organisations for row in rows}
            assert told == expected


def test_alike_territories_are_counted_as_in_their_own_portraits(real_edition: OpenEdition) -> None:
    compared = 0
    for level, code in ((TerritoryLevel.EPCI, "200068781"), (TerritoryLevel.DEPARTMENT, "973")):
        portrait = portrait_of(real_edition, real_edition.territory(level, code).territory)
        assert portrait.alike is not None
        others = [one.territory for one in portrait.alike.territories]
        assert len(others) == ALIKE
        figures = [portrait_of(real_edition, one).figures for one in others]
        for rank, row in enumerate(portrait.figures.kinds):
            theirs = [each.kinds[rank].here.count for each in figures]
            assert row.alike is not None
            assert list(row.alike.counts) == theirs
            compared += sum(count is not None for count in theirs)
    assert compared > 50


@pytest.mark.parametrize(
    ("level", "code", "expected"),
    [
        (TerritoryLevel.EPCI, "200068781", TraitExpected("none", "large")),
        (TerritoryLevel.DEPARTMENT, "05", TraitExpected("alpes", "middle")),
    ],
)
def test_what_real_territories_are_like(
    real_edition: OpenEdition, level: TerritoryLevel, code: str, expected: TraitExpected
) -> None:
    alike = alike_of(real_edition, real_edition.territory(level, code).territory)

    assert alike is not None
    told = {fact.trait: fact.term.value for fact in alike.traits}
    assert (told[PlaceTrait.MASSIF], told[PlaceTrait.ATTRACTION]) == expected


def test_what_is_known_of_a_gap_is_the_length_of_the_list_behind(
    real_edition: OpenEdition,
) -> None:
    chosen = (
        *sampled(real_edition),
        *sorted(real_edition.gazetteer.of_level(TerritoryLevel.REGION), key=lambda one: one.code),
    )
    found = [gap for one in chosen for gap in gaps_of(real_edition, one) or ()]

    assert len(found) > 10
    assert any(gap.dimension == "sector" for gap in found)
    assert [gap.known for gap in found] == [
        real_edition.page(gap.behind, Order.NAME, 1).total for gap in found
    ]

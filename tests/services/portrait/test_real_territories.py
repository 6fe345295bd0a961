"""Portraits of real territories: each figure counted again in the records themselves."""

import random
from collections import Counter

import pytest

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait import portrait_of

pytestmark = pytest.mark.edition
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

"""What sources cover: counted as organisations say it, and zero told as unknown."""

from collections import Counter

import pytest

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import Kind, SectorOrigin, SizeBand
from territorial_map.services.coverage import LEVELS, coverage_of, coverage_within
from territorial_map.services.coverage.words import known_here
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.texts import Texts


@pytest.fixture
def organisations(small_edition: OpenEdition) -> list[Organisation]:
    return list(small_edition.organisations(Selection.of({})))


def test_every_organisation_is_counted_once_with_what_is_known_of_it(
    small_edition: OpenEdition, organisations: list[Organisation]
) -> None:
    (whole,) = coverage_of(small_edition)
    counted = {one.kind: one for one in whole.kinds}

    assert list(counted) == list(Kind)
    assert whole.organisations == len(organisations)
    for kind, one in counted.items():
        told = [row for row in organisations if row.kind is kind]
        assert one.organisations == len(told)
        assert one.with_trade == sum(map(_has_trade, told))
        assert one.with_phone == sum(row.phone is not None for row in told)
        assert one.with_website == sum(row.website is not None for row in told)
        assert one.with_size == sum(row.size is not SizeBand.UNKNOWN for row in told)
        assert sum(source.organisations for source in one.sources) == len(told)


@pytest.mark.parametrize("level", LEVELS)
def test_every_territory_is_there_even_without_an_organisation(
    small_edition: OpenEdition, organisations: list[Organisation], level: TerritoryLevel
) -> None:
    found = coverage_of(small_edition, level)
    expected = Counter(getattr(row.place, f"{level.value}_code") for row in organisations)

    codes = {one.code for one in found}
    assert {one.code for one in small_edition.gazetteer.of_level(level)} <= codes
    assert {one.code: one.organisations for one in found if one.organisations} == expected
    assert sum(one.organisations for one in found) == len(organisations)


def test_where_nothing_is_known_is_told_as_unknown_and_never_as_none(
    small_edition: OpenEdition,
) -> None:
    level, code, kind = next(
        (level, one.code, kind)
        for level in LEVELS
        for one in coverage_of(small_edition, level)
        for kind in one.unknown
        if one.code
    )
    selection = Selection.of({level.value: [code], "kind": [kind.value]})

    assert known_here(small_edition, selection, Texts()) == (
        f"{kind.label}\N{NO-BREAK SPACE}: non connu de nos sources ici",
    )


def test_the_smallest_territory_of_a_selection_is_told(small_edition: OpenEdition) -> None:
    selection = Selection.of({"region": ["84"], "department": ["26"]})
    two = Selection.of({"department": ["26", "07"]})

    covered = coverage_within(small_edition, selection)

    assert covered is not None
    assert covered.code == "26"
    assert coverage_within(small_edition, two) is None
    assert coverage_within(small_edition, Selection.of({})) is None


def _has_trade(row: Organisation) -> bool:
    told = any(claim.origin is not SectorOrigin.PROGRAMME for claim in row.sectors)
    return told or bool(row.pole and row.pole.activities)

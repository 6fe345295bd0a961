"""What sources cover: counted as organisations say it, and zero told as unknown."""

from collections import Counter
from xml.etree import ElementTree as ET

import pytest

from territorial_map.domain.edition import EditionReport, LayerCount
from territorial_map.domain.geo import Point
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.selection import Around, Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import Kind, SectorOrigin, SizeBand
from territorial_map.domain.zoning_terms import ZoningKind
from territorial_map.services.coverage import (
    LEVELS,
    coverage_at,
    coverage_of,
    coverage_within,
    zonings_in_words,
    zonings_of,
)
from territorial_map.services.coverage.map import coverage_map
from territorial_map.services.coverage.words import known_here
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.texts import Texts

SVG = "{http://www.w3.org/2000/svg}"


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
        assert one.with_naf == sum(row.naf is not None for row in told)
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


def test_a_zoning_that_is_not_loaded_is_not_known_rather_than_none() -> None:
    layer = LayerCount(ZoningKind.DENSITY, "2026", (("1", "Grands centres"), ("7", "Rural")))
    told = zonings_of(EditionReport((), layers=(layer,)))
    words = dict(zip(ZoningKind, zonings_in_words(told, Texts()), strict=True))

    assert [one.kind for one in told] == list(ZoningKind)
    assert "2 zones (2026)" in words.pop(ZoningKind.DENSITY)
    assert len(words) == len(ZoningKind) - 1
    assert all("non connu" in sentence for sentence in words.values())


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

    assert known_here(small_edition, selection, Texts())[1:] == (
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


def test_a_commune_and_a_circle_are_told_by_their_epci(small_edition: OpenEdition) -> None:
    romans = small_edition.gazetteer.get(TerritoryLevel.COMMUNE, "26281")
    assert romans is not None
    assert romans.point is not None

    by_commune = coverage_within(small_edition, Selection.of({"commune": ["26281"]}))
    by_circle = coverage_within(small_edition, Selection.of({}, around=Around(romans.point, 10)))
    nowhere = coverage_within(small_edition, Selection.of({}, around=Around(Point(-30, 40), 10)))

    assert by_commune is not None
    assert by_commune.code == romans.epci_code
    assert by_circle == by_commune
    assert nowhere is None


def test_one_territory_is_told_as_in_the_whole(small_edition: OpenEdition) -> None:
    for level in LEVELS:
        whole = {one.code: one for one in coverage_of(small_edition, level)}
        told = [code for code, one in whole.items() if code and one.organisations]

        assert told
        for code in told:
            assert coverage_at(small_edition, level, code) == whole[code]


def areas_of(drawing: str) -> dict[str, ET.Element]:
    paths = ET.fromstring(drawing).iter(f"{SVG}path")  # noqa: S314 - made by us
    return {area.get("data-code", ""): area for area in paths if area.get("data-code")}


def test_the_map_draws_every_department_with_its_count(small_edition: OpenEdition) -> None:
    counts = {
        one.code: one.organisations for one in coverage_of(small_edition, TerritoryLevel.DEPARTMENT)
    }
    outlines = {shape.territory.code for shape in small_edition.outlines(TerritoryLevel.DEPARTMENT)}

    areas = areas_of(coverage_map(small_edition))

    assert set(areas) == outlines
    assert areas
    for code, area in areas.items():
        assert area.get("data-count") == str(counts.get(code, 0))
        assert f"({code}) : {counts.get(code, 0)}" in "".join(area.itertext())
        assert (area.get("fill") == "url(#none)") is (counts.get(code, 0) == 0)


def test_a_map_of_one_kind_counts_that_kind_alone(small_edition: OpenEdition) -> None:
    counted = {
        one.code: next(each.organisations for each in one.kinds if each.kind is Kind.PTCE)
        for one in coverage_of(small_edition, TerritoryLevel.DEPARTMENT)
    }

    areas = areas_of(coverage_map(small_edition, Kind.PTCE))

    shown = {code: int(area.get("data-count", "")) for code, area in areas.items()}
    assert shown
    assert shown == {code: counted.get(code, 0) for code in shown}


def _has_trade(row: Organisation) -> bool:
    told = any(claim.origin is not SectorOrigin.PROGRAMME for claim in row.sectors)
    return told or bool(row.pole and row.pole.activities)

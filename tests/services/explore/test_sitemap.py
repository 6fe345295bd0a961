"""What search engines are told of: every organisation once, and territories that hold some."""

from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.sitemap import (
    inhabited,
    organisation_count,
    organisation_names,
)
from tests.synthetic import synthetic_organisations

EVERYBODY = [(one.id, one.name) for one in synthetic_organisations()]


def test_slices_side_by_side_are_everybody_once_by_id(small_edition: OpenEdition) -> None:
    count = organisation_count(small_edition)
    slices = [organisation_names(small_edition, 4, offset) for offset in range(0, count, 4)]

    assert count == len(EVERYBODY)
    assert [one for part in slices for one in part] == sorted(EVERYBODY)
    assert [len(part) for part in slices[:-1]] == [4] * (len(slices) - 1)
    assert organisation_names(small_edition, 4, count) == []


def test_territories_are_those_where_somebody_is_the_widest_first(
    small_edition: OpenEdition,
) -> None:
    places = [one.place for one in synthetic_organisations()]
    by_level = {
        TerritoryLevel.REGION: {place.region_code for place in places},
        TerritoryLevel.DEPARTMENT: {place.department_code for place in places},
        TerritoryLevel.EPCI: {place.epci_code for place in places},
        TerritoryLevel.COMMUNE: {place.commune_code for place in places},
    }
    known = [
        (level, code)
        for level, codes in by_level.items()
        for code in sorted(filter(None, codes))
        if small_edition.gazetteer.get(level, code) is not None
    ]

    assert {level for level, _ in known} == set(TerritoryLevel)
    assert [(one.level, one.code) for one in inhabited(small_edition)] == known

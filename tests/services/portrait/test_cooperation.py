"""Cooperation on a portrait: poles inside and near."""

from collections.abc import Iterator

import pytest

from territorial_map.domain.organisation import Organisation, Place
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.cooperation import NEAR_KM, Cooperation, cooperation_of
from territorial_map.services.portrait.place import place_of
from tests.in_memory import edition_of
from tests.synthetic import organisation, place, place_in_paris


def pole(name: str, where: Place) -> Organisation:
    return organisation(f"synthetic:{name}", kind=Kind.PTCE, name=f"PTCE {name}", place=where)


@pytest.fixture(scope="module")
def edition() -> Iterator[OpenEdition]:
    """Synthetic poles in Romans and in Paris."""
    kept = [pole("inside", place()), pole("far", place_in_paris(2.36))]
    with edition_of(sorted(kept, key=lambda one: one.id)) as opened:
        yield opened


def cooperation(edition: OpenEdition, level: TerritoryLevel, code: str) -> Cooperation:
    return cooperation_of(edition, place_of(edition, edition.territory(level, code).territory))


def test_a_pole_is_inside_or_near_and_never_both(edition: OpenEdition) -> None:
    romans = cooperation(edition, TerritoryLevel.COMMUNE, "26281")
    valence = cooperation(edition, TerritoryLevel.COMMUNE, "26362")

    assert [one.id for one in romans.inside] == ["synthetic:inside"]
    assert romans.near == ()
    assert valence.inside == ()
    assert valence.near is not None
    assert [one.id for one in valence.near] == ["synthetic:inside"]
    assert 0 <= (valence.near[0].distance_km or 0) <= NEAR_KM


def test_a_wide_territory_has_no_one_point(edition: OpenEdition) -> None:
    drome = cooperation(edition, TerritoryLevel.DEPARTMENT, "26")

    assert [one.id for one in drome.inside] == ["synthetic:inside"]
    assert drome.near is None

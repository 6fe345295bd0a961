"""Arrondissements, from the first to the last, stand for their commune; nothing else does."""

import pytest

from territorial_map.domain.territory import Territory, TerritoryLevel, commune_of_arrondissement


@pytest.mark.parametrize(
    ("first", "last", "commune"),
    [(75101, 75120, "75056"), (69381, 69389, "69123"), (13201, 13216, "13055")],
)
def test_every_arrondissement_is_its_commune_and_its_neighbours_in_number_are_not(
    first: int, last: int, commune: str
) -> None:
    found = {commune_of_arrondissement(str(code)) for code in range(first, last + 1)}

    assert found == {commune}
    for outside in (first - 1, last + 1):
        assert commune_of_arrondissement(str(outside)) == str(outside)


@pytest.mark.parametrize("code", ["26281", "2A004", "97411", "", "Paris"])
def test_any_other_code_is_its_own_answer(code: str) -> None:
    assert commune_of_arrondissement(code) == code


@pytest.mark.parametrize(("code", "name"), [("", "Romans"), ("26281", "")])
def test_a_territory_without_a_code_or_a_name_is_refused_in_words(code: str, name: str) -> None:
    with pytest.raises(ValueError, match="a territory has a code and a name"):
        Territory(TerritoryLevel.COMMUNE, code, name)

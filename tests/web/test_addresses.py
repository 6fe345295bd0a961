"""Short addresses, and the state of the main screen that each stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.errors import NotFound
from territorial_map.domain.selection import Around, Selection
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.web.base.addresses import (
    list_path,
    organisation_path,
    page_in,
    readable_path,
    slug,
    state_at,
    territory_at,
)
from territorial_map.web.base.state import PageState


def near_romans(edition: OpenEdition, radius_km: float = 30) -> PageState:
    found = edition.gazetteer.communes("26281")[0].point
    assert found is not None
    selection = Selection.of({"device": ["esat"]}, around=Around(found, radius_km))
    return PageState(selection, place="commune:26281")


@given(st.text(max_size=300))
def test_a_slug_is_made_of_words_that_an_address_can_hold(name: str) -> None:
    made = slug(name)

    assert len(made) <= 60
    assert all(c.isascii() and (c.isalnum() or c == "-") for c in made)
    assert slug(made) == made


def test_an_organisation_keeps_its_address_whatever_its_name() -> None:
    assert organisation_path("finess:260012190", "") == "/o/finess:260012190"
    assert organisation_path("a:1/2", "L’Œuvre") == "/o/a:1%2F2/l-oeuvre"


@pytest.mark.parametrize(
    ("choices", "path"),
    [
        ({}, "/"),
        ({"region": ["84"]}, "/dans/region/84-auvergne-rhone-alpes"),
        ({"department": ["26"], "device": ["esat"]}, "/dans/departement/26-drome?device=esat"),
        ({"commune": ["26281"]}, "/dans/commune/26281-romans-sur-isere"),
        ({"department": ["26"], "region": ["84"]}, "/?region=84&department=26"),
        ({"commune": ["26281", "26362"]}, "/?commune=26281&commune=26362"),
    ],
)
def test_a_list_of_territories_goes_there_and_back(
    small_edition: OpenEdition, choices: dict[str, list[str]], path: str
) -> None:
    state = PageState(Selection.of(choices))

    assert sorted(list_path(state, small_edition.gazetteer)) == sorted(path)
    short, _, search = path.partition("?")
    assert readable_path(state, small_edition.gazetteer) == ("" if short == "/" else short)
    assert state_at(short, search, small_edition.gazetteer).state == state


@pytest.mark.parametrize("radius_km", [5, 7.5, 30])
def test_a_radius_around_a_commune_goes_there_and_back(
    small_edition: OpenEdition, radius_km: float
) -> None:
    state = near_romans(small_edition, radius_km)

    path, _, search = list_path(state, small_edition.gazetteer).partition("?")

    assert path == f"/autour/26281-romans-sur-isere/{radius_km:g}-km"
    assert search == "device=esat"
    assert state_at(path, search, small_edition.gazetteer).state == state


def test_a_radius_around_another_point_keeps_its_point(small_edition: OpenEdition) -> None:
    state = PageState(
        Selection.of({}, around=Around(near_romans(small_edition).selection.around.point, 10))  # type: ignore[union-attr]  # it has one
    )

    assert list_path(state, small_edition.gazetteer).startswith("/?near=")


@pytest.mark.parametrize(
    "path",
    ["/territoires/epci/999-nulle-part", "/territoires/canton/26", "/territoires/epci/"],
)
def test_a_territory_that_does_not_exist_is_told(small_edition: OpenEdition, path: str) -> None:
    with pytest.raises(NotFound):
        territory_at(path, small_edition.gazetteer)


@pytest.mark.parametrize(
    "path", ["/autour/99999-atlantide/10-km", "/dans/commune/99999", "/dans/canton/26", "/dans/"]
)
def test_a_place_that_does_not_exist_is_told(small_edition: OpenEdition, path: str) -> None:
    with pytest.raises(NotFound):
        state_at(path, "", small_edition.gazetteer)


@pytest.mark.parametrize(
    ("search", "page"), [("page=3", 3), ("kind=ptce&page=2", 2), ("page=0", 1), ("page=-2", 1)]
)
def test_a_page_of_the_list_is_a_whole_number(search: str, page: int) -> None:
    assert page_in(search) == page

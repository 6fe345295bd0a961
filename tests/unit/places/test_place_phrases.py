"""Which places a question names: the likeliest first, the one that people call by a first word."""

import pytest

from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.ingest.territories import TerritoryReference
from territorial_map.services.explore.gazetteer import Gazetteer
from territorial_map.services.explore.place_phrases import PlacePhrases
from territorial_map.services.explore.typed import Typed
from tests.known import KNOWLEDGE


@pytest.fixture(scope="module")
def gazetteer(reference: TerritoryReference) -> Gazetteer:
    levels = (reference.regions, reference.departments, reference.epci, reference.communes)
    return Gazetteer([t for level in levels for t in level.values()], reference.reader)


@pytest.fixture(scope="module")
def places(gazetteer: Gazetteer) -> PlacePhrases:
    return PlacePhrases(gazetteer, KNOWLEDGE.searching)


def codes(territories: tuple[Territory, ...]) -> list[str]:
    return [each.code for each in territories]


@pytest.mark.parametrize(
    ("phrase", "first"),
    [
        ("romans", "26281"),  # the town, before the hamlets that bear the whole name
        ("die", "26113"),
        ("valence", "26362"),
        ("ain", "01"),  # an area before the communes that begin with it
        ("paris", "75056"),
        ("bourg en bresse", "01053"),
    ],
)
def test_the_likeliest_place_comes_first(places: PlacePhrases, phrase: str, first: str) -> None:
    assert codes(places.named(phrase))[:1] == [first]


def test_namesakes_follow_in_the_order_of_their_size(places: PlacePhrases) -> None:
    communes = [t for t in places.named("saint denis") if t.level is TerritoryLevel.COMMUNE]

    assert len(communes) > 3
    large = [t.population or 0 for t in communes]
    assert large == sorted(large, reverse=True)


def test_a_town_that_is_called_by_its_first_word_keeps_its_namesakes_behind(
    places: PlacePhrases,
) -> None:
    found = places.named("romans")

    assert found[0].name == "Romans-sur-Isère"
    assert "Romans" in [each.name for each in found[1:]]


@pytest.mark.parametrize("phrase", ["saint", "la", "le"])
def test_no_town_is_called_by_what_many_names_begin_with(places: PlacePhrases, phrase: str) -> None:
    assert places.named(phrase) == ()


@pytest.mark.parametrize(
    ("text", "code"), [("valence 82", "82186"), ("Valence Drôme", "26362"), ("82 valence", "82186")]
)
def test_an_area_beside_a_name_tells_which_namesake_is_meant(
    places: PlacePhrases, text: str, code: str
) -> None:
    (found,) = places.find(Typed.of(text), [])

    assert found.territory.code == code
    assert found.led
    assert (found.span.start, found.span.end) == (0, 2)


def test_a_code_is_no_first_word_of_a_name(places: PlacePhrases) -> None:
    assert codes(places.named("26")) == ["26"]


@pytest.mark.parametrize(
    ("name", "codes_told"),
    [
        ("Valence", {"26362", "16392", "82186"}),
        ("Romans", {"01328", "79231"}),
        ("Chaponost", {"69043"}),
    ],
)
def test_every_commune_of_a_very_name_is_told_and_no_other(
    gazetteer: Gazetteer, name: str, codes_told: set[str]
) -> None:
    assert set(codes(gazetteer.communes(name))) == codes_told


def test_a_commune_is_told_by_its_centre_and_an_area_never(gazetteer: Gazetteer) -> None:
    valence = gazetteer.get(TerritoryLevel.COMMUNE, "26362")
    assert valence is not None
    assert valence.point is not None
    assert gazetteer.commune_at(valence.point) == valence
    drome = gazetteer.get(TerritoryLevel.DEPARTMENT, "26")
    assert drome is not None
    assert drome.point is None or gazetteer.commune_at(drome.point) is None

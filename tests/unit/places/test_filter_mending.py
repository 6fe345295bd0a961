"""Filters of an address put right: what a code of yesterday, or half a code, means today."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.language.languages import Language
from territorial_map.ingest.territories import TerritoryReference
from territorial_map.places import PlaceReader
from territorial_map.services.explore.filter_mending import mended, strictly_mended
from territorial_map.services.explore.mends import MendKind, mend_in_words
from territorial_map.services.texts import Texts
from territorial_map.web.base.noticed import notices, readable_search


@pytest.fixture(scope="module")
def places(reference: TerritoryReference) -> PlaceReader:
    return reference.reader


@pytest.mark.parametrize(
    ("asked", "right", "kind"),
    [
        (("commune", "74011"), [("commune", "74010")], MendKind.FORMER),
        (("commune", "69152"), [("commune", "69149")], MendKind.FORMER),
        (("commune", "1053"), [("commune", "01053")], MendKind.WRITTEN),
        (("commune", "2a004"), [("commune", "2A004")], MendKind.WRITTEN),
        (("commune", "97801"), [("department", "978")], MendKind.ELSEWHERE),
        (("commune", "Romans-sur-Isère"), [("commune", "26281")], MendKind.NAMED),
        (("department", "2a"), [("department", "2A")], MendKind.WRITTEN),
        (("department", "1"), [("department", "01")], MendKind.WRITTEN),
        (("department", "20"), [("department", "2A"), ("department", "2B")], MendKind.WRITTEN),
        (("department", "Ain"), [("department", "01")], MendKind.NAMED),
        (("department", "ain"), [("department", "01")], MendKind.NAMED),
        (("region", "4"), [("region", "04")], MendKind.WRITTEN),
        (("region", "82"), [("region", "84")], MendKind.FORMER),
        (("region", "Bretagne"), [("region", "53")], MendKind.NAMED),
        (("near", "45.04,5.05"), [("near", "5.05,45.04")], MendKind.EXCHANGED),
        (("near", "-21.1, 55.5"), [("near", "55.5,-21.1")], MendKind.EXCHANGED),
        (("bbox", "44,4,46,6"), [("bbox", "4,44,6,46")], MendKind.EXCHANGED),
        (("bbox", "46,6,44,4"), [("bbox", "4,44,6,46")], MendKind.EXCHANGED),
        (("bbox", "6,44,4,46"), [("bbox", "4,44,6,46")], MendKind.EDGES),
        (("bbox", "4,46,6,44"), [("bbox", "4,44,6,46")], MendKind.EDGES),
        (("commune", "97150"), [("department", "978")], MendKind.ELSEWHERE),
        (("department", "97150"), [("department", "978")], MendKind.WRITTEN),
        (("commune", "38000"), [("commune", "38185")], MendKind.WRITTEN),
        (("commune", "Évry"), [("commune", "91228")], MendKind.LARGEST),
        (("commune", "mans"), [("commune", "72181")], MendKind.NAMED),
        (("region", "paca"), [("region", "93")], MendKind.NAMED),
        (("commune", "069123"), [("commune", "69123")], MendKind.WRITTEN),
        (("commune", "69123.0"), [("commune", "69123")], MendKind.WRITTEN),
        (("commune", "INSEE 69123"), [("commune", "69123")], MendKind.WRITTEN),
        (("commune", "2B33"), [("commune", "2B033")], MendKind.WRITTEN),
        (("commune", "20004"), [("commune", "2A004")], MendKind.FORMER),
        (
            ("commune", "69123,69152"),
            [("commune", "69123"), ("commune", "69149")],
            MendKind.WRITTEN,
        ),
        (("commune", "Romans-sur-Is%C3%A8re"), [("commune", "26281")], MendKind.NAMED),
        (("commune", "Lyon 3e"), [("commune", "69123")], MendKind.NAMED),
        (("department", "1.0"), [("department", "01")], MendKind.WRITTEN),
        (("department", "D38"), [("department", "38")], MendKind.WRITTEN),
        (("department", "38000"), [("department", "38")], MendKind.WRITTEN),
        (("department", "38,26"), [("department", "26"), ("department", "38")], MendKind.WRITTEN),
        (("department", "38 - Isère"), [("department", "38")], MendKind.NAMED),
        (("region", "084"), [("region", "84")], MendKind.WRITTEN),
        (("region", "R84"), [("region", "84")], MendKind.WRITTEN),
        (("region", "La Réunion"), [("region", "04")], MendKind.NAMED),
        (("region", "guadeloupe"), [("region", "01")], MendKind.NAMED),
        (("region", "FR-ARA"), [("region", "84")], MendKind.NAMED),
        (("department", "73-74"), [("department", "73"), ("department", "74")], MendKind.WRITTEN),
        (("epci", "CC Rhône Crussol"), [("epci", "200041366")], MendKind.NAMED),
        (("epci", "Valence Romans Agglo"), [("epci", "200068781")], MendKind.NAMED),
        (("epci", "200 046 977"), [("epci", "200046977")], MendKind.WRITTEN),
        (("epci", "métropole de lyon"), [("epci", "200046977")], MendKind.NAMED),
    ],
)
def test_a_value_is_put_right_and_a_word_says_so(
    asked: tuple[str, str], right: list[tuple[str, str]], kind: MendKind, places: PlaceReader
) -> None:
    found = mended([("q", "vélo"), asked], places)

    assert list(found.pairs) == [("q", "vélo"), *right]
    assert [mend.kind for mend in found.mends] == [kind]
    words = mend_in_words(found.mends[0], places, Texts())
    assert words.endswith(".")
    known = {"commune": "Commune", "department": "Département", "region": "Région", "epci": "EPCI"}
    assert {**known, "near": "Lieu", "bbox": "Carte"}[asked[0]] in words
    assert not set(words.split()) & {"commune=", "department", "near", "bbox", kind.value}
    assert "{" not in words


@pytest.mark.parametrize(
    ("name", "value", "some"),
    [
        ("department", "99", "2A"),
        ("department", "zz", "974"),
        ("region", "ZZ", "84"),
        ("commune", "99999", None),
        ("commune", "Nulle-Part", None),
        ("commune", "69123,99999", None),
        ("commune", "0000", None),
        ("department", "2C", "2A"),
        ("region", "984", "84"),
        ("epci", "1", None),
    ],
)
def test_what_means_nothing_is_refused_with_what_is_accepted(
    name: str, value: str, some: str | None, places: PlaceReader
) -> None:
    with pytest.raises(BadParameter) as refused:
        strictly_mended([(name, value)], places)

    assert (refused.value.parameter, refused.value.value) == (name, value)
    assert some is None or some in refused.value.allowed
    assert "inconnu" in refused.value.problem or "SIREN" in refused.value.problem


@pytest.mark.parametrize(("name", "value"), [("near", "45.04,5.05"), ("bbox", "44,4,46,6")])
def test_exchanged_coordinates_are_told_with_the_right_ones(
    name: str, value: str, places: PlaceReader
) -> None:
    with pytest.raises(BadParameter, match="échangées") as refused:
        strictly_mended([(name, value)], places)

    assert refused.value.allowed


@pytest.mark.parametrize(
    "pair",
    [
        ("commune", "26281"),
        ("commune", "75113"),
        ("department", "978"),
        ("region", "04"),
        ("epci", "200054781"),
        ("near", "5.05,45.04"),
        ("near", "0,0"),
        ("bbox", "-61.9,15.8,-60.9,16.6"),
        ("bbox", "x"),
        ("kind", "foo"),
    ],
)
def test_what_is_right_or_another_s_to_judge_is_left_alone(
    pair: tuple[str, str], places: PlaceReader
) -> None:
    assert mended([pair], places) == mended([], places).__class__((pair,))


@given(value=st.text(max_size=12), name=st.sampled_from(["commune", "department", "region"]))
@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_putting_right_twice_is_putting_right_once(
    name: str, value: str, places: PlaceReader
) -> None:
    once = mended([(name, value)], places)

    again = mended(once.pairs, places)

    assert again.pairs == once.pairs
    assert all(mend.taken_off for mend in again.mends)


@pytest.mark.parametrize(
    ("name", "some"),
    [
        ("Saint-Denis", {"93066", "97411"}),
        ("Valence", {"26362", "82186"}),
        ("saint pierre", {"97416", "97225"}),
    ],
)
def test_a_name_of_several_communes_is_told_with_them(
    name: str, some: set[str], places: PlaceReader
) -> None:
    found = mended([("commune", name), ("q", "vélo")], places)
    (mend,) = found.mends

    assert found.pairs == (("commune", name), ("q", "vélo"))
    assert (mend.kind, mend.taken_off, mend.now) == (MendKind.SEVERAL, True, ())
    assert some <= {code for _, code in mend.others}
    assert all(code in mend_in_words(mend, places, Texts()) for code in some)
    assert "which" in mend_in_words(mend, places, Texts(Language.ENGLISH))
    with pytest.raises(BadParameter, match="plusieurs communes") as refused:
        strictly_mended([("commune", name)], places)
    assert some <= set(refused.value.allowed)


def test_the_largest_of_namesakes_is_taken_and_the_others_are_named(places: PlaceReader) -> None:
    (mend,) = mended([("commune", "Évry")], places).mends

    assert mend.now == (("commune", "91228"),)
    assert ("commune", "89162") in mend.others
    assert "(ou Évry (89162))" in mend_in_words(mend, places, Texts())


def test_a_page_asked_for_a_name_of_several_shows_the_rest_and_names_them(
    places: PlaceReader,
) -> None:
    search = readable_search("commune=Saint-Denis&kind=ess_actor", places)

    assert search == "kind=ess_actor&noticed=commune:Saint-Denis"
    (told,) = notices(["commune:Saint-Denis"], places, Texts())
    assert "Saint-Denis (93066)" in told
    assert "Saint-Denis (97411)" in told

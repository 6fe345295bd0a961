"""The name of an area inside a name tells where an organisation is, not which one it is."""

import pytest

from territorial_map.domain.matching.agreement import NameAgreement
from territorial_map.domain.matching.terms import MatchVerdict, NumberLevel, Why
from territorial_map.domain.matching.verdict import EVERY, decide
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.matching.names import compare, read_name
from territorial_map.services.matching.places import area_words
from tests.unit.matching.plain_weights import BY_RATIO, NAMED, candidate, verdict

NOWHERE: frozenset[str] = frozenset()


def compared(row: str, other: str, *areas: tuple[str, ...]) -> NameAgreement:
    names = read_name(row), read_name(other)
    return compare(*names, lambda _: 0.8, ("", ""), NOWHERE, areas)


GUYANE, SEINE = ("guyane",), ("seine", "saint", "denis")


@pytest.mark.parametrize(
    ("row", "other", "area"),
    [
        ("Ligue de Guyane", "BTP Guyane", GUYANE),
        ("GUYANE", "BTP Guyane", GUYANE),
        ("Guyane Ligue", "Guyane", GUYANE),
        ("Région Guyane", "BTP Guyane", GUYANE),
        ("Danse en Seine-Saint-Denis", "Régie de la Seine-St-Denis", SEINE),
    ],
)
def test_names_that_share_an_area_alone_are_unlike(
    row: str, other: str, area: tuple[str, ...]
) -> None:
    assert not compared(row, other).unlike
    assert compared(row, other, area).unlike


@pytest.mark.parametrize(
    ("row", "other", "area"),
    [
        ("Adapei Guyane", "Adapei de Guyane", GUYANE),
        ("Adapei", "Adapei Guyane", GUYANE),
        ("ESAT Guyane", "ESAT de Guyane", GUYANE),
        ("La Seine", "La Seine", SEINE),
        ("Danse Saint-Denis", "Danse Saint-Denis", SEINE),
    ],
)
def test_names_that_share_more_are_alike_with_or_without_their_area(
    row: str, other: str, area: tuple[str, ...]
) -> None:
    assert compared(row, other, area).alike


def test_the_areas_of_an_organisation_are_its_departement_and_its_region(
    small_edition: OpenEdition,
) -> None:
    places = small_edition.places

    assert area_words("26", places) == (("drome",), ("auvergne", "rhone", "alpes"))
    assert area_words(None, places) == ()
    assert area_words("99", places) == ()


LIKELY = NameAgreement(0.59, 0.0, 0.0, 0.0)


def test_a_place_alone_designates_nobody() -> None:
    decision = verdict(NAMED, candidate("a", LIKELY, siren=None))

    assert LIKELY.unlike
    assert (decision.verdict, decision.candidates) == (MatchVerdict.UNKNOWN, ())
    assert decision.why is Why.NOT_KNOWN


@pytest.mark.parametrize("level", [NumberLevel.NEAR, NumberLevel.SIREN])
def test_what_a_number_nearly_tells_is_offered_whatever_its_name(level: NumberLevel) -> None:
    decision = verdict(NAMED, candidate("a", LIKELY, siren=None, level=level))

    assert (decision.verdict, decision.why) == (MatchVerdict.AMBIGUOUS, Why.NOT_SURE)


def test_all_are_shown_to_whoever_asks_for_all() -> None:
    decision = decide(NAMED, [candidate("a", LIKELY, siren=None)], BY_RATIO, EVERY)

    assert decision.verdict is MatchVerdict.UNKNOWN
    assert [ranked.id for ranked in decision.candidates] == ["synthetic:a"]

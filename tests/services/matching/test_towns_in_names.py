"""The town behind a name is evidence, on the default edition: its organisations come first."""

import pytest

from territorial_map.domain.matching.list_row import Given
from territorial_map.domain.matching.terms import WORTH_CHOOSING, MatchVerdict, PlaceLevel
from territorial_map.domain.matching.verdict import EVERY, MatchDecision
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.matching.matcher import match_rows
from territorial_map.services.matching.named_towns import place_in_name
from territorial_map.services.matching.places import RowPlace
from tests.known import KNOWLEDGE

pytestmark = pytest.mark.edition
SAINT_ETIENNE, EYSINES = "finess:420783854", "finess:330783085"  # both « Bel Air »


def matched(edition: OpenEdition, given: Given, least: float = WORTH_CHOOSING) -> MatchDecision:
    """What is said of one row."""
    [decision] = match_rows(edition, [given], KNOWLEDGE.matching, least)
    return decision


@pytest.mark.parametrize(
    "name",
    [
        "ESAT Bel Air, Saint-Étienne",
        "ESAT Bel Air - Saint-Étienne",
        "ESAT Bel Air (Saint-Étienne)",
        "ESAT Bel Air Saint-Étienne",
        "ESAT Bel Air à St Etienne",
        "ESAT Bel Air, 42000 Saint-Étienne",
        "Bel Air, SAINT-ETIENNE CEDEX 2",
    ],
)
def test_an_organisation_of_the_town_in_the_name_comes_first(
    real_edition: OpenEdition, name: str
) -> None:
    decision = matched(real_edition, Given(2, name=name))

    assert [each.id for each in decision.candidates] == [SAINT_ETIENNE]


@pytest.mark.parametrize("given", [Given(2, name="ESAT Bel Air", city="Saint-Étienne")])
def test_the_town_of_a_cell_does_the_same(real_edition: OpenEdition, given: Given) -> None:
    assert [each.id for each in matched(real_edition, given).candidates] == [SAINT_ETIENNE]


@pytest.mark.parametrize("department", ["ESAT Bel Air (42)", "ESAT Bel Air, Loire"])
def test_a_departement_in_the_name_puts_its_own_first(
    real_edition: OpenEdition, department: str
) -> None:
    decision = matched(real_edition, Given(2, name=department), EVERY)

    assert decision.candidates[0].id == SAINT_ETIENNE
    assert EYSINES not in {each.id for each in decision.candidates if each.score > EVERY}


@pytest.mark.parametrize(
    "given",
    [
        Given(2, name="ESAT Bel Air, Lyon"),
        Given(2, name="ESAT Bel Air", city="Lyon"),
        Given(2, name="ESAT Bel Air Lyon"),
    ],
    ids=str,
)
def test_a_namesake_of_another_departement_is_not_offered_for_a_told_town(
    real_edition: OpenEdition, given: Given
) -> None:
    decision = matched(real_edition, given)

    assert (decision.verdict, decision.candidates) == (MatchVerdict.UNKNOWN, ())


def test_telling_the_right_town_behind_the_name_never_lowers(real_edition: OpenEdition) -> None:
    plain = matched(real_edition, Given(2, name="ESAT Bel Air"))
    told = matched(real_edition, Given(2, name="ESAT Bel Air, Eysines"))
    wrong = matched(real_edition, Given(2, name="ESAT Bel Air, Bordeaux"))

    assert plain.id == told.id == EYSINES
    assert wrong.score < plain.score <= told.score
    assert wrong.verdict is MatchVerdict.AMBIGUOUS


@pytest.mark.parametrize(
    "given",
    [Given(2, name="L’Arche", city="Cognac"), Given(2, name="ESAT L’Arche, Cognac")],
    ids=str,
)
def test_a_name_that_tells_the_town_next_door_is_there(
    real_edition: OpenEdition, given: Given
) -> None:
    assert matched(real_edition, given).id == "finess:160003984"  # à Cognac, in Châteaubernard


@pytest.mark.parametrize(
    ("name", "cells", "apart", "communes", "departments"),
    [
        ("ESAT Bel Air, Lyon", RowPlace(), True, {"69123"}, {"69"}),
        ("ESAT Bel Air Lyon", RowPlace(), False, {"69123"}, {"69"}),
        ("ESAT Bel Air (42)", RowPlace(), True, set(), {"42"}),
        ("ESAT Bel Air, Lyon", RowPlace(frozenset({"69123"}), frozenset({"69"})), True,
         {"69123"}, {"69"}),
        ("ESAT Bel Air, Lyon", RowPlace(departments=frozenset({"42"})), False, set(), set()),
    ],
)  # fmt: skip
def test_the_place_behind_a_name_is_read_within_what_cells_tell(
    real_edition: OpenEdition,
    name: str,
    cells: RowPlace,
    *,
    apart: bool,
    communes: set[str],
    departments: set[str],
) -> None:
    found = place_in_name(name, cells, real_edition.places)

    assert found is not None
    assert found.name.words == ("bel", "air")
    assert (found.apart, set(found.where.communes)) == (apart, communes)
    assert set(found.where.departments) == departments


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Lyon", RowPlace()),
        ("ESAT de Lyon", RowPlace()),
        ("Les Ateliers, site B", RowPlace()),
        ("Les Ateliers - 2", RowPlace()),
        ("Les Ateliers, Lion", RowPlace()),
        ("ESAT Bel Air, Lyon", RowPlace(frozenset({"42218"}), frozenset({"42"}))),
    ],
    ids=str,
)
def test_no_place_is_guessed_of_a_name(
    real_edition: OpenEdition, name: str, cells: RowPlace
) -> None:
    assert place_in_name(name, cells, real_edition.places) is None


def test_levels_of_place_keep_their_order_in_the_weights() -> None:
    weights = [KNOWLEDGE.matching.by_feature[f"place_{level.value}"] for level in PlaceLevel]

    assert weights == sorted(weights, reverse=True)
    assert weights[-1] <= weights[-2] - 4

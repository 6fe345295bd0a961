"""What a pair is worth: the same both ways, less with distance, more with each thing in common."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.partnership import Partnership, Tier, score_pair
from territorial_map.domain.pooling.rulebook import WorthWeights
from territorial_map.domain.pooling.worth import worth_at
from territorial_map.domain.vocabulary import Device, PlaceType, PoolingCategory, Sector
from tests.known import KNOWLEDGE
from tests.unit.pooling.examples import at_km, device, someone, town_hall
from tests.unit.pooling.strategies import categories, pairs

RULES = KNOWLEDGE.pooling


def worth(a: Facts, b: Facts, km: float | None = 2.0) -> float:
    return worth_at(a.profile, b.profile, km, RULES)


@given(pairs(), st.floats(0, 80), st.floats(0, 80))
def test_a_worth_is_the_same_both_ways_and_falls_with_distance(
    pair: tuple[Facts, Facts], one: float, other: float
) -> None:
    a, b = pair
    near, far = sorted((one, other))

    assert worth(a, b, near) == pytest.approx(worth(b, a, near))
    assert worth(a, b, near) >= worth(a, b, far) >= 0
    assert worth(a, b, RULES.worth.scale_km) == pytest.approx(worth(a, b, 0) / 2)


@given(pairs(), categories)
def test_every_category_of_a_pair_tells_the_same_worth(
    pair: tuple[Facts, Facts], category: PoolingCategory
) -> None:
    found = score_pair(*pair, category, RULES)

    assert found is not None
    assert found.worth == worth(*pair, found.nearness.distance_km)


def test_where_no_distance_is_known_nothing_is_promised() -> None:
    assert worth(device("aci", Device.ACI), device("ei", Device.EI), None) == 0


GREEN = frozenset({Sector.GREEN_SPACES})


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (device("b", Device.EI), device("b", Device.ESAT)),
        (device("b", Device.ACI), someone("b")),
        (device("b", Device.ESAT, sectors=GREEN), device("b", Device.ESAT)),
        (town_hall("b"), someone("b")),
        (device("b", Device.ESAT, km=1), device("b", Device.ESAT, km=9)),
    ],
    ids=["a next step", "a peer", "the same trade", "a town hall", "a nearer one"],
)
def test_what_two_share_makes_them_worth_more(more: Facts, less: Facts) -> None:
    centre = device("a", Device.ACI, sectors=GREEN)
    worths = [
        found.worth
        for one in (more, less)
        if (found := score_pair(centre, one, PoolingCategory.LOCAL_SUPPLY, RULES)) is not None
    ]

    assert worths == sorted(worths, reverse=True)
    assert len(set(worths)) == len((more, less))


def test_two_places_are_worth_more_than_a_place_and_another_body() -> None:
    place = someone("a", place_types=frozenset({PlaceType.TIERS_LIEU}))
    other = someone("b", place_types=frozenset({PlaceType.COWORKING}))

    assert worth(place, other) > worth(place, device("b", Device.ESAT))


def test_a_next_door_neighbour_is_worth_more_than_the_same_far_away() -> None:
    aci = device("a", Device.ACI)
    next_door, far = device("b", Device.EI, km=1), device("c", Device.EI, km=40)

    def pathway(other: Facts) -> Partnership:
        found = score_pair(aci, other, PoolingCategory.INSERTION_PATHWAYS, RULES)

        assert found is not None
        return found

    assert [pathway(next_door).tier, pathway(far).tier] == [Tier.EXPLORE, Tier.INSUFFICIENT]


@given(pairs(), categories)
def test_what_is_worth_little_is_never_to_be_explored(
    pair: tuple[Facts, Facts], category: PoolingCategory
) -> None:
    a, b = pair
    found = score_pair(replace(a, point=at_km(0)), replace(b, point=at_km(60)), category, RULES)

    assert found is not None
    assert found.worth >= RULES.thresholds.explore_worth or found.tier is not Tier.EXPLORE


def test_weights_that_would_punish_what_is_shared_are_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        WorthWeights(12, 0.6, -0.1, 0.4, 0.8, 0.5, 0.2, 0.7, 0.4, 0.5, 8)
    with pytest.raises(ValueError, match="no more than a neighbour"):
        WorthWeights(12, 0.6, 0.1, 0.4, 0.8, 0.5, 0.7, 0.7, 0.4, 0.5, 8)

"""Trades known on both sides that have nothing in common: less worth, and fewer words."""

import pytest

from territorial_map.domain.pooling.partnership import Tier
from territorial_map.domain.pooling.reasons import reasons_of
from territorial_map.domain.pooling.worth import worth_at
from territorial_map.domain.vocabulary import (
    Device,
    Kind,
    LegalFamily,
    LegalForm,
    PlaceType,
    PoolingCategory,
    Sector,
    SizeBand,
)
from tests.known import KNOWLEDGE
from tests.unit.pooling.examples import association, device, scored, someone

RULES = KNOWLEDGE.pooling
GREEN = frozenset({Sector.GREEN_SPACES})
CARE = frozenset({Sector.HEALTH})
CATEGORY = PoolingCategory.PREMISES_AND_LAND
SEWING = frozenset({Sector.TEXTILE})


def test_known_trades_that_have_nothing_in_common_are_worth_less_than_unknown_ones() -> None:
    here = association("a", sectors=GREEN).profile
    worths = [
        worth_at(here, association("b", sectors=trades).profile, 0, RULES)
        for trades in (CARE, frozenset(), GREEN)
    ]

    assert worths[0] < worths[1] < worths[2]
    assert worths[1] - worths[0] == pytest.approx(RULES.worth.unlike)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (Device.ESAT, Device.EA, False),
        (Device.ESAT, Device.ACI, False),
        (Device.ACI, Device.GEIQ, False),
        (Device.EI, Device.ETTI, True),
        (Device.AI, Device.ETTI, True),
        (Device.EA, Device.EATT, True),
        (Device.ACI, Device.ACI, True),
    ],
)
def test_peers_of_one_trade_exchange_within_one_network(
    one: Device, other: Device, *, meet: bool
) -> None:
    exchange = scored(
        device("a", one, sectors=GREEN),
        device("b", other, km=1, sectors=GREEN),
        PoolingCategory.PEER_EXCHANGE,
    )

    assert ((exchange.score or 0) >= RULES.thresholds.listed) is meet
    told = reasons_of(exchange, RULES).feasibility.fr
    assert ("Pas de réseau commun" in told) is not meet


def test_two_that_declare_an_exchange_meet_across_networks() -> None:
    wanted = frozenset({PoolingCategory.PEER_EXCHANGE})
    workshop = device("a", Device.ACI, needs=wanted, sectors=GREEN)
    place = someone("b", 1, place_types=frozenset({PlaceType.FABLAB}), needs=wanted, sectors=GREEN)

    exchange = scored(workshop, place, PoolingCategory.PEER_EXCHANGE)

    assert exchange.tier is Tier.STRONG


@pytest.mark.parametrize(
    ("trades", "told"),
    [(CARE, "GEIQ d’un autre métier"), (GREEN, "Étape suivante"), (frozenset(), "Étape suivante")],
)
def test_a_geiq_is_the_next_step_of_its_own_trade(trades: frozenset[Sector], told: str) -> None:
    workshop = device("a", Device.ACI, sectors=GREEN)
    step = scored(
        workshop, device("b", Device.GEIQ, km=1, sectors=trades), PoolingCategory.INSERTION_PATHWAYS
    )

    assert told in reasons_of(step, RULES).feasibility.fr
    assert (step.tier is Tier.INSUFFICIENT) is (trades == CARE)


def test_what_a_pole_says_is_to_be_asked_by_another_trade() -> None:
    reuse = frozenset({Sector.REPAIR_REUSE})
    pole = someone("pole", kind=Kind.PTCE, sectors=reuse, says=("locaux partagés",))
    others = [one for one in Sector if RULES.sectors.unlike(reuse, frozenset({one}))]

    told = [
        scored(pole, association("a", 1, sectors=frozenset({one})), CATEGORY)
        for one in (*others, Sector.REPAIR_REUSE)
    ]

    assert len(told) > 2
    assert max(one.score or 0 for one in told[:-1]) >= RULES.thresholds.explore
    assert {one.tier for one in told[:-1]} == {Tier.INSUFFICIENT}
    assert told[-1].tier is Tier.STRONG


@pytest.mark.parametrize("trades", [CARE, SEWING])
def test_a_bid_of_unlike_trades_is_never_strong(trades: frozenset[Sector]) -> None:
    bid = scored(
        device("a", Device.EI, sectors=GREEN, size=SizeBand.SMALL),
        device("b", Device.EI, km=1, sectors=trades, size=SizeBand.SMALL),
        PoolingCategory.JOINT_BIDS,
    )

    assert bid.tier is not Tier.STRONG


def test_a_haulier_lends_nobody_its_vehicles() -> None:
    trade = frozenset({Sector.TRANSPORT_MOBILITY})
    rides = device("a", Device.AI)
    haulier = someone(
        "b",
        1,
        legal_form=LegalForm.COMMERCIAL,
        legal_family=LegalFamily.COMMERCIAL,
        sectors=trade,
    )

    given = [
        scored(rides, giver, PoolingCategory.MOBILITY).giver_id
        for giver in (haulier, association("b", 1, sectors=trade))
    ]

    assert given[1] == "b"
    assert given[0] != "b"

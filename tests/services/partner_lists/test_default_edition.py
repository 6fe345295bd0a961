"""What the words claim on real organisations: few leads are strong, none is of one's own group."""

import random
from collections.abc import Iterator

import orjson
import pytest

from territorial_map.api.models.leads import PageAsked, organisation_partners
from territorial_map.domain.pooling.claims import Claim, claim_of
from territorial_map.domain.pooling.leads import Lead
from territorial_map.domain.pooling.partnership import Tier, score_pair
from territorial_map.domain.pooling.reasons import reasons_of
from territorial_map.domain.pooling.rulebook import Side
from territorial_map.domain.pooling.ties import already_cooperate
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.queries import partners
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partner_lists.leads import find_leads
from territorial_map.services.partner_lists.partner_query import PartnersAsked
from territorial_map.services.partnerships.partners import facts_of_id
from territorial_map.store.editions import EditionFile
from tests.browser.conftest import default_edition
from tests.known import KNOWLEDGE
from tests.once import folder_of_the_run, made_once

pytestmark = pytest.mark.edition
DRAWN, FIRST, SEED = 60, 5, 17
MOST_STRONG = 0.2
MOST_BYTES = 40_000


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[OpenEdition]:
    run = folder_of_the_run(tmp_path_factory, worker_id)
    editions = made_once(run / "default-editions", default_edition)
    file = EditionFile(editions, (editions / "current").read_text().strip())
    yield OpenEdition(file, KNOWLEDGE)
    file.close()


@pytest.fixture(scope="module")
def drawn(edition: OpenEdition) -> list[str]:
    with edition.file.connect() as connection:
        ids = sorted(row.id for row in connection.execute(partners.sites_of_edition()))
    return random.Random(SEED).sample(ids, DRAWN)


@pytest.fixture(scope="module")
def first_fives(edition: OpenEdition, drawn: list[str]) -> list[tuple[Lead, ...]]:
    asked = [PartnersAsked(organisation=one, radius_km=40, limit=FIRST) for one in drawn]
    return [find_leads(edition, one).leads for one in asked]


def test_at_most_one_first_lead_in_five_is_strong(first_fives: list[tuple[Lead, ...]]) -> None:
    lines = [lead.main for leads in first_fives for lead in leads]

    assert len(lines) >= DRAWN
    assert sum(line.tier is Tier.STRONG for line in lines) <= MOST_STRONG * len(lines)


def test_nobody_is_a_lead_of_the_own_group(first_fives: list[tuple[Lead, ...]]) -> None:
    pairs = [(lead.main.a, lead.main.b) for leads in first_fives for lead in leads]

    assert len(pairs) >= DRAWN
    assert not [(a.id, b.id) for a, b in pairs if already_cooperate(a, b)]


@pytest.mark.parametrize(
    ("one", "other", "category", "says"),
    [
        (
            "space:0074",
            "siae:ei:42448556300011",
            PoolingCategory.EQUIPMENT,
            "ni aux espaces verts",
        ),
        (
            "geiq:35",
            "siae:ei:39239622200045",
            PoolingCategory.PREMISES_AND_LAND,
            "cherche un bureau",
        ),
    ],
    ids=["a tiers-lieu and gardeners", "a GEIQ and a reuse shop"],
)
def test_named_pairs_that_make_no_sense_are_not_proposed(
    edition: OpenEdition, one: str, other: str, category: PoolingCategory, says: str
) -> None:
    rules = KNOWLEDGE.pooling

    found = score_pair(facts_of_id(edition, one), facts_of_id(edition, other), category, rules)

    assert found is not None
    assert (found.score or 0.0) < rules.thresholds.listed
    assert says in reasons_of(found, rules).feasibility.fr


def claims_of(edition: OpenEdition, any_id: str) -> dict[tuple[PoolingCategory, Side], Claim]:
    """What a real organisation needs or offers by the rules, told or supposed."""
    profile = facts_of_id(edition, any_id).profile
    told = {
        (category, side): claim_of(profile, category, side, KNOWLEDGE.pooling)
        for category in PoolingCategory
        for side in Side
    }
    return {key: claim for key, claim in told.items() if claim.strength}


@pytest.mark.parametrize(
    "carrier", ["finess:010001261", "siae:aci:31656179400058", "ess:35221687302696"]
)
def test_who_carries_8810c_or_8899b_is_no_house_of_care(edition: OpenEdition, carrier: str) -> None:
    rules = {claim.rule for claim in claims_of(edition, carrier).values()}

    assert edition.organisation(carrier).naf in {"8810C", "8899B"}
    assert rules
    assert not rules & {"care-buys", "care-orders", "care-site-energy", "care-transport"}


@pytest.mark.parametrize("geiq", ["geiq:35", "geiq:66", "geiq:157"])
def test_a_geiq_owns_no_workshop_does_no_works_and_houses_nobody(
    edition: OpenEdition, geiq: str
) -> None:
    told = claims_of(edition, geiq)
    workshop = score_pair(
        facts_of_id(edition, geiq),
        facts_of_id(edition, "siae:aci:37841740600030"),
        PoolingCategory.SHARED_JOBS,
        KNOWLEDGE.pooling,
    )

    assert (PoolingCategory.INSERTION_PATHWAYS, Side.RESOURCE) in told
    assert (PoolingCategory.PREMISES_AND_LAND, Side.RESOURCE) not in told
    assert not {category for category, _ in told} & {
        PoolingCategory.EQUIPMENT,
        PoolingCategory.PRODUCTION_TOOLS,
        PoolingCategory.ENERGY_TRANSITION,
    }
    assert workshop is not None
    assert (workshop.score or 0) < KNOWLEDGE.pooling.thresholds.listed


def test_btp_in_the_name_of_a_fund_of_the_trade_is_no_trade(edition: OpenEdition) -> None:
    fund = edition.organisation("ess:31404712700035")

    assert "BTP" in fund.name
    assert not facts_of_id(edition, fund.id).profile.sectors


@pytest.mark.parametrize(
    ("pole", "is_known"), [("ptce:les-ecossolies", False), ("ptce:bou-sol", True)]
)
def test_what_a_pole_says_counts_with_its_own_trade_alone(
    edition: OpenEdition, pole: str, *, is_known: bool
) -> None:
    said = [claim for claim in claims_of(edition, pole).values() if claim.declared]

    assert said
    assert {claim.known for claim in said} == {is_known}


@pytest.mark.parametrize("one", ["asso:33-93", "asso:33-95", "ess:31404712700035"])
def test_no_organisation_of_unknown_size_is_called_small(edition: OpenEdition, one: str) -> None:
    told = [c.reason.fr for c in claims_of(edition, one).values() if c.reason is not None]

    assert told
    assert not [text for text in told if "petit" in text]


@pytest.mark.parametrize("centre", ["asso:33-93", "siae:aci:34345488000018"])
def test_a_centre_social_is_no_sports_club(edition: OpenEdition, centre: str) -> None:
    rules = {claim.rule or "" for claim in claims_of(edition, centre).values()}

    assert rules
    assert not {rule for rule in rules if rule.startswith("sport")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("finess:220013593", "siae:aci:39805448600038"),
        ("ptce:l-accordeur", "ess:42001087800023"),
    ],
    ids=["an ESAT and an ACI of one trade", "a PTCE and an association of one trade"],
)
def test_peers_do_not_exchange_across_networks(edition: OpenEdition, one: str, other: str) -> None:
    rules = KNOWLEDGE.pooling
    a, b = facts_of_id(edition, one), facts_of_id(edition, other)

    found = score_pair(a, b, PoolingCategory.PEER_EXCHANGE, rules)

    assert a.profile.sectors & b.profile.sectors
    assert found is not None
    assert (found.score or 0.0) < rules.thresholds.listed


def test_a_geiq_of_another_trade_is_no_next_step(edition: OpenEdition) -> None:
    a, b = (facts_of_id(edition, one) for one in ("siae:aci:37841740600030", "geiq:157"))

    found = score_pair(a, b, PoolingCategory.INSERTION_PATHWAYS, KNOWLEDGE.pooling)

    assert found is not None
    assert found.tier is Tier.INSUFFICIENT


def test_the_first_page_of_leads_is_light(edition: OpenEdition, drawn: list[str]) -> None:
    sizes = {}
    for one in drawn:
        found = find_leads(edition, PartnersAsked(organisation=one, own_reach=True))
        asked = PageAsked()
        ids = tuple(lead.main.b.id for lead in found.leads[asked.of(found.leads)])
        listed = {item.id: item for item in edition.listed_by_ids(ids)}
        page = organisation_partners(found, listed, KNOWLEDGE.pooling, asked)
        sizes[one] = len(orjson.dumps(page))

    assert len(sizes) == DRAWN
    assert {one: size for one, size in sizes.items() if size > MOST_BYTES} == {}

"""What a person says of a group is heard by every list: a lead becomes a tie, a tie a lead."""

import pytest

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.pooling.ties import SAID, TieKind
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import Device
from territorial_map.ledger.group_words import GroupSaid, GroupWord, group_word_of
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partner_lists.leads import FoundLeads, find_leads
from territorial_map.services.partner_lists.partner_query import PartnersAsked
from territorial_map.services.partner_lists.territory_leads import TerritoryAsked, leads_within
from territorial_map.services.partnerships.group_partnerships import partnerships_inside
from territorial_map.services.partnerships.network import Wanted, network_around
from tests.in_memory import edition_of
from tests.synthetic import organisation, place
from tests.unit.pooling.test_partners_found import directory

CENTRE = "synthetic:lieu"
ASKED = PartnersAsked(organisation=CENTRE, radius_km=100)


def ids_of(found: FoundLeads) -> set[str]:
    return {lead.main.b.id for lead in found.leads}


def said_of(found: FoundLeads) -> dict[str, list[str]]:
    return {
        one.facts.id: [tie.code for tie in one.ties if tie.kind is TieKind.SAME_GROUP]
        for one in found.existing
    }


@pytest.fixture(scope="module")
def other(small_edition: OpenEdition) -> str:
    return find_leads(small_edition, ASKED).leads[0].main.b.id


@pytest.fixture(scope="module")
def same(other: str) -> GroupWord:
    return group_word_of(CENTRE, other, GroupSaid.SAME)


def test_who_is_said_to_be_of_the_group_is_a_tie_and_no_lead(
    small_edition: OpenEdition, other: str, same: GroupWord
) -> None:
    before = find_leads(small_edition, ASKED)
    after = find_leads(small_edition, ASKED, {same})
    back = find_leads(small_edition, PartnersAsked(organisation=other, radius_km=100), {same})

    assert other in ids_of(before)
    assert ids_of(after) == ids_of(before) - {other}
    assert said_of(after)[other] == [SAID]
    assert (after.total, after.dismissed) == (before.total - 1, 0)
    assert CENTRE not in ids_of(back)
    assert said_of(back)[CENTRE] == [SAID]


def test_what_is_said_is_heard_in_territories_groups_and_networks(
    small_edition: OpenEdition, other: str, same: GroupWord
) -> None:
    pair = {CENTRE, other}
    everywhere = TerritoryAsked(Selection.of({}))

    leads = leads_within(small_edition, everywhere)
    told = leads_within(small_edition, everywhere, {same})
    inside = partnerships_inside(small_edition, sorted(pair), {same})
    network = network_around(small_edition, CENTRE, Wanted(dismissals=frozenset({same})))

    assert pair in [{lead.main.a.id, lead.main.b.id} for lead in leads.leads]
    assert pair not in [{lead.main.a.id, lead.main.b.id} for lead in told.leads]
    assert pair in [{bond.a.id, bond.b.id} for bond in told.bonds]
    assert inside.found == ()
    assert [{bond.a.id, bond.b.id} for bond in inside.existing] == [pair]
    assert pair in [{bond.a.id, bond.b.id} for bond in network.existing]


def sister(number: int, name: str, device: Device) -> Organisation:
    """One of two invented bodies that share a phone and a word that nobody else has."""
    return organisation(
        f"synthetic:sister{number}",
        name=name,
        phone="+33475000000",
        devices=(device,),
        place=place(5.05 + number / 100, 45.04),
    )


def test_who_is_said_not_to_be_of_the_group_may_be_proposed_again() -> None:
    one = sister(1, "Chantier Zéphyrine", Device.ACI)
    other = sister(2, "Zéphyrine Intérim", Device.ETTI)
    asked = PartnersAsked(organisation=one.id, radius_km=100)
    apart = group_word_of(other.id, one.id, GroupSaid.APART)

    with edition_of([*directory(3), one, other]) as edition:
        before = find_leads(edition, asked)
        after = find_leads(edition, asked, {apart})

    assert (other.id in ids_of(before), other.id in ids_of(after)) == (False, True)
    assert said_of(before)[other.id] == ["phone"]
    assert other.id not in said_of(after)


def test_a_word_on_others_changes_nothing(small_edition: OpenEdition) -> None:
    stranger = group_word_of("synthetic:gone", "synthetic:nobody", GroupSaid.SAME)

    assert find_leads(small_edition, ASKED, {stranger}) == find_leads(small_edition, ASKED)

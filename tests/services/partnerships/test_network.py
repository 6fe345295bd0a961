"""What of a network is drawn: the strongest links first, both ends of each, never too many."""

import pytest

from territorial_map.domain.pooling.partnership import Partnership, Tier
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import dismissal_of
from territorial_map.services.explore.costly_answers import CostlyAnswers
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships import network
from territorial_map.services.partnerships.network import (
    Network,
    Wanted,
    network_around,
    network_within,
)

EVERY_WORD = frozenset(Tier)
DROME = Selection.of({"department": ["26"]})
CENTRE = "synthetic:paris0"


def pairs(links: tuple[Partnership, ...]) -> list[tuple[str, str, str]]:
    return [(link.a.id, link.b.id, link.category.value) for link in links]


def ends(drawn: Network) -> set[str]:
    links = [(link.a, link.b) for link in drawn.found]
    bonds = [(bond.a, bond.b) for bond in drawn.existing]
    return {facts.person_key for pair in (*links, *bonds) for facts in pair}


def test_every_end_of_a_link_is_drawn_and_nobody_else(small_edition: OpenEdition) -> None:
    drawn = network_within(small_edition, DROME, Wanted(None, EVERY_WORD))

    assert len(drawn.found) > 3
    assert {facts.person_key for facts in drawn.nodes} == ends(drawn)
    assert len(drawn.nodes) == drawn.n_organisations
    assert len(drawn.found) == drawn.n_links
    assert drawn.centre is None
    assert 0 < drawn.sites <= drawn.total_sites


def test_links_beyond_the_most_are_counted_and_the_strongest_are_drawn(
    small_edition: OpenEdition, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = network_within(small_edition, DROME, Wanted(None, EVERY_WORD))
    most = len(whole.found) - 1
    monkeypatch.setattr(small_edition, "costly", CostlyAnswers())
    monkeypatch.setattr(network, "MOST_EDGES", most)

    drawn = network_within(small_edition, DROME, Wanted(None, EVERY_WORD))

    assert pairs(drawn.found) == pairs(whole.found)[:most]
    assert (drawn.n_links, drawn.n_organisations) == (whole.n_links, whole.n_organisations)
    assert {facts.person_key for facts in drawn.nodes} == ends(drawn)


@pytest.mark.parametrize("most", [2, 3])
def test_organisations_beyond_the_most_are_counted_and_their_links_left_out(
    small_edition: OpenEdition, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    whole = network_within(small_edition, DROME, Wanted(None, EVERY_WORD))
    monkeypatch.setattr(small_edition, "costly", CostlyAnswers())
    monkeypatch.setattr(network, "MOST_NODES", most)

    drawn = network_within(small_edition, DROME, Wanted(None, EVERY_WORD))

    assert len(drawn.nodes) <= most < len(whole.nodes)
    assert pairs(drawn.found)[0] == pairs(whole.found)[0]
    assert {facts.person_key for facts in drawn.nodes} == ends(drawn)
    assert drawn.n_organisations == len(whole.nodes)


def test_only_the_words_and_the_category_asked_for_are_drawn(small_edition: OpenEdition) -> None:
    whole = network_within(small_edition, DROME, Wanted(None, EVERY_WORD))
    words = {link.tier for link in whole.found}
    category = whole.found[0].category

    assert words
    for word in words:
        drawn = network_within(small_edition, DROME, Wanted(None, frozenset({word})))
        assert {link.tier for link in drawn.found} == {word}
    one = network_within(small_edition, DROME, Wanted(category, EVERY_WORD))
    assert {link.category for link in one.found} == {category}
    assert Wanted(category).categories == (category,)
    assert Wanted().categories == tuple(PoolingCategory)


def test_a_pair_set_aside_by_operators_is_not_drawn(small_edition: OpenEdition) -> None:
    whole = network_within(small_edition, DROME, Wanted(None, EVERY_WORD))
    first = whole.found[0]
    aside = dismissal_of(first.a.id, first.b.id, first.category)

    drawn = network_within(small_edition, DROME, Wanted(None, EVERY_WORD, frozenset({aside})))

    assert pairs((first,))[0] in pairs(whole.found)
    assert pairs((first,))[0] not in pairs(drawn.found)
    assert drawn.n_links == whole.n_links - 1


def test_the_network_of_one_begins_with_its_own_links_the_strongest_first(
    small_edition: OpenEdition,
) -> None:
    drawn = network_around(small_edition, CENTRE, Wanted(None, EVERY_WORD))
    assert drawn.centre is not None
    own = [link for link in drawn.found if link.a.id == drawn.centre.id]

    assert len(own) > 1
    assert drawn.found[: len(own)] == tuple(own)
    scores = [link.score or 0.0 for link in own]
    assert scores == sorted(scores, reverse=True)
    assert drawn.nodes[0] == drawn.centre
    assert {facts.person_key for facts in drawn.nodes} >= ends(drawn)


def test_who_has_no_partner_is_still_the_centre_of_its_network(small_edition: OpenEdition) -> None:
    drawn = network_around(small_edition, CENTRE, Wanted(None, frozenset()))

    assert drawn.found == ()
    assert drawn.centre in drawn.nodes
    assert (drawn.sites, drawn.total_sites) == (0, 0)

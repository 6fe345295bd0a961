"""Under every answer that says « nothing »: what our sources cover there."""

from territorial_map.domain.vocabulary import Kind
from territorial_map.ledger.dismissals import Dismissal
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.web.base.state import state_from_search
from territorial_map.web.pages.explore.callbacks import listing_of
from territorial_map.web.pages.network.callbacks import network_view
from territorial_map.web.pages.network.state import network_from_search
from territorial_map.web.pages.partner_list.callbacks import partner_list_view
from territorial_map.web.pages.partners.callbacks import partners_view, shown_partners
from tests.web.rendered import links, words

NOBODY: tuple[frozenset[Dismissal], frozenset[Dismissal]] = (frozenset(), frozenset())


def is_told(shown: object) -> bool:
    told = words(shown) + str(shown)  # what is painted is HTML already
    kinds = [kind.label in told.partition("Ce que nos sources connaissent (")[2] for kind in Kind]
    return all(kinds)


def test_an_empty_list_tells_what_is_covered(small_edition: OpenEdition) -> None:
    shown = listing_of(state_from_search("?commune=26281&q=zzzz"), small_edition)

    assert is_told(shown[2])
    assert any(href.startswith("/sources") for href in links(shown[2]).values())


def test_an_empty_network_tells_what_is_covered(small_edition: OpenEdition) -> None:
    state = network_from_search("?commune=26281&q=zzzz")

    heading, *_ = network_view(state, small_edition, frozenset())

    assert is_told(heading)


def test_an_empty_partner_list_tells_what_is_covered(small_edition: OpenEdition) -> None:
    search = "?near=5.09,45.06&radius_km=1&pooling=energy_transition"

    _, shown = partner_list_view(search, small_edition, frozenset())

    assert is_told(shown)


def test_partners_without_a_lead_tell_what_is_covered(small_edition: OpenEdition) -> None:
    state = state_from_search("")
    told = []
    for line in small_edition.page(state.selection, state.sorted_by, 50).items:
        shown = shown_partners(small_edition, line.id, None, NOBODY)
        if shown.category is None and line.commune_code:
            *section, _ = partners_view(shown, state, small_edition.knowledge.pooling)
            told.append(is_told(section))

    assert told
    assert all(told)

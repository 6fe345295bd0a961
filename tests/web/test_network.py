"""The network: its address, what is drawn of how much, and the table that says the same."""

from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import Kind, PoolingCategory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.network import (
    MOST_EDGES,
    MOST_NODES,
    Wanted,
    network_around,
    network_within,
)
from territorial_map.web.base.html import to_html
from territorial_map.web.base.state import PageState, search_at
from territorial_map.web.base.texts import Language
from territorial_map.web.pages.network.callbacks import everything_named, network_view
from territorial_map.web.pages.network.state import (
    NetworkState,
    Strength,
    address_of_network,
    network_from_search,
)
from tests.web.rendered import links, words

SELECTIONS = st.builds(
    Selection.of,
    st.fixed_dictionaries(
        {},
        optional={
            "kind": st.sets(st.sampled_from(Kind.codes()), min_size=1),
            "department": st.sets(st.sampled_from(["26", "973"]), min_size=1),
        },
    ),
)
STATES = st.builds(
    NetworkState,
    st.builds(
        PageState,
        selection=SELECTIONS,
        organisation=st.none() | st.just("member:pôle:l’été"),
        language=st.sampled_from(Language),
    ),
    st.none() | st.sampled_from(PoolingCategory),
    st.sampled_from(Strength),
)
DROME = "?department=26&tier=all"


@given(STATES)
def test_a_network_written_in_an_address_is_read_back_the_same(state: NetworkState) -> None:
    address = address_of_network(state)

    assert network_from_search(address.removeprefix("/reseau")) == state


def test_a_place_of_nothing_invites_to_choose(small_edition: OpenEdition) -> None:
    heading, filters, drawing, table = network_view(NetworkState(), small_edition, frozenset())

    assert (heading, filters, drawing) == ([], [], None)
    assert "Choisissez où regarder" in words(table)


def test_the_table_has_a_row_for_every_link_drawn(small_edition: OpenEdition) -> None:
    state = network_from_search(DROME)
    network = network_within(small_edition, state.page.selection, Wanted(None, Strength.ALL.tiers))

    _, _, drawing, table = network_view(state, small_edition, frozenset())

    assert drawing is not None
    assert len(drawing["nodes"]) == len(network.nodes)
    assert to_html(table).count("<tr>") == 1 + len(network.found)
    assert 0 < len(drawing["links"]) <= len(network.found)


def test_the_map_is_one_link_away_with_the_same_selection(small_edition: OpenEdition) -> None:
    heading, *_ = network_view(network_from_search(DROME), small_edition, frozenset())

    assert links(heading)["Voir sur la carte"] == "/?department=26"


def test_a_network_around_one_shows_whom_it_cooperates_with(small_edition: OpenEdition) -> None:
    network = network_around(small_edition, "synthetic:scop", Wanted(None, Strength.ALL.tiers))

    existing = {(bond.a.id, bond.b.id) for bond in network.existing}

    assert ("synthetic:scop", "synthetic:town") in existing
    assert network.centre is not None
    assert network.centre in network.nodes


def test_a_network_is_never_too_large_to_be_read(small_edition: OpenEdition) -> None:
    network = network_within(small_edition, Selection.of({}), Wanted(None, Strength.ALL.tiers))

    assert len(network.nodes) <= MOST_NODES
    assert len(network.found) <= MOST_EDGES
    assert len(network.nodes) <= network.n_organisations
    assert len(network.found) <= network.n_links


def test_one_category_alone_is_drawn_when_asked(small_edition: OpenEdition) -> None:
    category = PoolingCategory.PREMISES_AND_LAND
    wanted = Wanted(category, Strength.ALL.tiers)

    network = network_within(small_edition, Selection.of({}), wanted)

    assert {p.category for p in network.found} <= {category}


def test_one_box_finds_territories_and_organisations(small_edition: OpenEdition) -> None:
    places = {option["value"] for option in everything_named("drôme", small_edition)}
    organisations = {option["value"] for option in everything_named("scop vélo", small_edition)}

    assert "department:26" in places
    assert "organisation:synthetic:scop" in organisations
    assert everything_named(" ", small_edition) == []


def test_another_page_asks_nothing_of_the_network() -> None:
    assert search_at({"path": "/pratiques", "search": "?epci=1"}, "/reseau") == ""
    assert search_at(None, "/reseau") == ""

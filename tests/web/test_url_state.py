"""The page address: what it says survives a round trip, and nonsense is refused in words."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.geo import Point, Window
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import LEAST_ASKED_KM, MOST_ASKED_KM, Around, Selection
from territorial_map.domain.vocabulary import Device, Kind, Sector
from territorial_map.domain.zoning_terms import ZoningKind
from territorial_map.web.base.state import (
    MOST_SHOWN,
    STEP,
    Camera,
    PageState,
    View,
    search_of,
    state_from_search,
)
from territorial_map.web.base.texts import Language

POINTS = st.builds(Point, st.floats(-180, 180), st.floats(-85, 85))
SELECTIONS = st.builds(
    Selection.of,
    st.fixed_dictionaries(
        {},
        optional={
            "kind": st.sets(st.sampled_from(Kind.codes()), min_size=1),
            "device": st.sets(st.sampled_from(Device.codes()), min_size=1),
            "sector": st.sets(st.sampled_from(Sector.codes()), min_size=1),
            "department": st.sets(st.sampled_from(["26", "2A", "974"]), min_size=1),
        },
    ),
    around=st.none() | st.builds(Around, POINTS, st.floats(LEAST_ASKED_KM, MOST_ASKED_KM)),
    text=st.sampled_from(["", "vélo & cie", "l’œuvre", "a=b?c"]),
    window=st.none() | st.just(Window(-1.5, 44.0, 2.25, 46.5)),
)
STATES = st.builds(
    PageState,
    selection=SELECTIONS,
    order=st.none() | st.sampled_from(Order),
    view=st.sampled_from(View),
    organisation=st.none() | st.sampled_from(["finess:010001261", "member:pôle:l’été"]),
    language=st.sampled_from(Language),
    camera=st.none() | st.builds(Camera, st.just(Point(5.25, 45.5)), st.integers(0, 19)),
    place=st.none() | st.just("commune:26281"),
    shown=st.integers(1, MOST_SHOWN // STEP).map(lambda steps: steps * STEP),
    follow=st.booleans(),
    zoning=st.none() | st.sampled_from(ZoningKind),
)


@given(STATES)
def test_a_state_written_in_an_address_is_read_back_the_same(state: PageState) -> None:
    read = state_from_search(search_of(state))

    assert read == state


@given(STATES)
def test_choosing_another_selection_starts_again_from_the_first_lines(state: PageState) -> None:
    other = state.selecting(Selection.of({"kind": ["ptce"]}))

    assert (other.shown, other.organisation, other.camera) == (STEP, None, None)
    assert (other.language, other.view) == (state.language, state.view)
    assert other.zoning is state.zoning


@given(st.text(max_size=60))
def test_any_address_is_read_or_refused_in_a_sentence(text: str) -> None:
    with suppress(BadParameter):
        state = state_from_search("?" + text)

        assert state_from_search(search_of(state)) == state


@pytest.mark.parametrize(
    ("search", "culprit"),
    [
        ("?kind=licorne", "kind"),
        ("?order=beauty", "order"),
        ("?view=hologram", "view"),
        ("?lang=tlh", "lang"),
        ("?map=6/46", "map"),
        ("?map=6/460/2", "map"),
        ("?map=99/46/2", "map"),
        ("?shown=many", "shown"),
        ("?near=there", "near"),
    ],
)
def test_a_wrong_value_names_its_parameter(search: str, culprit: str) -> None:
    with pytest.raises(BadParameter) as refused:
        state_from_search(search)

    assert refused.value.parameter == culprit


def test_a_list_is_sorted_by_distance_only_around_a_place() -> None:
    everywhere = state_from_search("?order=distance")
    around = state_from_search("?near=5.05,45.04")

    assert everywhere.sorted_by is Order.RELEVANCE
    assert around.sorted_by is Order.DISTANCE


def test_the_number_of_lines_shown_is_bounded() -> None:
    assert state_from_search("?shown=999999").shown == MOST_SHOWN
    assert state_from_search("?shown=51").shown == 2 * STEP

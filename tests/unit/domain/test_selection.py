"""A selection and its query string are one thing in two writings."""

import math
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from territorial_map.domain.dimensions import DIMENSIONS
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.geo import Point, Window, distance_km
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.selection import (
    LEAST_ASKED_KM,
    MAX_RADIUS_KM,
    MOST_ASKED_KM,
    Around,
    Selection,
)
from territorial_map.services.explore.query_string import (
    numbers_of,
    query_pairs,
    selection_from_query,
)
from tests.in_memory import BUILT_ON
from tests.store.test_selection_in_sql import selections
from tests.synthetic import organisation, organisations, place


def parameters(selection: Selection) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in query_pairs(selection):
        found.setdefault(name, []).append(value)
    return found


@given(selections)
def test_a_selection_survives_its_address(selection: Selection) -> None:
    if selection.around is not None:
        asked = min(MOST_ASKED_KM, max(LEAST_ASKED_KM, selection.around.radius_km))
        selection = replace(selection, around=Around(selection.around.point, asked))
    assert selection_from_query(parameters(selection)) == selection


@given(st.dictionaries(st.text(max_size=8), st.lists(st.text(max_size=20), max_size=3)))
def test_a_hostile_address_is_a_selection_or_a_clear_refusal(
    hostile: dict[str, list[str]],
) -> None:
    selection = Selection.of({})
    with suppress(BadParameter):
        selection = selection_from_query(hostile)

    assert selection_from_query(parameters(selection)) == selection


@given(st.data(), organisations())
def test_taking_a_filter_off_never_loses_an_organisation(
    data: st.DataObject, known: Organisation
) -> None:
    """The filters are drawn among what the organisation has, so that it is kept to begin with."""
    own = {d.name: d.values_on(known, BUILT_ON) for d in DIMENSIONS}
    told = {name: values for name, values in own.items() if values}
    names = data.draw(st.lists(st.sampled_from(sorted(told)), min_size=1, unique=True))
    selection = Selection.of({name: [told[name][0]] for name in names})
    off = data.draw(st.sampled_from(names))

    assert selection.keeps(known, BUILT_ON)
    assert selection.choosing(off, ()).keeps(known, BUILT_ON)
    assert not selection.choosing(off, ()).chosen(off)


_PLACES = st.builds(Point, st.floats(-62, 56), st.floats(-22, 51))


@given(_PLACES, st.floats(-6, 6), st.floats(-6, 6))
def test_who_stands_exactly_on_the_circle_is_in_it(
    centre: Point, east: float, north: float
) -> None:
    where = Point(centre.lon + east, centre.lat + north)
    apart = distance_km(centre, where)
    assume(0 < apart <= MAX_RADIUS_KM)
    there = organisation(place=replace(place(), point=where))

    assert Selection.of({}, around=Around(centre, apart)).keeps(there)
    assert not Selection.of({}, around=Around(centre, math.nextafter(apart, 0))).keeps(there)


@pytest.mark.parametrize("corner", [(4, 44), (4, 46), (6, 44), (6, 46)])
def test_the_borders_of_a_window_are_inside(corner: tuple[int, int]) -> None:
    window = Window(4, 44, 6, 46)
    there = organisation(place=replace(place(), point=Point(*corner)))

    assert Selection.of({}, window=window).keeps(there)


def test_the_greatest_radius_is_a_radius_and_no_more() -> None:
    assert Around(Point(5, 45), MAX_RADIUS_KM).radius_km == MAX_RADIUS_KM
    for wrong in (0.0, -1.0, math.nextafter(MAX_RADIUS_KM, math.inf)):
        with pytest.raises(ValueError, match="radius_km"):
            Around(Point(5, 45), wrong)


def test_an_empty_selection_keeps_everything() -> None:
    assert Selection.of({}).keeps(organisation())


def test_text_must_be_resolved_before_it_filters() -> None:
    with pytest.raises(ValueError, match="must be read"):
        Selection.of({}, text="vélo").keeps(organisation())


@pytest.mark.parametrize("text", ["1e999,44", "4,-1e999"])
def test_a_number_beyond_any_is_refused_with_what_was_typed(text: str) -> None:
    with pytest.raises(BadParameter, match="un nombre fini est attendu") as refused:
        numbers_of("near", text, 2)

    assert refused.value.parameter == "near"
    assert text.startswith(refused.value.value)
    assert refused.value.value

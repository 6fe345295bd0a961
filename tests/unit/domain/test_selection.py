"""A selection and its query string are one thing in two writings."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.selection import Selection
from territorial_map.services.explore.query_string import query_pairs, selection_from_query
from tests.store.test_selection_in_sql import selections
from tests.synthetic import organisation


def parameters(selection: Selection) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in query_pairs(selection):
        found.setdefault(name, []).append(value)
    return found


@given(selections)
def test_a_selection_survives_its_address(selection: Selection) -> None:
    assert selection_from_query(parameters(selection)) == selection


@given(st.dictionaries(st.text(max_size=8), st.lists(st.text(max_size=20), max_size=3)))
def test_a_hostile_address_is_a_selection_or_a_clear_refusal(
    hostile: dict[str, list[str]],
) -> None:
    selection = Selection.of({})
    with suppress(BadParameter):
        selection = selection_from_query(hostile)

    assert selection_from_query(parameters(selection)) == selection


@given(selections)
def test_taking_a_filter_off_never_loses_an_organisation(selection: Selection) -> None:
    known = organisation("synthetic:1")
    resolved = Selection(selection.choices, selection.around, "", selection.window)

    for name, _ in resolved.choices:
        assert resolved.choosing(name, ()).keeps(known) or not resolved.keeps(known)


def test_an_empty_selection_keeps_everything() -> None:
    assert Selection.of({}).keeps(organisation())


def test_text_must_be_resolved_before_it_filters() -> None:
    with pytest.raises(ValueError, match="resolved"):
        Selection.of({}, text="vélo").keeps(organisation())

"""Filters by zone: what an edition without the zoning says, and what one with it counts."""

from dataclasses import replace

import pytest

from territorial_map.domain.dimensions import LAYERS_OF
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.listing import Order
from territorial_map.domain.organisation import Zoning
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import Located
from territorial_map.domain.zoning_terms import PriorityPlace, ZoningKind
from tests.in_memory import edition_of
from tests.synthetic import organisation

ZONE = Zoning(ZoningKind.EMPLOYMENT_ZONE, "8431", "Zone synthétique", "2026", Located.COMMUNE)
INSIDE = replace(organisation("synthetic:a"), qpv=PriorityPlace.INSIDE, zonings=(ZONE,))
UNTOLD = organisation("synthetic:b")
ASKED = {
    "qpv": "inside",
    "density": "1",
    "programme": "villages_avenir",
    "employment_zone": "8431",
    "living_area": "26281",
}


def test_every_filter_by_zone_is_tried_here() -> None:
    assert set(ASKED) == set(LAYERS_OF)


@pytest.mark.parametrize(("name", "value"), ASKED.items())
def test_without_its_zoning_a_filter_says_so_and_never_zero(name: str, value: str) -> None:
    with edition_of([INSIDE, UNTOLD], layers=()) as edition:
        _, facets = edition.facets(Selection.of({}))
        with pytest.raises(BadParameter, match="pas chargé") as caught:
            edition.page(Selection.of({name: (value,)}), Order.NAME, 10)

    assert facets[name] == ()
    assert (caught.value.parameter, caught.value.value) == (name, value)


def test_what_is_not_established_can_be_asked_of_any_edition() -> None:
    with edition_of([UNTOLD], layers=()) as edition:
        found = edition.page(Selection.of({"qpv": ("unknown",)}), Order.NAME, 10)

    assert [one.id for one in found.items] == [UNTOLD.id]


def test_priority_neighbourhoods_are_counted_with_what_is_not_established() -> None:
    with edition_of([INSIDE, UNTOLD]) as edition:
        _, facets = edition.facets(Selection.of({}))
        kept = edition.page(Selection.of({"qpv": ("inside",)}), Order.NAME, 10)

    counts = {value.value: value.count for value in facets["qpv"]}
    assert counts == {"inside": 1, "outside": 0, "unknown": 1}
    assert [one.qpv for one in kept.items] == [PriorityPlace.INSIDE]


def test_zones_are_told_by_their_names() -> None:
    with edition_of([INSIDE, UNTOLD]) as edition:
        _, facets = edition.facets(Selection.of({}))

    (zone,) = facets["employment_zone"]
    assert (zone.value, zone.name, zone.count) == ("8431", "Zone synthétique", 1)
    assert edition.names.zone("employment_zone", "0000") == "0000"

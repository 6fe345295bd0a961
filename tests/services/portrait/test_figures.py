"""Portraits: every figure is the length of its list, and unknown is never zero."""

from collections.abc import Iterator

import pytest

from territorial_map.domain.dimensions import UNKNOWN
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.domain.vocabulary import Device, Kind
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait import Figure, FigureRow, portrait_of
from territorial_map.services.portrait.figures import LEAST_FOR_A_RATE
from territorial_map.services.portrait.place import selection_of
from tests.in_memory import edition_of
from tests.synthetic import organisation, place, place_in_lyon


def territories(edition: OpenEdition) -> list[Territory]:
    return [one for level in TerritoryLevel for one in edition.gazetteer.of_level(level)]


def rows_of(edition: OpenEdition, territory: Territory) -> list[FigureRow]:
    figures = portrait_of(edition, territory).figures
    return [
        figures.total,
        *figures.kinds,
        *figures.devices,
        *figures.trades,
        figures.trade_unknown,
    ]


def told(edition: OpenEdition, territory: Territory) -> list[tuple[Selection, Figure]]:
    """Each figure of a portrait, with the selection whose list it counts."""
    wider = portrait_of(edition, territory).place.wider
    found = []
    for row in rows_of(edition, territory):
        where = (territory, *wider, None)
        for one, figure in zip(where, (row.here, *row.beside), strict=True):
            selection = selection_of(one)
            if row.dimension:
                selection = selection.choosing(row.dimension, [row.value])
            found.append((selection, figure))
    return found


def test_every_figure_of_every_territory_is_the_length_of_its_list(
    small_edition: OpenEdition,
) -> None:
    figures = [each for one in territories(small_edition) for each in told(small_edition, one)]
    totals = [small_edition.page(selection, Order.NAME, 1).total for selection, _ in figures]

    assert sum(total > 0 for total in totals) > 100
    wrong = [
        (selection, figure, total)
        for (selection, figure), total in zip(figures, totals, strict=True)
        if figure.count not in ({None, 0} if total == 0 else {total})
    ]
    assert wrong == []


def test_the_territories_inside_are_counted_as_their_lists(small_edition: OpenEdition) -> None:
    portraits = [portrait_of(small_edition, one) for one in territories(small_edition)]
    inside = [(one.place, each) for one in portraits for each in one.inside.territories]
    listed = [
        place.selection.choosing(each.territory.level.value, [each.territory.code])
        for place, each in inside
    ]

    assert len(inside) > 3
    assert [each.organisations for _, each in inside] == [
        small_edition.page(both, Order.NAME, 1).total for both in listed
    ]


@pytest.fixture(scope="module")
def drome() -> Iterator[OpenEdition]:
    """One ACI in Romans, six ordinary associations in Valence, a pole in Lyon; synthetic."""
    everybody = [
        organisation("synthetic:aci", devices=(Device.ACI,)),
        *(organisation(f"synthetic:{n}", place=place(5.0, 45.0, "26362")) for n in range(6)),
        organisation("synthetic:lyon", kind=Kind.PTCE, place=place_in_lyon(None)),
    ]
    with edition_of(sorted(everybody, key=lambda one: one.id)) as edition:
        yield edition


def figure(edition: OpenEdition, commune: str, dimension: str, value: str) -> Figure:
    territory = edition.gazetteer.get(TerritoryLevel.COMMUNE, commune)
    assert territory is not None
    rows = {(row.dimension, row.value): row.here for row in rows_of(edition, territory)}
    return rows[dimension, value]


def test_what_the_departement_has_and_the_commune_has_not_is_zero(drome: OpenEdition) -> None:
    assert figure(drome, "26281", "device", "aci").count == 1
    assert figure(drome, "26362", "device", "aci").count == 0


def test_what_the_departement_has_not_is_unknown_and_never_zero(drome: OpenEdition) -> None:
    for dimension, value in (("kind", "ptce"), ("kind", "sheltered_supplier")):
        assert figure(drome, "26362", dimension, value) == Figure(None, None)
    assert figure(drome, "69123", "kind", "ess_actor") == Figure(None, None)
    assert figure(drome, "26333", "", "") == Figure(0, None)


def test_a_rate_takes_five_organisations_and_counts_ten_thousand_people(
    drome: OpenEdition,
) -> None:
    assert LEAST_FOR_A_RATE == 5
    assert figure(drome, "26281", "kind", "ess_actor") == Figure(1, None)
    assert figure(drome, "26362", "kind", "ess_actor").rate == pytest.approx(6 * 10_000 / 64_000)


def test_those_without_a_trade_are_counted_apart(drome: OpenEdition) -> None:
    assert figure(drome, "26362", "sector", UNKNOWN).count == 6


def test_ordinary_associations_are_told_apart_from_those_with_a_device(drome: OpenEdition) -> None:
    (valence,) = drome.gazetteer.communes("26362")
    (romans,) = drome.gazetteer.communes("26281")

    assert [one.organisations for one in portrait_of(drome, valence).ordinary] == [6]
    assert portrait_of(drome, romans).ordinary == ()

"""Sheets and pages at their edges: other sites, members, those without a position, windows."""

import pytest

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.geo import Point
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import Sector
from territorial_map.services.explore.held_names import HeldNames
from territorial_map.services.explore.nearest_commune import nearest_commune
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.query_string import numbers_of, selection_from_query
from territorial_map.services.explore.sheets import SHOWN, sheet_of
from territorial_map.services.explore.trade_phrases import TradePhrases
from tests.in_memory import edition_of
from tests.known import KNOWLEDGE
from tests.synthetic import organisation, place


def test_a_pole_tells_each_of_its_members_once(small_edition: OpenEdition) -> None:
    members = sheet_of(small_edition, "synthetic:ptce").members

    assert sorted(tie.organisation.id for tie in members) == ["synthetic:scop", "synthetic:town"]


def test_who_is_no_pole_has_no_members(small_edition: OpenEdition) -> None:
    assert sheet_of(small_edition, "synthetic:lieu").members == ()


def test_other_sites_of_a_person_leave_out_the_one_that_is_read(small_edition: OpenEdition) -> None:
    sheet = sheet_of(small_edition, "synthetic:site1")

    assert sheet.n_sites == 2
    assert sorted(o.id for o in sheet.sites) == ["synthetic:site2", "synthetic:site3"]


@pytest.mark.parametrize("more", [0, 1, 5])
def test_a_sheet_shows_so_many_other_sites_and_counts_all(more: int) -> None:
    siren = "775544083"
    sites = [
        organisation(f"synthetic:{n:03}", siren=siren, place=place(5 + n / 1_000))
        for n in range(SHOWN + 1 + more)
    ]
    with edition_of(sites) as edition:
        sheet = sheet_of(edition, "synthetic:000")

    assert (len(sheet.sites), sheet.n_sites) == (SHOWN, SHOWN + more)


def test_a_page_counts_those_without_a_position(small_edition: OpenEdition) -> None:
    page = small_edition.page(Selection.of({}), Order.NAME, 2)

    assert len(page.items) == 2
    assert (page.total, page.unlocated) == (14, 2)


@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [(5.05, 45.04, "26281"), (2.36, 48.85, "75056"), (4.8, 45.8, "69123"), (0.0, 40.0, None)],
)
def test_the_nearest_commune_is_that_of_the_point(
    small_edition: OpenEdition, lon: float, lat: float, code: str | None
) -> None:
    found = nearest_commune(small_edition, Point(lon, lat))

    assert (found.point if found else None) == (
        None if code is None else _centre(small_edition, code)
    )


def _centre(edition: OpenEdition, code: str) -> Point | None:
    (found,) = edition.gazetteer.communes(code)
    return found.point


def test_a_number_that_never_ends_is_quoted_in_its_refusal() -> None:
    with pytest.raises(BadParameter) as refused:
        numbers_of("near", "1e999,45", 2)

    assert "1e999,45" in str(refused.value)
    assert "nombre fini" in str(refused.value)


def test_a_window_beyond_the_poles_ends_at_them() -> None:
    window = selection_from_query({"bbox": ["-181,-90.5,180.5,90.5"]}).window

    assert window is not None
    assert (window.west, window.south, window.east, window.north) == (-180, -90, 180, 90)


@pytest.mark.parametrize(
    ("word", "sector"),
    [
        ("blanchiserie", Sector.CLEANING_LAUNDRY),  # one letter short
        ("blanchiseri", Sector.CLEANING_LAUNDRY),  # two, in a long word
        ("jardins", Sector.GREEN_SPACES),
        ("traiteru", Sector.CATERING),  # two letters exchanged are one mistake
        ("velox", None),  # too short for one
    ],
)
def test_a_mistyped_trade_is_read_at_one_mistake_or_two_in_long_words(
    word: str, sector: Sector | None
) -> None:
    values = TradePhrases(KNOWLEDGE.trades.words).mistyped(word)

    assert {value for name, value in values if name == "sector"} == (
        {sector.value} if sector else set()
    )


def test_a_long_name_is_found_at_two_mistakes_and_not_at_three() -> None:
    names = HeldNames(["montpellier", "nice"])

    assert names.nearly("montpelier") == ["montpellier"]
    assert names.nearly("montpeliere") == ["montpellier"]
    assert names.nearly("montplierre") == []

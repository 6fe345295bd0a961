"""What people type, read as a question, and what is offered beside it."""

from dataclasses import replace

import pytest

from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import Sector
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.reading import What
from territorial_map.services.explore.suggestions import placed_in_text, suggestions
from territorial_map.services.explore.trade_phrases import TradePhrases
from territorial_map.services.explore.typed import Typed
from tests.known import KNOWLEDGE

TRADES = TradePhrases(KNOWLEDGE.trades.words)


@pytest.mark.parametrize(
    ("typed", "sector"),
    [
        ("blanchisserie", Sector.CLEANING_LAUNDRY),
        ("Blanchisserie", Sector.CLEANING_LAUNDRY),
        ("laundry", Sector.CLEANING_LAUNDRY),
        ("ménage", Sector.CLEANING_LAUNDRY),
        ("espaces verts", Sector.GREEN_SPACES),
        ("landscaping", Sector.GREEN_SPACES),
        ("jardin", Sector.GREEN_SPACES),
        ("traiteur", Sector.CATERING),
        ("catering", Sector.CATERING),
        ("imprimeur", Sector.INDUSTRY_CRAFT),
        ("maraîchage", Sector.AGRICULTURE_FOOD),
        ("bakery", Sector.AGRICULTURE_FOOD),
        ("Propreté et blanchisserie", Sector.CLEANING_LAUNDRY),
    ],
)
def test_words_of_the_table_mean_a_sector(typed: str, sector: Sector) -> None:
    ((_, values),) = TRADES.find(Typed.of(typed), [])

    assert ("sector", sector.value) in values


def test_insertion_is_a_device_and_no_trade(small_edition: OpenEdition) -> None:
    reading = small_edition.understood("insertion")

    assert [part.what for part in reading.parts] == [What.DEVICE]
    assert ("device", "aci") in reading.parts[0].values


def test_every_device_of_the_table_is_read_as_written(small_edition: OpenEdition) -> None:
    table = KNOWLEDGE.searching.devices
    lost = [
        phrase
        for phrase, values in table.items()
        if [part.values for part in small_edition.understood(phrase).of(What.DEVICE)] != [values]
    ]

    assert len(table) > 120
    assert lost == []


def test_a_question_is_cut_into_device_trade_place_and_rest(small_edition: OpenEdition) -> None:
    reading = small_edition.understood("esat espaces verts à 40 km de Romans-sur-Isère atelier")

    told = {part.what: part.words for part in reading.parts}
    assert told == {
        What.DEVICE: "esat",
        What.TRADE: "espaces verts",
        What.PLACE: "40 km de Romans-sur-Isère",
        What.WORDS: "à atelier",
    }
    assert reading.place is not None
    assert reading.place.radius_km == 40
    assert reading.place.without == "esat espaces verts à atelier"


@pytest.mark.parametrize(("typed", "radius"), [("0 km", 1.0), ("999 km", 200.0), ("40km", 40.0)])
def test_a_radius_of_the_text_stays_between_1_and_200(
    small_edition: OpenEdition, typed: str, radius: float
) -> None:
    place = small_edition.understood(f"esat {typed} Romans-sur-Isère").place

    assert place is not None
    assert place.radius_km == radius


@pytest.mark.parametrize("typed", ["", "b", "zz", "   "])
def test_too_little_means_nothing(typed: str, small_edition: OpenEdition) -> None:
    assert suggestions(Selection.of({}, text=typed), small_edition).count == 0


def test_counts_are_those_of_the_lists_they_lead_to(small_edition: OpenEdition) -> None:
    asked = Selection.of(
        {"kind": ["sheltered_supplier"]}, text="esat espaces verts romans-sur-isere"
    )

    found = suggestions(asked, small_edition)

    assert found.asked is not None
    questions = (found.asked, *found.partial, *found.places)
    assert len(questions) > 1
    for one in questions:
        again = replace(one.selection, meaning=None)
        assert one.organisations == small_edition.totals(small_edition.resolve(again))[0]


def test_the_place_of_a_text_as_a_filter_keeps_the_same_organisations(
    small_edition: OpenEdition,
) -> None:
    for text in ("esat romans-sur-isere", "esat drome", "romans-sur-isere", "esat"):
        said = Selection.of({}, text=text)
        placed = placed_in_text(said, small_edition)

        ids = [{o.id for o in small_edition.stream(one, Order.NAME)} for one in (said, placed)]
        assert ids[0] == ids[1]
        told = bool(placed.around or placed.chosen(TerritoryLevel.DEPARTMENT.value))
        assert told == (text != "esat")


def test_a_name_is_found_whatever_its_words_mean(small_edition: OpenEdition) -> None:
    everybody = list(small_edition.stream(Selection.of({}), Order.NAME))
    assert len(everybody) > 5
    for one in everybody:
        asked = Selection.of({}, text=one.name)
        assert one.id in {o.id for o in small_edition.stream(asked, Order.RELEVANCE)}, one.name


def test_taking_parts_off_one_by_one_ends_with_no_text(small_edition: OpenEdition) -> None:
    text = "esat espaces verts romans-sur-isere"
    steps = 0
    while text:
        parts = small_edition.understood(text).parts
        assert parts
        text = parts[0].without
        steps += 1

    assert steps == 3

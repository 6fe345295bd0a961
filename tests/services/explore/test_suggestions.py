"""What people type, offered as a sector, a place or an organisation."""

import pytest

from territorial_map.domain.selection import Selection
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import Sector
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.suggestions import sectors_meant, suggestions
from tests.known import KNOWLEDGE

TRADES = KNOWLEDGE.trades.words


@pytest.mark.parametrize(
    ("typed", "sector"),
    [
        ("blanchisserie", Sector.CLEANING_LAUNDRY),
        ("Blanchisserie", Sector.CLEANING_LAUNDRY),
        ("blanchiss", Sector.CLEANING_LAUNDRY),
        ("laundry", Sector.CLEANING_LAUNDRY),
        ("espaces verts", Sector.GREEN_SPACES),
        ("landscaping", Sector.GREEN_SPACES),
        ("traiteur", Sector.CATERING),
        ("catering", Sector.CATERING),
        ("menuiserie", Sector.INDUSTRY_CRAFT),
        ("maraîchage", Sector.AGRICULTURE_FOOD),
        ("produits locaux", Sector.AGRICULTURE_FOOD),
        ("bakery", Sector.AGRICULTURE_FOOD),
        ("esat blanchisserie valence", Sector.CLEANING_LAUNDRY),
        ("propreté", Sector.CLEANING_LAUNDRY),
    ],
)
def test_words_of_the_table_mean_a_sector(typed: str, sector: Sector) -> None:
    assert next(iter(sectors_meant(fold(typed), TRADES))) is sector


def test_every_word_of_the_table_means_one_of_its_sectors() -> None:
    told = [word for word in TRADES.words if not word.words.startswith("^")]
    lost = [
        word.words
        for word in told
        if not set(word.sectors) & set(sectors_meant(word.words.strip("*"), TRADES))
    ]

    assert len(told) > 700
    assert lost == []


@pytest.mark.parametrize("typed", ["", "b", "zz", "   ", "valence", "12345678900012", "x" * 200])
def test_other_words_mean_no_sector(typed: str, small_edition: OpenEdition) -> None:
    assert suggestions(Selection.of({}, text=typed), small_edition).sectors == ()


def test_the_count_is_that_of_the_list_it_leads_to(small_edition: OpenEdition) -> None:
    asked = Selection.of({"kind": ["sheltered_supplier"]}, text="esat espaces verts")

    (meant,) = suggestions(asked, small_edition).sectors

    chosen = Selection.of({"kind": ["sheltered_supplier"], "sector": ["green_spaces"]}, text="esat")
    assert meant.selection == chosen
    assert meant.organisations == small_edition.totals(small_edition.resolve(chosen))[0]


def test_places_and_organisations_stand_beside_sectors(small_edition: OpenEdition) -> None:
    commune = next(o for o in small_edition.organisations(Selection.of({})) if o.place.commune)
    found = suggestions(Selection.of({}, text=commune.place.commune or ""), small_edition)

    assert commune.place.commune_code in {one.territory.code for one in found.places}
    assert found.organisations
    assert found.count == len(found.sectors) + len(found.places) + len(found.organisations)

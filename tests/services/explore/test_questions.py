"""Questions that people type, on the default edition: read rightly, and owners found first."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from territorial_map.domain.listing import Order
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.text import words
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.reading import QuestionReading, What
from territorial_map.store.editions import EditionFile
from territorial_map.store.pointers import current_id
from tests.browser.conftest import default_edition
from tests.known import KNOWLEDGE
from tests.once import folder_of_the_run, made_once

pytestmark = pytest.mark.edition
FILE = Path(__file__).parents[2] / "labels" / "questions.csv"
with FILE.open(encoding="utf-8", newline="") as _file:
    LABELS = list(csv.DictReader(_file))
READ = [row for row in LABELS if row["kind"] in {"reading", "english"}]
NAMED = [row for row in LABELS if row["kind"] in {"name", "number"}]


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[OpenEdition]:
    """The project's own tables, built once for all workers."""
    folder = made_once(
        folder_of_the_run(tmp_path_factory, worker_id) / "default-editions", default_edition
    )
    file = EditionFile(folder, current_id(folder) or "")
    yield OpenEdition(file, KNOWLEDGE)
    file.close()


def is_right(row: dict[str, str], reading: QuestionReading) -> bool:
    """Whether device, trade, place and a told radius are those of the label.

    A phrase may tell more than the sector of the label (« ressourcerie »), never another.
    """
    name, _, values = row["devices"].partition(":")
    wanted = {(name, value) for value in values.split("+") if value}
    devices = {pair for part in reading.of(What.DEVICE) for pair in part.values}
    trades = [{value for _, value in part.values} for part in reading.of(What.TRADE)]
    sectors = [sector for sector in row["sectors"].split("|") if sector]
    told = len(trades) == len(sectors) and all(any(s in t for t in trades) for s in sectors)
    return devices == wanted and told and _is_there(row, reading)


def _is_there(row: dict[str, str], reading: QuestionReading) -> bool:
    place = reading.place
    if place is None or place.territory is None:
        return not row["place"]
    found = f"{place.territory.level.value}:{place.territory.code}"
    radius = f"{place.radius_km:g}" if place.radius_km else ""
    return found == row["place"] and row["radius_km"] in {"", radius}


def test_questions_are_read_rightly(edition: OpenEdition) -> None:
    wrong = [
        row["question"] for row in READ if not is_right(row, edition.understood(row["question"]))
    ]

    assert len(READ) >= 100
    right = len(READ) - len(wrong)
    assert right / len(READ) >= 0.95, wrong


def test_the_organisation_that_was_meant_is_among_the_first_five(edition: OpenEdition) -> None:
    lost = []
    for row in NAMED:
        asked = Selection.of({}, text=row["question"])
        first = edition.page(asked, Order.RELEVANCE, 5).items
        if (row["owner"], row["owner_commune"]) not in {(o.name, o.commune) for o in first}:
            lost.append(row["question"])

    assert len(NAMED) >= 80
    found = len(NAMED) - len(lost)
    assert found / len(NAMED) >= 0.97, lost


def test_a_word_of_a_name_is_no_place_because_a_grouping_bears_it(edition: OpenEdition) -> None:
    asked = Selection.of({}, text="pôle sud archer")
    first = edition.page(asked, Order.RELEVANCE, 5).items

    assert edition.understood("pôle sud archer").place is None
    assert first[0].name == "Pôle Sud (Groupe Archer)"
    for where in ("esat sud", "sud"):
        place = edition.understood(where).place
        assert place is not None
        assert place.territory is not None
        assert place.territory.level is TerritoryLevel.EPCI


@pytest.mark.parametrize(
    ("typed", "sector"),
    [
        ("nettoyage", "cleaning_laundry"),
        ("ménage", "cleaning_laundry"),
        ("traiteur", "catering"),
        ("imprimeur", "industry_craft"),
        ("laundry", "cleaning_laundry"),
        ("catering", "catering"),
    ],
)
def test_a_trade_finds_all_of_its_sector_and_all_who_say_it(
    edition: OpenEdition, typed: str, sector: str
) -> None:
    """The rule is written again here: its sector, or its word in one number or the other."""
    (word,) = words(typed)
    wanted = {o.id for o in edition.organisations(Selection.of({})) if _is_of(o, word, sector)}
    found = {o.id for o in edition.stream(Selection.of({}, text=typed), Order.NAME)}

    assert len(wanted) > 50
    assert found == wanted


def _is_of(organisation: Organisation, word: str, sector: str) -> bool:
    said = {*words(organisation.name), *words(organisation.source_name)}
    said |= {*words(organisation.acronym or ""), *words(organisation.place.commune or "")}
    return bool({word, f"{word}s"} & said) or sector in {c.sector for c in organisation.sectors}

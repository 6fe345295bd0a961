"""The default edition as open data: real rows, read by the validators of others."""

import json
import re
from pathlib import Path
from typing import Any

import frictionless
import phonenumbers
import pytest
from data_inclusion.schema.v1.structures import Structure
from phonenumbers import PhoneNumberType

from territorial_map.open_data.writing import Publication, write_open_data
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.open_data.leaving import Leaving
from territorial_map.store.editions import EditionFile
from tests.browser.conftest import default_edition
from tests.known import KNOWLEDGE
from tests.once import folder_of_the_run, made_once

pytestmark = pytest.mark.edition
MEDNUM = Path(__file__).parents[1] / "fixtures" / "mediation-numerique-schema-1.0.2.json"
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> tuple[Path, Leaving, int]:
    run = folder_of_the_run(tmp_path_factory, worker_id)
    editions = made_once(run / "default-editions", default_edition)
    file = EditionFile(editions, (editions / "current").read_text().strip())
    folder = tmp_path_factory.mktemp("default-open-data") / "open"
    edition = OpenEdition(file, KNOWLEDGE)
    leaving = write_open_data(edition, folder, Publication("", "https://annuaire.example"))
    file.close()
    return folder, leaving, edition.edition.report.kept


def descriptor(folder: Path) -> Any:
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def test_every_row_leaves_or_is_counted(made: tuple[Path, Leaving, int]) -> None:
    folder, leaving, kept = made
    rows = descriptor(folder)["resources"][0]["organisations"]

    assert rows + leaving.kept_back == kept
    assert min(rows, leaving.kept_back) > 3_000
    assert leaving.facts_taken_out > 300


def test_the_package_is_valid(made: tuple[Path, Leaving, int]) -> None:
    report = frictionless.validate(str(made[0] / "datapackage.json"))
    tasks = {task.name: [error.message for error in task.errors[:5]] for task in report.tasks}

    assert len(tasks) == 5
    assert report.valid, tasks


def test_structures_are_valid_for_data_inclusion(made: tuple[Path, Leaving, int]) -> None:
    rows = json.loads((made[0] / "structures-data-inclusion.json").read_text(encoding="utf-8"))

    assert len(rows) > 1_500
    assert len({Structure(**row).id for row in rows}) == len(rows)


def test_places_are_valid_for_the_national_schema(made: tuple[Path, Leaving, int]) -> None:
    schema = frictionless.Schema.from_descriptor(json.loads(MEDNUM.read_text(encoding="utf-8")))
    resource = frictionless.Resource(
        path="lieux-mediation-numerique.csv", basepath=str(made[0]), schema=schema
    )

    report = frictionless.validate(resource)

    assert report.tasks[0].stats["rows"] > 300
    assert report.valid, [error.message for error in report.tasks[0].errors[:5]]


def test_nobody_can_be_reached_through_the_files(made: tuple[Path, Leaving, int]) -> None:
    names = ("organisations.csv", "structures-data-inclusion.json", "lieux-mediation-numerique.csv")
    texts = [(made[0] / name).read_text(encoding="utf-8") for name in names]
    numbers = [
        match.number for text in texts for match in phonenumbers.PhoneNumberMatcher(text, "FR")
    ]

    assert len(numbers) > 2_000
    assert [
        phonenumbers.format_number(one, phonenumbers.PhoneNumberFormat.E164)
        for one in numbers
        if phonenumbers.number_type(one) is PhoneNumberType.MOBILE
    ] == []
    assert [EMAIL.findall(text) for text in texts] == [[], [], []]

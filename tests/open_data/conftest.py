"""The synthetic directory as an edition, and its files of open data."""

from pathlib import Path
from typing import Any

import pytest

from territorial_map.domain.edition import EditionReport, SourceCount
from territorial_map.open_data.writing import write_open_data
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.store.editions import EditionFile
from territorial_map.store.writer import write_edition
from tests.known import KNOWLEDGE
from tests.open_data.directory import PUBLICATION, UNSTATED, directory
from tests.synthetic import PLACES


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("open-data-editions")
    rows = directory()
    report = EditionReport(
        (
            SourceCount("a.csv", "Table synthétique", "2026-01", "Licence Ouverte 2.0", 7, 7, 0, 0),
            SourceCount("b.csv", "Faits synthétiques", "2026", UNSTATED, 0, 0, 0, 0),
        )
    )
    name = write_edition(rows, PLACES, report, folder, built_on="2026-11-22")
    del name
    current = (folder / "current").read_text().strip()
    file = EditionFile(folder, current)
    yield OpenEdition(file, KNOWLEDGE)
    file.close()


@pytest.fixture(scope="module")
def folder(edition: OpenEdition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("open-data") / "stated"
    write_open_data(edition, made, PUBLICATION)
    return made

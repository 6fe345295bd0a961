"""The default tables assembled once, and a way to write small ones."""

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from territorial_map.ingest.assemble import Assembled, assemble
from territorial_map.ingest.tables import TABLES
from tests.known import KNOWLEDGE
from territorial_map.ingest.territories import TerritoryReference, load_territories

DATA = Path(__file__).parents[3] / "data"
WriteTable = Callable[[str, Sequence[Mapping[str, str]]], Path]


@pytest.fixture(scope="session")
def territory_folder() -> Path:
    return DATA / "territories"


@pytest.fixture(scope="session")
def default_directory(territory_folder: Path) -> Assembled:
    """The whole directory, from the tables of the project."""
    return assemble(DATA / "sources", territory_folder, KNOWLEDGE.trades)


@pytest.fixture(scope="session")
def territories(territory_folder: Path) -> TerritoryReference:
    return load_territories(territory_folder)


@pytest.fixture
def write_table(tmp_path: Path) -> WriteTable:
    """Write rows as one of the known tables, cells left out blank; gives back the folder."""

    def write(file: str, rows: Sequence[Mapping[str, str]]) -> Path:
        table = next(table for table in TABLES if table.file == file)
        with (tmp_path / file).open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, table.columns, restval="")
            writer.writeheader()
            writer.writerows(rows)
        return tmp_path

    return write

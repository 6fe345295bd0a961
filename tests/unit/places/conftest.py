"""The territories of the project, loaded once."""

from pathlib import Path

import pytest

from territorial_map.ingest.territories import TerritoryReference, load_territories

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def territory_folder() -> Path:
    return ROOT / "data" / "territories"


@pytest.fixture(scope="session")
def source_folder() -> Path:
    return ROOT / "data" / "sources"


@pytest.fixture(scope="session")
def reference(territory_folder: Path) -> TerritoryReference:
    return load_territories(territory_folder)

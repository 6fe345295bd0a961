"""The practices of the repository, read once."""

from pathlib import Path

import pytest

from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.services.knowledge.loading import load_practice_library

PRACTICES_FOLDER = Path(__file__).parents[3] / "data" / "practices"


@pytest.fixture(scope="session")
def practices_folder() -> Path:
    return PRACTICES_FOLDER


@pytest.fixture(scope="session")
def library() -> PracticeLibrary:
    return load_practice_library(PRACTICES_FOLDER)

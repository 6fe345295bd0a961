"""The texts of the project, loaded once."""

from pathlib import Path

import pytest

from territorial_map.domain.ptce.law import Law
from territorial_map.services.knowledge.legal_texts import load_law

LAW_FOLDER = Path(__file__).parents[3] / "data" / "law"


@pytest.fixture(scope="session")
def law() -> Law:
    return load_law(LAW_FOLDER)

"""Fixtures shared by every test: synthetic organisations, a small edition, the default edition."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from territorial_map.api.operators import Operators
from territorial_map.domain.edition import EditionReport, SourceCount
from territorial_map.domain.knowledge import Knowledge
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Dismissal, Ledger, dismissal_of
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.practices.linking import link_directory
from territorial_map.store.editions import EditionFile
from territorial_map.store.writer import write_edition
from tests.known import KNOWLEDGE
from tests.synthetic import LAYERS, PLACES, synthetic_organisations
from tests.two_editions import TwoEditions, write_two
from tests.unsteady import (
    pytest_collection_modifyitems,
    pytest_sessionfinish,
    pytest_terminal_summary,
)

__all__ = [
    "pytest_collection_modifyitems",
    "pytest_sessionfinish",
    "pytest_terminal_summary",
]

# A deadline is a timed assertion: it fails on a busy machine, and says nothing of the law.
settings.register_profile("laws", deadline=None)
settings.load_profile("laws")


@pytest.fixture(scope="session")
def small_editions(tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge) -> Path:
    """A folder with one edition of synthetic organisations, named as such, linked to practices."""
    folder = tmp_path_factory.mktemp("small-editions")
    organisations = link_directory(synthetic_organisations(), knowledge.practices)
    n = len(organisations)
    report = EditionReport(
        (SourceCount("synthetic.csv", "Table synthétique", "2026-01", "CC0", n, n, 0, 0),),
        layers=LAYERS,
    )
    write_edition(organisations, PLACES, report, folder, built_on="2026-11-22")
    return folder


@pytest.fixture(scope="session")
def small_edition(small_editions: Path) -> Iterator[OpenEdition]:
    """The synthetic edition, open."""
    name = (small_editions / "current").read_text().strip()
    file = EditionFile(small_editions, name)
    yield OpenEdition(file, KNOWLEDGE)
    file.close()


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The texts and practices of the project."""
    return KNOWLEDGE


@pytest.fixture(scope="session")
def operators(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Operators]:
    """Operator mode, open, over an empty ledger."""
    ledger = Ledger(f"sqlite:///{tmp_path_factory.mktemp('ledger') / 'ledger.sqlite'}")
    yield Operators(ledger, "synthetic secret of tests")
    ledger.close()


@pytest.fixture
def dismissed(operators: Operators) -> Iterator[Dismissal]:
    """A pair of the small edition that operators set aside, as long as the test lasts."""
    pair = dismissal_of("synthetic:paris0", "synthetic:paris1", PoolingCategory.MOBILITY)
    operators.ledger.dismiss(pair)
    yield pair
    operators.ledger.restore(pair)


@pytest.fixture(scope="session")
def two(tmp_path_factory: pytest.TempPathFactory) -> TwoEditions:
    """Two synthetic editions a month apart, the later one current."""
    return write_two(tmp_path_factory.mktemp("two-editions"))

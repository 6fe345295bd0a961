"""A directory served without a browser, with an older edition behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from territorial_map.bootstrap import create_application
from territorial_map.domain.edition import EditionReport, SourceCount
from territorial_map.ledger.dismissals import Ledger
from territorial_map.settings import Settings
from territorial_map.store.writer import write_edition
from territorial_map.web.frame.pages import Pages
from territorial_map.web.page_list import PAGES
from tests.sites import site_of
from tests.synthetic import PLACES, organisation, source, synthetic_organisations
from tests.web.served_pages import GONE, HOSTILE, MERGED, PUBLIC


@pytest.fixture(scope="session")
def pages(small_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    """Every page of the product, on the synthetic edition."""
    ledger = Ledger(f"sqlite:///{tmp_path_factory.mktemp('ledger') / 'ledger.sqlite'}")
    yield Pages(PAGES, site_of(small_editions, ledger, PUBLIC))
    ledger.close()


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("sharing")
    kept = [
        *synthetic_organisations(),
        organisation(
            "synthetic:two-sources", sources=(source("synthetic:two-sources"), source(MERGED))
        ),
        organisation("synthetic:hostile", name=HOSTILE),
    ]
    kept.sort(key=lambda one: one.id)
    before = [organisation(GONE, name="Organisation synthétique disparue")]
    for organisations, day in ((before, "2026-10-01"), (kept, "2026-11-22")):
        n = len(organisations)
        report = EditionReport(
            (SourceCount("synthetic.csv", "Table synthétique", "2026-01", "CC0", n, n, 0, 0),)
        )
        write_edition(organisations, PLACES, report, folder, built_on=day)
    settings = Settings(
        editions=folder, public_url=PUBLIC, ledger=f"sqlite:///{folder / 'ledger.sqlite'}"
    )
    with TestClient(
        create_application(settings), base_url="http://127.0.0.1", follow_redirects=False
    ) as client:
        yield client

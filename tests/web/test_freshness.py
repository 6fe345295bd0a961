"""The page of sources says how fresh the official files are."""

from pathlib import Path

from starlette.testclient import TestClient

from territorial_map.bootstrap import create_application
from territorial_map.domain.refresh import SourceOutcome
from territorial_map.settings import Settings
from territorial_map.store.refresh_files import keep_report
from territorial_map.store.writer import write_edition
from tests.refresh.reports import refresh_report
from tests.store.test_editions import REPORT
from tests.synthetic import PLACES

NBSP = "\u00a0"


def page(folder: Path, address: str = "/sources") -> str:
    settings = Settings(editions=folder, ledger=f"sqlite:///{folder / 'ledger.sqlite'}")
    with TestClient(create_application(settings), base_url="http://127.0.0.1") as client:
        return client.get(address).text


def test_a_source_that_has_perhaps_stopped_is_told(tmp_path: Path) -> None:
    write_edition([], PLACES, REPORT, tmp_path, built_on="2026-11-22")
    keep_report(tmp_path, refresh_report("2026-05-04"))

    french, english = page(tmp_path), page(tmp_path, "/sources?lang=en")

    assert f"source arrêtée{NBSP}? (inchangée)" in french
    assert "04/05/2026" in french
    assert "source stopped? (unchanged)" in english


def test_a_failure_is_told_with_its_reason(tmp_path: Path) -> None:
    write_edition([], PLACES, REPORT, tmp_path, built_on="2026-11-22")
    why = "static.data.gouv.fr : connexion coupée."
    keep_report(tmp_path, refresh_report("2026-11-27", outcome=SourceOutcome.FAILED, why=why))

    assert f"static.data.gouv.fr{NBSP}: connexion coupée." in page(tmp_path)


def test_without_a_refresh_nothing_is_said_of_freshness(tmp_path: Path) -> None:
    write_edition([], PLACES, REPORT, tmp_path, built_on="2026-11-22")

    assert "Fraîcheur des sources" not in page(tmp_path)

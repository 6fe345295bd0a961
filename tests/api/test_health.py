"""The service says how it is, and goes on serving while something is away."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from territorial_map.api.application import create_server
from territorial_map.api.operators import Operators
from territorial_map.ledger.dismissals import Ledger
from territorial_map.services import health
from territorial_map.store.pointers import point_to
from territorial_map.store.refresh_files import keep_report
from territorial_map.store.writer import write_edition
from tests.refresh.reports import refresh_report
from tests.sites import site_of
from tests.store.test_editions import REPORT
from tests.synthetic import PLACES

BUILT = datetime(2026, 11, 22, tzinfo=UTC).date()


def client_of(folder: Path, ledger: Ledger) -> TestClient:
    return TestClient(create_server(site_of(folder, ledger, "x"), Operators(ledger)))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    yield opened
    opened.close()


def asked(client: TestClient) -> dict[str, Any]:
    answer = client.get("/api/v1/health")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    told: dict[str, Any] = answer.json()
    return told


def test_a_service_that_has_everything_is_well(small_editions: Path, ledger: Ledger) -> None:
    told = asked(client_of(small_editions, ledger))

    assert (told["status"], told["degraded"], told["troubles"]) == ("ok", False, [])
    assert told["edition"].startswith("2026-11-22-")
    assert told["edition_age_days"] == (datetime.now(tz=UTC).date() - BUILT).days
    assert told["oldest_source"] == "2026-01"
    assert told["oldest_source_age_days"] > told["edition_age_days"]
    assert told["ledger"] == {"available": True}
    assert told["disk"]["free_mb"] > 0


def test_a_ledger_that_is_away_degrades_and_names_no_path(
    small_editions: Path, tmp_path: Path
) -> None:
    (tmp_path / "spoiled.sqlite").write_bytes(b"not a database, " * 99)
    told = asked(client_of(small_editions, Ledger(f"sqlite:///{tmp_path / 'spoiled.sqlite'}")))

    assert told["status"] == "degraded"
    assert told["ledger"] == {"available": False}
    assert told["troubles"] == ["Le registre des décisions ne répond pas."]


def test_an_edition_that_cannot_be_opened_degrades_and_the_old_one_serves(
    tmp_path: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("territorial_map.services.directory._LOOK_EVERY_SECONDS", 0.0)
    first = write_edition([], PLACES, REPORT, tmp_path, built_on="2026-11-22")
    site = site_of(tmp_path, ledger, "x")
    client = TestClient(create_server(site, Operators(ledger)))
    before = asked(client)
    (tmp_path / "broken.duckdb").write_bytes(b"not a database")
    point_to(tmp_path, "broken")

    client.get("/api/v1/health")
    site.directory.settle()
    after = asked(client)

    assert before["status"] == "ok"
    assert after["status"] == "degraded"
    assert after["edition"] == first.id
    assert len(after["troubles"]) == 1
    assert str(tmp_path) not in after["troubles"][0]


def test_a_full_disk_is_told(
    small_editions: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(small_editions)
    monkeypatch.setattr(health, "_LEAST_FREE_MB", (usage.free >> 20) + 10_000)

    assert "Mo sur le disque" in asked(client_of(small_editions, ledger))["troubles"][0]


def test_without_an_edition_no_visitor_is_asked_for(tmp_path: Path, ledger: Ledger) -> None:
    client = client_of(tmp_path, ledger)

    ready, state = client.get("/api/v1/ready"), client.get("/api/v1/health")

    assert (ready.status_code, state.status_code) == (503, 503)
    assert str(tmp_path) not in ready.text + state.text


def test_a_service_with_an_edition_is_ready(small_editions: Path, ledger: Ledger) -> None:
    answer = client_of(small_editions, ledger).get("/api/v1/ready")

    assert answer.status_code == 200
    assert answer.json()["ready"] is True


def test_a_source_that_has_perhaps_stopped_is_told_and_the_service_is_well(
    tmp_path: Path, ledger: Ledger
) -> None:
    write_edition([], PLACES, REPORT, tmp_path, built_on="2026-11-22")
    keep_report(tmp_path, refresh_report("2026-05-04"))
    told = asked(client_of(tmp_path, ledger))

    assert (told["status"], told["troubles"]) == ("ok", [])
    assert "Registre synthétique : source arrêtée ?" in told["stale_sources"][0]
    assert "2026-05-04" in told["stale_sources"][0]


def test_a_fresh_source_is_not_told_as_stale(tmp_path: Path, ledger: Ledger) -> None:
    write_edition([], PLACES, REPORT, tmp_path, built_on="2026-11-22")
    day = datetime.now(tz=UTC).date().isoformat()
    keep_report(tmp_path, refresh_report(day, day))

    assert asked(client_of(tmp_path, ledger))["stale_sources"] == []

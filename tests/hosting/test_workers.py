"""Several workers serve one port, are counted together, and end within seconds."""

import signal
import socket
from pathlib import Path

import httpx2 as httpx
import pytest
from starlette.testclient import TestClient

from territorial_map.bootstrap import create_application
from territorial_map.settings import Settings
from tests.hosting.servers import server_process

END_S = 10


def requests_counted(figures: str) -> int:
    """All requests of the figures, whichever worker answered them."""
    lines = [line for line in figures.splitlines() if line.startswith("territorial_map_requests_t")]
    return sum(int(float(line.rpartition(" ")[2])) for line in lines if "/api/v1/facets" in line)


@pytest.mark.edition
def test_two_workers_serve_one_port_are_counted_together_and_end(
    small_editions: Path, tmp_path: Path
) -> None:
    metrics = str(tmp_path / "metrics")
    with server_process(small_editions, tmp_path, "--workers", "2", metrics=metrics) as (
        address,
        process,
    ):
        asked = [httpx.get(f"{address}/api/v1/facets").status_code for _ in range(24)]
        figures = httpx.get(f"{address}/metrics").text
        half_sent = socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2])))
        half_sent.sendall(b"POST /api/v1/match HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nso")
        process.send_signal(signal.SIGTERM)
        process.wait(END_S)
        half_sent.close()

    assert asked == [200] * 24
    assert requests_counted(figures) == 24
    assert "territorial_map_edition_age_days" in figures
    assert "Traceback" not in (tmp_path / "log").read_text(encoding="utf-8")


def test_figures_are_told_by_setting_only(small_editions: Path, tmp_path: Path) -> None:
    ledger = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    with TestClient(create_application(Settings(editions=small_editions, ledger=ledger))) as client:
        answer = client.get("/metrics")

    assert answer.status_code == 404

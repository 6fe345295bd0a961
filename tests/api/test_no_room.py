"""A machine that cannot write any more: files are refused in a sentence, the rest goes on."""

import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from territorial_map.bootstrap import create_application
from territorial_map.domain.machine_faults import is_of_machine
from territorial_map.settings import Settings

FORMATS = ("csv", "xlsx", "ods", "gpkg", "pdf", "docx", "kml", "geojson", "html", "vcf")


@pytest.fixture(scope="module")
def client(small_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = Settings(
        editions=small_editions,
        ledger=f"sqlite:///{tmp_path_factory.mktemp('ledger') / 'ledger.sqlite'}",
        exports_per_minute=10_000,
    )
    with TestClient(create_application(settings), raise_server_exceptions=False) as client:
        yield client


@pytest.mark.parametrize("code", FORMATS)
def test_a_file_that_cannot_be_written_is_refused_with_when_to_come_back(
    client: TestClient, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"/api/v1/export.{code}?department=26"
    before = client.get(path).status_code
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "taken-away"))

    answer = client.get(path)

    assert before == 200
    assert answer.status_code == 503
    assert answer.headers["retry-after"]
    assert "ne peut pas écrire" in answer.json()["detail"]
    assert str(tmp_path) not in answer.text
    others = ("/api/v1/organisations", "/api/v1/map", "/api/v1/health", "/")
    assert [client.get(other).status_code for other in others] == [200] * len(others)
    monkeypatch.undo()
    assert client.get(path).status_code == 200


OF_THE_MACHINE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.ENOENT)


@pytest.mark.parametrize("number", [*OF_THE_MACHINE, errno.EMFILE])
def test_what_the_machine_refuses_is_told_as_such(number: int) -> None:
    assert is_of_machine(OSError(number, os.strerror(number)))


@pytest.mark.parametrize("number", [errno.EPIPE, errno.ECONNRESET])
def test_a_client_that_leaves_is_no_fault_of_the_machine(number: int) -> None:
    assert not is_of_machine(OSError(number, os.strerror(number)))

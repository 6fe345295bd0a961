"""A client generated from the document reads three answers: a list, a sheet, and a check."""

import importlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from territorial_map.settings import Settings
from tests.serving import served

PACKAGE = "generated_client"
# The generator refuses what it does not know: our problems and maps are JSON to it.
SETTINGS = """post_hooks: []
content_type_overrides:
  application/problem+json: application/json
  application/geo+json: application/json
  application/schema+json: application/json
  application/vnd.oai.openapi+json: application/json
"""


@pytest.fixture(scope="module")
def address(small_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    ledger = tmp_path_factory.mktemp("client-ledger") / "ledger.sqlite"
    with served(Settings(editions=small_editions, ledger=f"sqlite:///{ledger}")) as address:
        yield address


@pytest.fixture(scope="module")
def package(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The client, generated and importable while the tests of this module run."""
    import httpx2  # noqa: PLC0415 - used here alone

    folder = tmp_path_factory.mktemp("client")
    document = httpx2.get(f"{address}/api/v1/openapi.json").json()
    (folder / "openapi.json").write_text(json.dumps(document), encoding="utf-8")
    (folder / "settings.yml").write_text(SETTINGS, encoding="utf-8")
    program = shutil.which("openapi-python-client", path=str(Path(sys.executable).parent))
    assert program is not None
    command = [program, "generate", "--path", "openapi.json", "--config", "settings.yml"]
    command += ["--output-path", PACKAGE, "--meta", "none"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - a development tool of ours, on a file of ours
    assert done.returncode == 0, done.stdout + done.stderr
    sys.path.insert(0, str(folder))
    yield PACKAGE
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


def part(package: str, name: str) -> Any:
    return importlib.import_module(f"{package}.{name}")


def test_a_list_is_read_with_its_types(package: str, address: str) -> None:
    organisations = part(package, "api.directory.list_organisations")

    with part(package, "client").Client(base_url=address) as client:
        page = organisations.sync(client=client, limit=3)

    assert page.total == 14
    assert len(page.items) == 3
    assert {item.kind.value for item in page.items} <= {"ess_actor", "ptce", "sheltered_supplier"}


def test_a_sheet_is_read_and_a_wrong_id_is_a_problem(package: str, address: str) -> None:
    sheet = part(package, "api.directory.get_organisation")

    with part(package, "client").Client(base_url=address) as client:
        found = sheet.sync(client=client, organisation_id="synthetic:ptce")
        nobody = sheet.sync(client=client, organisation_id="synthetic:nobody")

    assert {member.organisation.id for member in found.members} == {
        "synthetic:town",
        "synthetic:scop",
    }
    assert (nobody.status, nobody.title) == (404, "Introuvable")


def test_a_body_is_sent_and_its_answer_read(package: str, address: str) -> None:
    check = part(package, "api.ptce.check_ptce_group")
    body = part(package, "models").GroupAsked(ids=["synthetic:scop", "synthetic:town"])

    with part(package, "client").Client(base_url=address) as client:
        checked = check.sync(client=client, body=body)

    assert len(checked.article_9) == len(checked.call_eligibility) == 7
    assert checked.legal_persons.at_least == 2

"""Files of the tests, and an import of one of them."""

from pathlib import Path

import pytest

from territorial_map.ingest.sources import Choices, import_files, importer_for
from territorial_map.readers import read_table
from tests.ingest.sources.runs import Imported, RunImport, Write

ROOT = Path(__file__).parents[3]
FIXTURES = ROOT / "tests" / "fixtures"


@pytest.fixture
def run_import(tmp_path: Path) -> RunImport:
    """Import files of the fixtures (by name) or any path; the report and the rows by id."""

    def run(source: str, *files: str | Path, as_of: str = "2026-11-01", **more: object) -> Imported:
        paths = [FIXTURES / file for file in files]
        into = tmp_path / "sources"
        choices = Choices(as_of=as_of, **more)  # type: ignore[arg-type] # fields of Choices
        report = import_files(importer_for(source, paths, choices), paths, into, choices)
        rows = read_table(into / report.about.table).rows
        return report, {row.values["id"]: row for row in rows}

    return run


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file of given bytes or text."""

    def written(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written

"""What a refresh left, as tests of it read it."""

from pathlib import Path

from territorial_map.domain.refresh import (
    RefreshReport,
)
from territorial_map.refresh.words import lines_of
from territorial_map.store.editions import EditionFile

TABLE = "sheltered_suppliers.csv"


def kept_of(editions: Path, edition_id: str) -> dict[str, int]:
    file = EditionFile(editions, edition_id)
    file.close()
    return {source.file: source.kept for source in file.edition.report.sources}


def told_by(report: RefreshReport) -> str:
    return "\n".join(lines_of(report))

"""Two synthetic editions a month apart: one new, one gone, one merged, some changed."""

from dataclasses import dataclass, replace
from pathlib import Path

from territorial_map.domain.edition import EditionReport, SourceCount
from territorial_map.domain.organisation import Organisation
from territorial_map.store.writer import write_edition
from tests.synthetic import PLACES, organisation, place, source, synthetic_organisations


@dataclass(frozen=True)
class TwoEditions:
    """A folder and the ids of its two editions, the later one current."""

    folder: Path
    older: str
    newer: str


def write_two(folder: Path) -> TwoEditions:
    """Write them: see the module."""
    rows = {o.id: o for o in synthetic_organisations()}
    older = _write(folder, list(rows.values()), "2026-10-22")
    rows.pop("synthetic:lieu")
    rows.pop("synthetic:no-commune")
    rows["synthetic:new"] = organisation("synthetic:new", name="=Nouvelle synthétique")
    rows["synthetic:ptce"] = replace(rows["synthetic:ptce"], name="Pôle synthétique")
    rows["synthetic:scop"] = replace(rows["synthetic:scop"], place=place(5.0, 45.0, "26362"))
    site = rows["synthetic:site1"]
    rows["synthetic:site1"] = replace(
        site, phone="0475000000", sources=(*site.sources, source("synthetic:no-commune"))
    )
    newer = _write(folder, sorted(rows.values(), key=lambda o: o.id), "2026-11-22")
    return TwoEditions(folder, older, newer)


def _write(folder: Path, rows: list[Organisation], day: str) -> str:
    n = len(rows)
    report = EditionReport((SourceCount("s.csv", "Table synthétique", "2026", "CC0", n, n, 0, 0),))
    return write_edition(rows, PLACES, report, folder, built_on=day).id

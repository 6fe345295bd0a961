"""Sirene: two stock files joined, the ESS kept, persons and hidden units never."""

from pathlib import Path

import duckdb
import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.domain.vocabulary import Sector
from territorial_map.ingest.sources import Choices, import_files, importer_for
from tests.ingest.sources.runs import RunImport, Write
from tests.known import KNOWLEDGE

SITES, UNITS = "sirene-sites-synthetic.csv", "sirene-units-synthetic.csv"
FIXTURES = Path(__file__).parents[2] / "fixtures"


def test_the_ess_is_kept_and_every_other_row_is_counted(run_import: RunImport) -> None:
    report, rows = run_import("auto", SITES, UNITS)
    intake = report.intake

    assert report.by_category == {
        "association": 1,
        "cooperative": 1,
        "commercial_ess": 1,
        "mutual": 1,
    }
    assert {kind.value: n for kind, n in intake.left_out.items()} == {
        "other_unit": 5,
        "not_public": 1,
        "closed": 1,
    }
    assert {kind.value: n for kind, n in intake.noted.items()} == {
        "unit_not_ess": 2,
        "unit_not_public": 1,
        "unit_sole_trader": 1,
        "unit_closed": 1,
    }
    assert intake.read == 11 == len(rows) + intake.left_out.total()
    assert "FICTIVE, PERSONNE" not in str(rows)


def test_the_filtering_of_a_file_is_told_forwards_to_its_end(tmp_path: Path) -> None:
    told: dict[str, list[int]] = {}
    files = [FIXTURES / UNITS, FIXTURES / SITES]

    def progress(step: str, done: int, total: int) -> None:
        if step.startswith("Filtrage"):
            assert total == 100
            told.setdefault(step, []).append(done)

    choices = Choices(as_of="2026-11-01")
    import_files(
        importer_for("sirene", files, choices), files, tmp_path, choices, progress=progress
    )

    assert list(told) == [f"Filtrage : {path.name}" for path in files]
    assert all(shares == sorted(shares) and shares[-1] == 100 for shares in told.values())
    assert all(50 in shares for shares in told.values())  # the first of two statements


def test_points_are_read_in_the_zone_of_their_department(run_import: RunImport) -> None:
    _, rows = run_import("sirene", UNITS, SITES)
    mainland, reunion = (
        rows[f"sirene:{siret}"].values for siret in ("99900001100018", "99900009400014")
    )

    assert (mainland["lat"], mainland["lon"]) == ("46.474087", "5.101313")
    assert (reunion["lat"][:6], reunion["lon"][:5]) == ("-20.88", "55.44")


def test_both_nomenclatures_are_understood(run_import: RunImport) -> None:
    _, rows = run_import("sirene", UNITS, SITES)
    codes = {row.values["naf"] for row in rows.values()}
    entries = {code: KNOWLEDGE.trades.codes.entry(code) for code in codes}

    assert codes == {"3832Z", "NAF25:8899J"}
    assert [entry.sectors for code, entry in sorted(entries.items()) if entry] == [
        (Sector.ENVIRONMENT_CIRCULAR,),
        (Sector.SOCIAL_CARE,),
    ]
    assert KNOWLEDGE.trades.codes.entry("NAF25:9521Z") is None


def test_parquet_gives_the_same_rows_as_csv(run_import: RunImport, tmp_path: Path) -> None:
    for name in (SITES, UNITS):
        parquet = tmp_path / f"{name}.parquet"
        duckdb.execute(f"COPY (FROM read_csv('{FIXTURES / name}')) TO '{parquet}'")

    _, by_csv = run_import("sirene", UNITS, SITES)
    _, by_parquet = run_import("auto", tmp_path / f"{UNITS}.parquet", tmp_path / f"{SITES}.parquet")

    assert by_parquet == by_csv


def test_a_bad_line_is_rejected_and_the_others_are_read(
    run_import: RunImport, write: Write
) -> None:
    content = (FIXTURES / SITES).read_text(encoding="utf-8")
    path = write("sites.csv", f"{content}999000011,court\n")

    report, rows = run_import("sirene", FIXTURES / UNITS, path)

    assert len(rows) == 4
    assert [kind.value for kind in report.intake.rejected] == ["unreadable"]
    assert report.intake.read == 12


def test_one_file_alone_is_not_enough(run_import: RunImport) -> None:
    with pytest.raises(SourceError, match="Donnez les deux"):
        run_import("auto", SITES)

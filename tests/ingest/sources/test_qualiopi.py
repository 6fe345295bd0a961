"""Training bodies: only those known to be legal persons come in, whatever their name says."""

from pathlib import Path

import pyarrow.csv
import pyarrow.parquet
import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.ingest.companies import (
    COMPANIES_FILE,
    CompanyAnswer,
    CompanyState,
    write_companies,
)
from tests.ingest.sources.runs import RunImport, Write

FIXTURES = Path(__file__).parents[2] / "fixtures"
LIST, UNITS = "qualiopi-synthetic.csv", "sirene-units-synthetic.csv"
PUBLIC, LEGAL = "nda:84260000005", "nda:84260000001"


def test_alone_only_persons_of_public_law_come_in(run_import: RunImport) -> None:
    report, rows = run_import("auto", LIST)

    assert report.about.code == "qualiopi"
    assert set(rows) == {PUBLIC}
    assert {kind.value: n for kind, n in report.intake.left_out.items()} == {
        "maybe_natural_person": 5
    }
    assert rows[PUBLIC].values["category"] == "training"
    assert rows[PUBLIC].values["kind"] == "territorial_partner"


def test_the_units_of_sirene_tell_who_is_a_legal_person(run_import: RunImport) -> None:
    report, rows = run_import("qualiopi", LIST, UNITS)

    assert set(rows) == {PUBLIC, LEGAL}
    assert {kind.value: n for kind, n in report.intake.left_out.items()} == {
        "maybe_natural_person": 3,
        "not_certified": 1,
    }


def test_units_in_parquet_tell_the_same(run_import: RunImport, tmp_path: Path) -> None:
    path = tmp_path / "units.parquet"
    text = pyarrow.csv.ConvertOptions(
        column_types={"siren": "string", "categorieJuridiqueUniteLegale": "string"}
    )
    table = pyarrow.csv.read_csv(FIXTURES / UNITS, convert_options=text)
    pyarrow.parquet.write_table(table, path)

    _, rows = run_import("qualiopi", LIST, path)

    assert set(rows) == {PUBLIC, LEGAL}


def test_a_number_of_another_table_lets_in_but_a_natural_person_of_sirene_stays_out(
    run_import: RunImport,
) -> None:
    run_import("sirene", UNITS, "sirene-sites-synthetic.csv")
    folder_knows = {"999000011"}

    _, rows = run_import("qualiopi", LIST)
    assert {row.values["siren"] for row in rows.values()} == {"262602816"} | folder_knows


def test_a_table_that_tells_a_natural_person_lets_nobody_in(
    run_import: RunImport, tmp_path: Path
) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "liste.csv").write_text(
        "id,siren,legal_category\nx:1,999000052,1000\nx:2,999001209,\n", encoding="utf-8"
    )

    _, alone = run_import("qualiopi", LIST)
    _, beside_sirene = run_import("qualiopi", LIST, UNITS)

    assert {row.values["siren"] for row in alone.values()} == {"262602816", "999001209"}
    assert "999000052" not in {row.values["siren"] for row in beside_sirene.values()}


def test_what_stays_out_is_written_nowhere(run_import: RunImport, tmp_path: Path) -> None:
    run_import("qualiopi", LIST, UNITS, rejects=tmp_path / "rejets.csv")
    written = [path for path in tmp_path.rglob("*") if path.is_file()]

    assert len(written) == 3
    told = " ".join(path.read_text(encoding="utf-8-sig") for path in written)
    assert "FICTIVE PERSONNE" not in told
    assert "999000052" not in told


def test_a_list_without_numbers_of_persons_is_refused(run_import: RunImport, write: Write) -> None:
    content = "Numéro Déclaration Activité;denomination\n1;ORGANISME SYNTHETIQUE\n"

    with pytest.raises(SourceError, match="colonne absente : « Code SIREN »"):
        run_import("qualiopi", write("of.csv", content))


def test_a_stock_that_is_cut_is_one_sentence(run_import: RunImport, write: Write) -> None:
    with pytest.raises(SourceError, match="Parquet illisible"):
        run_import("qualiopi", LIST, write("units.parquet", b"PAR1 cut"))


def test_a_person_whom_the_annuaire_refused_is_not_let_in(
    run_import: RunImport, tmp_path: Path
) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    refused = CompanyAnswer("999000052", CompanyState.REFUSED, "2026-11-28")
    legal = CompanyAnswer("999001209", CompanyState.OPEN, "2026-11-28", "9220")
    write_companies(folder / COMPANIES_FILE, {one.siren: one for one in (refused, legal)})

    _, rows = run_import("qualiopi", LIST)

    assert {row.values["siren"] for row in rows.values()} == {"262602816", "999001209"}

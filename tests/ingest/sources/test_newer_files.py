"""Files as they come in 2026: archives of départements, a new census, natural persons."""

import io
import zipfile
from pathlib import Path

import pytest

from territorial_map.domain.errors import SourceError, SourceTooLarge
from territorial_map.ingest.sources import check_files, importer_for
from tests.ingest.sources.runs import RunImport, Write

FIXTURES = Path(__file__).parents[2] / "fixtures"
WALDEC = (FIXTURES / "rna-waldec-synthetic.csv").read_bytes()
CENSUS = "tiers-lieux-2026-synthetic-unconfirmed.csv"


def archive(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in files.items():
            written.writestr(name.replace("__", "/").replace("_csv", ".csv"), content)
    return packed.getvalue()


def test_an_archive_of_departments_gives_the_rows_of_each_in_its_own_encoding(
    run_import: RunImport, write: Write
) -> None:
    header, *lines = WALDEC.splitlines(keepends=True)
    first, others = lines[0], b"".join(lines[1:])
    in_utf_8 = (header + others).decode("iso-8859-1").encode()
    packed = archive(
        rna_waldec_20261001_dpt_26_csv=header + first, rna_waldec_20261001_dpt_2A_csv=in_utf_8
    )
    path = write("rna_waldec_20261001.zip", packed)

    _, together = run_import("rna", FIXTURES / "rna-waldec-synthetic.csv")
    _, apart = run_import("rna", path)

    assert together
    assert {i: row.values for i, row in apart.items()} == {
        i: row.values for i, row in together.items()
    }
    assert importer_for("auto", [path]).about.code == "rna"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (archive(readme_txt=b"rien", autre_txt=b"rien"), "0 fichiers"),
        (archive(**{"..__a_csv": WALDEC, "b_csv": WALDEC}), "nom de fichier refusé"),
        (archive(a_csv=WALDEC, b_csv=WALDEC)[:-60], "ZIP|abîmée|archive|illisible"),
    ],
)
def test_an_archive_that_cannot_be_trusted_is_refused(
    write: Write, content: bytes, told: str
) -> None:
    paths = [write("rna.zip", content)]

    with pytest.raises(SourceError, match=told):
        check_files(importer_for("rna", paths), paths)


def test_an_archive_that_swells_is_refused(write: Write) -> None:
    paths = [write("rna.zip", archive(a_csv=WALDEC, b_csv=b"0" * 2**25))]

    with pytest.raises(SourceTooLarge, match="démesuré"):
        check_files(importer_for("rna", paths), paths)


def test_the_census_of_2026_is_placed_by_its_points_and_names_nobody(
    run_import: RunImport,
) -> None:
    report, rows = run_import("tiers-lieux", FIXTURES / CENSUS)
    first = rows["ftl:TL2001"].values

    assert set(rows) == {"ftl:TL2001", "ftl:TL2003"}
    assert (first["lat"], first["lon"], first["opened_on"]) == ("45.0461", "5.0522", "2019")
    assert first["phone"].replace(" ", "") == "0475000000"
    assert rows["ftl:TL2003"].values["lat"] == ""
    assert rows["ftl:TL2003"].values["phone"] == ""
    assert {reason.value: n for reason, n in report.intake.left_out.items()} == {"not_open_yet": 1}
    told = " ".join(" ".join(row.values.values()) for row in rows.values())
    assert "Personne Fictive" not in told
    assert "personne@" not in told


def test_the_census_of_2026_is_recognised() -> None:
    assert importer_for("auto", [FIXTURES / CENSUS]).about.code == "tiers-lieux"


@pytest.mark.parametrize("category", ["1000", "1100", "1300", "1900"])
def test_no_category_of_natural_persons_comes_in(
    run_import: RunImport, write: Write, category: str
) -> None:
    units = (FIXTURES / "sirene-units-synthetic.csv").read_text(encoding="utf-8")
    sites = FIXTURES / "sirene-sites-synthetic.csv"
    persons = write("units.csv", units.replace(",9220,", f",{category},"))

    _, before = run_import("sirene", FIXTURES / "sirene-units-synthetic.csv", sites)
    report, after = run_import("sirene", persons, sites)

    assert "sirene:99900001100018" in before
    assert "sirene:99900001100018" not in after
    assert {note.value for note in report.intake.noted} >= {"unit_sole_trader"}

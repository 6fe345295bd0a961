"""Whatever a file holds: a clear sentence or a rejected row; nothing lost, nothing half-written."""

import csv
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.errors import SourceError, UserError
from territorial_map.ingest.sources import (
    IMPORTERS,
    Choices,
    Importer,
    check_files,
    import_files,
    importer_for,
)
from territorial_map.ingest.sources.cell_cleaning import point_of
from territorial_map.ingest.sources.import_journal import Intake, without_persons
from tests.ingest.sources.runs import RunImport, Write

FIXTURES = Path(__file__).parents[2] / "fixtures"
HEADER, ROW = (FIXTURES / "ess-list-synthetic.csv").read_text(encoding="utf-8").split("\n")[:2]
ONE_OF_EACH = {
    "finess": "finess-reconstructed-extract-2021.csv",
    "ess-list": "ess-list-synthetic.csv",
    "marche-inclusion": "marche-page-1-synthetic.json",
    "rna": "rna-waldec-synthetic.csv",
    "tiers-lieux": "tiers-lieux-01-synthetic-unconfirmed.csv",
    "data-inclusion": "data-inclusion-synthetic.csv",
    "geiq": "geiq-synthetic-unconfirmed.xlsx",
    "qualiopi": "qualiopi-synthetic.csv",
    "ea2": "ea2-synthetic-unconfirmed.txt",
    "esat-directory": "esat-directory-synthetic-unconfirmed.csv",
    "hosmoz": "hosmoz-synthetic-unconfirmed.csv",
    "esus": "esus-synthetic-unconfirmed.xlsx",
    "ban": "ban-synthetic.csv",
    "civic-map": "civic-map-synthetic-unconfirmed.csv",
}
FIXED = [importer for importer in IMPORTERS if importer.about.code in ONE_OF_EACH]
importers = pytest.mark.parametrize("importer", FIXED, ids=lambda each: each.about.code)


def extension(importer: Importer) -> str:
    return Path(ONE_OF_EACH[importer.about.code]).suffix


@importers
def test_read_is_kept_and_rejected_and_left_out(importer: Importer) -> None:
    intake = check_files(importer, [FIXTURES / ONE_OF_EACH[importer.about.code]]).intake

    assert intake.kept > 0
    assert intake.read == intake.kept + intake.rejected.total() + intake.left_out.total()


@importers
def test_importing_twice_changes_nothing(importer: Importer, tmp_path: Path) -> None:
    files, choices = [FIXTURES / ONE_OF_EACH[importer.about.code]], Choices(as_of="2026-11-01")
    import_files(importer, files, tmp_path, choices)
    once = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    import_files(importer, files, tmp_path, choices)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == once


@importers
@pytest.mark.parametrize("content", [b"", b"\n", b"a;b;c\n", b"\xff\xfe", b"{}", b"PK\x03\x04"])
def test_a_file_of_nothing_is_one_sentence(
    importer: Importer, content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / f"fichier{extension(importer)}"
    path.write_bytes(content)

    with pytest.raises(UserError) as caught:
        import_files(importer, [path], tmp_path / "into", Choices(as_of="2026-11-01"))

    assert str(caught.value).startswith(path.name)
    assert not list((tmp_path / "into").glob("*"))


@importers
@given(content=st.binary(max_size=400))
def test_any_bytes_end_well(
    importer: Importer, content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("any") / f"fichier{extension(importer)}"
    path.write_bytes(content)

    try:
        intake = check_files(importer, [path]).intake
    except SourceError:
        intake = Intake()

    assert intake.read == intake.kept + intake.rejected.total() + intake.left_out.total()


@importers
@given(cut=st.integers(min_value=0, max_value=2_000), noise=st.binary(max_size=20))
def test_a_file_cut_or_scratched_anywhere_ends_well(
    importer: Importer, cut: int, noise: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = (FIXTURES / ONE_OF_EACH[importer.about.code]).read_bytes()
    place = cut % len(whole)
    path = tmp_path_factory.mktemp("cut") / f"fichier{extension(importer)}"
    path.write_bytes(whole[:place] + noise + whole[place + len(noise) : place + 3_000])

    try:
        intake = check_files(importer, [path]).intake
    except SourceError:
        intake = Intake()

    assert intake.read == intake.kept + intake.rejected.total() + intake.left_out.total()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (HEADER + "\n", "que sa ligne d’en-tête"),
        (HEADER.replace("SIREN", "Numéro") + "\n" + ROW + "\n", "colonne absente : « SIREN »"),
        (HEADER.replace(",", "~") + "\n" + ROW.replace(",", "~") + "\n", "colonne absente"),
    ],
)
def test_a_wrong_table_is_refused_by_name(
    content: str, sentence: str, run_import: RunImport, write: Write
) -> None:
    with pytest.raises(SourceError, match=sentence):
        run_import("ess-list", write("liste.csv", content))


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_another_encoding_or_separator_is_understood(
    encoding: str, separator: str, run_import: RunImport, write: Write
) -> None:
    content = f"{HEADER}\n{ROW}\n".replace(",", separator).encode(encoding)

    _, rows = run_import("ess-list", write("liste.csv", content))

    assert rows["ess-list:999000110"].values["commune"] == "ROMANS SUR ISERE"


@pytest.mark.parametrize(
    ("extra", "kind"),
    [
        (ROW[:30], "too_short"),
        (ROW.replace("999000110,", '999000128,"'), "open_quote"),
        (ROW.replace("ASSOCIATION", "A" * 2**20), "endless"),
        (ROW + ",en trop", "too_long"),
        (HEADER, "header_again"),
        (ROW.replace("999000110", ""), "no_id"),
        (ROW.replace("ASSOCIATION SYNTHETIQUE DE ROMANS", " "), "no_name"),
        (ROW, "already_read"),
    ],
)
def test_a_bad_row_is_kept_aside_with_its_line_and_reason(
    extra: str, kind: str, run_import: RunImport, write: Write, tmp_path: Path
) -> None:
    path = write("liste.csv", f"{HEADER}\n{ROW}\n{extra}\n")

    report, rows = run_import("ess-list", path, rejects=tmp_path / "rejets.csv")

    with (tmp_path / "rejets.csv").open(encoding="utf-8-sig") as file:
        assert "coordonnées de personnes" in next(file)
        rejected = list(csv.DictReader(file, delimiter=";", restkey="others"))
    assert list(rows) == ["ess-list:999000110"]
    assert [reason.value for reason in report.intake.rejected] == [kind]
    assert [(each["fichier"], each["ligne"]) for each in rejected] == [("liste.csv", "3")]
    assert rejected[0]["motif"]


def test_extra_columns_and_windows_bytes_do_no_harm(run_import: RunImport, write: Write) -> None:
    row = ROW.replace("SYNTHETIQUE", "SYNTHÉTIQUE")
    content = f"{HEADER},Observation\n{ROW},\n".encode() + (
        f"{row},Écrit ailleurs\n".replace("999000110", "999000128").encode("cp1252")
    )

    report, rows = run_import("ess-list", write("liste.csv", content))

    assert rows["ess-list:999000128"].values["name"] == "ASSOCIATION SYNTHÉTIQUE DE ROMANS"
    assert [kind.value for kind in report.intake.noted] == ["encoding_mixed"]


def test_many_identical_rows_are_one_row_in_bounded_memory(write: Write) -> None:
    path = write("liste.csv", f"{HEADER}\n" + f"{ROW}\n" * 50_000)
    tracemalloc.start()

    intake = check_files(importer_for("ess-list", [path]), [path]).intake
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (intake.kept, intake.rejected.total()) == (1, 49_999)
    assert peak < 16 * 2**20


def test_an_interrupted_import_leaves_the_folder_as_it_was(
    tmp_path: Path, write: Write, run_import: RunImport
) -> None:
    path = write("liste.csv", f"{HEADER}\n{ROW}\n")
    run_import("ess-list", path)
    before = {p.name: p.read_bytes() for p in (tmp_path / "sources").iterdir()}
    whole = importer_for("ess-list", [path])

    def stopped(*given: object) -> Iterator[object]:
        yield next(whole.rows(*given))  # type: ignore[arg-type] # what the run gives
        raise KeyboardInterrupt

    importer = Importer(whole.about, stopped, whole.recognises)  # type: ignore[arg-type] # the same
    with pytest.raises(KeyboardInterrupt):
        import_files(importer, [path], tmp_path / "sources", Choices(as_of="2027-01-01"))

    assert {p.name: p.read_bytes() for p in (tmp_path / "sources").iterdir()} == before


def test_without_a_date_the_import_asks_for_one(run_import: RunImport, write: Write) -> None:
    path = write("liste.csv", f"{HEADER}\n{ROW}\n")

    with pytest.raises(SourceError, match="--as-of"):
        run_import("ess-list", path, as_of="")


def test_the_date_may_be_in_the_name_of_the_file(run_import: RunImport, write: Write) -> None:
    path = write("liste-2026-10-05.csv", f"{HEADER}\n{ROW}\n")

    report, _ = run_import("ess-list", path, as_of="")

    assert report.vintage == "2026-10-05"


def test_an_impossible_date_is_refused(run_import: RunImport, write: Write) -> None:
    with pytest.raises(SourceError, match="2020-02-31"):
        run_import("ess-list", write("l.csv", f"{HEADER}\n{ROW}\n"), as_of="2020-02-31")


@given(x=st.floats(allow_nan=True), y=st.floats(allow_nan=True))
def test_a_point_that_comes_out_is_in_france(x: float, y: float) -> None:
    lon, lat = point_of(str(x), str(y), Intake(), 1)

    assert (lon == "") == (lat == "")
    assert not lon or (-64 < float(lon) < 57 and -22 < float(lat) < 52)


@given(before=st.text(max_size=10), number=st.from_regex(r"\A0[67]( ?\d\d){4}\Z"))
def test_what_is_shown_of_a_bad_value_holds_no_mobile(before: str, number: str) -> None:
    assert number not in without_persons(f"{before} {number}")

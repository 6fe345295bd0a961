"""FINESS: every establishment, its point in its own projection, nothing read as what it is not."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.domain.geo import Point, distance_km
from territorial_map.ingest.sources import check_files, importer_for
from territorial_map.readers import read_table
from tests.ingest.sources.runs import RunImport, Write

EXTRACT = "finess-reconstructed-extract-2021.csv"
ROOT = Path(__file__).parents[3]
SERVICE = "finess;etalab;93;2021-01-08\n"
MAYOTTE = (
    "structureet;980000001;980000002;ESAT SYNTHETIQUE DE MAYOTTE;;;;1;R;FICTIVE;;;611;9F;MAYOTTE;"
    "97600 MAMOUDZOU;;;246;E.S.A.T.;4302;;;;;;;;31/02/2020;;;\n"
    "geolocalisation;980000001;524000;8587000;1,IGN,UTM_S38;2021-01-08\n"
)


@pytest.fixture(scope="module")
def known() -> dict[str, dict[str, str]]:
    rows = read_table(ROOT / "data" / "sources" / "sheltered_suppliers.csv").rows
    return {row.values["id"]: dict(row.values) for row in rows}


def test_the_extract_gives_the_organisations_of_the_default_table(
    run_import: RunImport, known: dict[str, dict[str, str]]
) -> None:
    report, rows = run_import("auto", EXTRACT, as_of="")

    assert report.vintage == "2021-01-08"
    assert report.intake.kept == report.intake.read == len(rows) >= 55
    for identity, row in rows.items():
        same = ("category", "siret", "commune", "commune_code", "department_code", "manager_id")
        assert {c: row.values[c] for c in same} == {c: known[identity][c] for c in same}


def test_points_are_within_100_metres_overseas_included(
    run_import: RunImport, known: dict[str, dict[str, str]]
) -> None:
    _, rows = run_import("finess", EXTRACT)

    away = [
        distance_km(_point(row.values), _point(known[identity])) for identity, row in rows.items()
    ]
    departments = {row.values["department_code"] for row in rows.values()}

    assert max(away) < 0.1
    assert departments >= {"971", "972", "973", "974", "2A"}


def test_mayotte_lies_in_its_own_zone_and_an_impossible_date_is_dropped(
    run_import: RunImport, write: Write
) -> None:
    report, rows = run_import("finess", write("mayotte.csv", SERVICE + MAYOTTE))
    cells = rows["finess:980000001"].values

    assert cells["commune_code"] == "97611"
    assert distance_km(_point(cells), Point(45.2186, -12.7806)) < 5
    assert cells["opened_on"] == ""
    assert [kind.value for kind in report.intake.noted] == ["date_refused"]


def test_other_categories_come_by_choice(run_import: RunImport, write: Write) -> None:
    path = write("mas.csv", SERVICE + MAYOTTE.replace(";246;", ";255;"))

    _, rows = run_import("finess", path, categories=("255",))

    assert rows["finess:980000001"].values["category"] == "other"


def test_another_category_alone_imports_nothing_and_says_so(
    run_import: RunImport, write: Write, tmp_path: Path
) -> None:
    path = write("mas.csv", SERVICE + MAYOTTE.replace(";246;", ";255;"))

    with pytest.raises(SourceError, match="Autre catégorie d’établissement"):
        run_import("finess", path)

    assert not list((tmp_path / "sources").iterdir())


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (MAYOTTE.replace(";980000002;", ";"), "too_short"),
        (MAYOTTE.replace(";980000002;", ";;;"), "too_long"),
        (MAYOTTE.replace("geolocalisation;980000001", "geolocalisation;980000009"), "no_structure"),
        (MAYOTTE + MAYOTTE, "already_read"),
        (MAYOTTE.replace("geolocalisation", "autre"), "unknown_record"),
        (MAYOTTE.replace("FICTIVE", "FIC\0TIVE"), "nul_byte"),
    ],
)
def test_a_line_that_cannot_come_in_is_rejected_with_its_reason(
    content: str, kind: str, write: Write
) -> None:
    paths = [write("finess.csv", SERVICE + content)]

    intake = check_files(importer_for("finess", paths), paths).intake

    assert kind in [reason.value for reason in intake.rejected]
    assert intake.read == intake.kept + intake.rejected.total() + intake.left_out.total()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (MAYOTTE.replace("UTM_S38", "LAMBERT_93"), "point_abroad"),
        (MAYOTTE.replace("UTM_S38", "WGS84"), "projection_unknown"),
        (MAYOTTE.replace("524000", "?"), "point_unreadable"),
        (MAYOTTE.partition("geolocalisation")[0], "without_point"),
    ],
)
def test_a_point_that_cannot_be_trusted_is_dropped_and_the_row_stays(
    content: str, kind: str, write: Write
) -> None:
    paths = [write("finess.csv", SERVICE + content)]

    report = check_files(importer_for("finess", paths), paths)

    assert report.intake.kept == 1
    assert kind in [noted.value for noted in report.intake.noted]
    assert report.coverage["lat"] == 0


def test_doubled_quotes_are_one_quote(run_import: RunImport, write: Write) -> None:
    content = MAYOTTE.replace("ESAT SYNTHETIQUE DE MAYOTTE", 'ESAT ""SYNTHETIQUE""')

    _, rows = run_import("finess", write("quotes.csv", SERVICE + content))

    assert rows["finess:980000001"].values["name"] == 'ESAT "SYNTHETIQUE"'


def _point(cells: Mapping[str, str]) -> Point:
    return Point(float(cells["lon"]), float(cells["lat"]))

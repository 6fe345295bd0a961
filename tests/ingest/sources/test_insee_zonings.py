"""Zonings of INSEE by their composition, against the communes of the COG in place."""

import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import xlsxwriter

from territorial_map.domain.errors import SourceError
from territorial_map.domain.organisation import Place
from territorial_map.domain.vocabulary import Located
from territorial_map.domain.zoning_terms import ZoningKind
from territorial_map.ingest.sources import layer_importer_for
from territorial_map.ingest.sources.insee_zonings import INSEE_ZONINGS
from territorial_map.places.zonings import Zonings

TERRITORIES = Path(__file__).parents[3] / "data" / "territories"
COMMUNES = pq.read_table(TERRITORIES / "communes.parquet", columns=["code"])["code"].to_pylist()


def workbook(folder: Path, column: str = "ZE2020", communes: list[str] = COMMUNES) -> Path:
    """Every commune in a synthetic zone of its département, below a title as INSEE writes."""
    path = folder / f"{column}_au_01-01-2026.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        book.add_worksheet("Documentation").write(0, 0, "Lisez-moi")
        sheet = book.add_worksheet("Composition_communale")
        header = ["CODGEO", "LIBGEO", column, f"LIB{column}", "DEP", "REG"]
        for rank, row in enumerate([["Zonage synthétique"], ["Mise en ligne"], header]):
            sheet.write_row(rank, 0, row)
        for rank, code in enumerate(communes, 3):
            sheet.write_row(rank, 0, [code, "x", f"9{code[:2]}1", f"Zone {code[:2]}", "", ""])
    return path


@pytest.fixture(scope="module")
def zones(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return workbook(tmp_path_factory.mktemp("zones"))


def test_a_zip_of_a_composition_gives_the_zone_of_each_commune(zones: Path, tmp_path: Path) -> None:
    packed = tmp_path / "ZE2020_au_01-01-2026.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(zones, zones.name)

    update = INSEE_ZONINGS.read([packed], TERRITORIES, "")
    update.write(tmp_path)

    found = Zonings.of_folder(tmp_path).of(Place(Located.COMMUNE, commune_code="26281"))
    assert [(z.kind, z.name, z.vintage, z.basis) for z in found] == [
        (ZoningKind.EMPLOYMENT_ZONE, "Zone 26", "2026", Located.COMMUNE)
    ]
    assert "34875 communes" in update.lines[1]


def test_a_composition_is_recognised(zones: Path) -> None:
    assert layer_importer_for("insee-zonings", [zones]) is INSEE_ZONINGS


def test_a_zoning_of_another_year_is_refused(tmp_path: Path) -> None:
    other = ["01015" if code.startswith("01") else code for code in COMMUNES]
    missing = [code for code in COMMUNES if code < "20"]

    for communes in (missing, ["99" + code[2:] for code in other]):
        with pytest.raises(SourceError, match="autre année"):
            INSEE_ZONINGS.read([workbook(tmp_path, communes=communes)], TERRITORIES, "")


def test_another_table_or_a_file_without_a_year_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="CODGEO"):
        INSEE_ZONINGS.read([workbook(tmp_path, "CANTON", COMMUNES[:3])], TERRITORIES, "")
    undated = workbook(tmp_path, "ZE2020", COMMUNES[:3]).rename(tmp_path / "zonage.xlsx")
    with pytest.raises(SourceError, match="quelle année"):
        INSEE_ZONINGS.read([undated], TERRITORIES, "")
    with pytest.raises(SourceError, match="un zonage à la fois"):
        INSEE_ZONINGS.read([undated, undated], TERRITORIES, "")

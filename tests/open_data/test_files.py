"""The files of open data: the same rows in each, every licence told; validators agree."""

import csv
import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import frictionless
import geopandas
import pyogrio
import pytest
import rdflib

from territorial_map.domain.edition import EditionReport, SourceCount
from territorial_map.domain.geo import Point
from territorial_map.domain.licences import Licence
from territorial_map.open_data.writing import write_open_data
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.open_data.columns import COLUMNS, values_of
from territorial_map.services.open_data.files import read_data_set
from territorial_map.store.editions import EditionFile
from territorial_map.store.writer import write_edition
from tests.known import KNOWLEDGE
from tests.open_data.directory import PUBLICATION, UNSTATED, directory
from tests.synthetic import PLACES, place

DCT, DCAT = "http://purl.org/dc/terms/", "http://www.w3.org/ns/dcat#"


@pytest.fixture(scope="module")
def whole(edition: OpenEdition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("open-data") / "whole"
    write_open_data(edition, made, PUBLICATION, everything=True)
    return made


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def descriptor(folder: Path) -> Any:
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def test_rows_whose_licence_nobody_states_stay_behind_and_are_counted(folder: Path) -> None:
    rows = csv_rows(folder / "organisations.csv")

    assert [row["id"] for row in rows] == [
        "synthetic:cc0",
        "synthetic:esat",
        "synthetic:lyon",
        "synthetic:mixed",
        "synthetic:nowhere",
    ]
    assert not any("not_stated" in row["licence"] for row in rows)
    told = descriptor(folder)
    assert (told["keptBack"], told["factsTakenOut"]) == (2, 2)
    assert "2 organisations sont laissées de côté" in (folder / "LISEZMOI.md").read_text()


def test_an_edition_of_which_nothing_may_leave_is_told_by_empty_files(tmp_path: Path) -> None:
    silent = [one for one in directory() if one.id == "synthetic:silent"]
    report = EditionReport((SourceCount("b.csv", "Faits", "2026", UNSTATED, 1, 1, 0, 0),))
    write_edition(silent, PLACES, report, tmp_path, built_on="2026-11-22")
    file = EditionFile(tmp_path, (tmp_path / "current").read_text().strip())

    leaving = write_open_data(OpenEdition(file, KNOWLEDGE), tmp_path / "open", PUBLICATION)

    file.close()
    assert leaving.kept_back == 1
    assert csv_rows(tmp_path / "open" / "organisations.csv") == []
    assert len(geopandas.read_parquet(tmp_path / "open" / "organisations.parquet")) == 0
    assert len(pyogrio.read_dataframe(tmp_path / "open" / "organisations.gpkg")) == 0
    told = descriptor(tmp_path / "open")
    assert "licenses" not in told
    assert frictionless.validate(str(tmp_path / "open" / "datapackage.json")).valid
    assert read_data_set(tmp_path / "open").files[0].licences == ()


def test_trades_read_on_pages_stay_behind_with_their_sectors(folder: Path, whole: Path) -> None:
    sectors = [
        {row["id"]: row["sector"] for row in csv_rows(each / "organisations.csv")}["synthetic:esat"]
        for each in (folder, whole)
    ]

    assert sectors == ["textile", "textile|catering"]


def test_what_is_declared_in_a_table_of_no_licence_stays_behind(folder: Path, whole: Path) -> None:
    needs = [
        {row["id"]: row["need"] for row in csv_rows(each / "organisations.csv")}["synthetic:esat"]
        for each in (folder, whole)
    ]

    assert needs == ["un local", "un local|un local"]


def test_everything_leaves_when_asked_and_says_that_a_licence_is_not_stated(whole: Path) -> None:
    told = descriptor(whole)

    assert len(csv_rows(whole / "organisations.csv")) == len(directory())
    assert "notspecified" in {one["name"] for one in told["licenses"]}
    assert told["keptBack"] == 0
    told = (whole / "ATTRIBUTION.txt").read_text().replace("\u00a0", " ")
    assert "Table synthétique (millésime 2026-01) : licence non précisée" in told


def test_every_resource_tells_the_licences_of_its_rows(folder: Path) -> None:
    resources = {one["path"]: one for one in descriptor(folder)["resources"]}

    assert len(resources) == 5
    counted = {
        one["code"]: one["organisations"] for one in resources["organisations.gpkg"]["licenses"]
    }
    assert counted == {
        Licence.LO: 2,
        Licence.ODBL: 1,
        Licence.CC0: 1,
        Licence.CC_BY_REPOSITORY: 1,
        Licence.MIT_REPOSITORY: 1,
    }
    structures = resources["structures-data-inclusion.json"]["licenses"]
    assert [one["code"] for one in structures] == ["lo"]
    repository = [o for o in resources["organisations.csv"]["licenses"] if o["name"] == "MIT"]
    assert "d’après le dépôt" in repository[0]["title"]


def test_an_independent_validator_agrees_with_the_descriptor(folder: Path, whole: Path) -> None:
    for each in (folder, whole):
        report = frictionless.validate(str(each / "datapackage.json"))
        tasks = {task.name: [error.message for error in task.errors] for task in report.tasks}
        assert len(tasks) == 5
        assert report.valid, tasks


def test_the_validator_sees_a_cell_that_is_not_as_described(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    table = tmp_path / "organisations.csv"
    table.write_text(table.read_text().replace("ess_actor", "castle", 1), encoding="utf-8")

    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_every_column_is_described_in_both_languages_and_in_order(folder: Path) -> None:
    fields = descriptor(folder)["resources"][0]["schema"]["fields"]

    assert [field["name"] for field in fields] == [column.key for column in COLUMNS]
    assert list(csv_rows(folder / "organisations.csv")[0]) == [f["name"] for f in fields]
    texts = [
        field[name]
        for field in fields
        for name in ("title", "title_en", "description", "description_en")
    ]
    assert all(texts)


def test_the_three_formats_hold_the_same_cells(folder: Path) -> None:
    rows = csv_rows(folder / "organisations.csv")
    parquet = geopandas.read_parquet(folder / "organisations.parquet")
    package = pyogrio.read_dataframe(folder / "organisations.gpkg")

    assert parquet.crs.to_string() == "OGC:CRS84"
    assert package.crs.to_string() == "EPSG:4326"
    for frame in (parquet, package):
        told = frame.drop(columns="geometry").astype(object).where(frame.notna(), "")
        cells = [{k: str(v) for k, v in row.items()} for row in told.to_dict("records")]
        assert cells == [{k: v.removeprefix("'") for k, v in row.items()} for row in rows]
        points = [None if p is None else (p.x, p.y) for p in frame.geometry]
        assert points == [(-1.5, 45.04), (5.05, 45.04), (4.84, 45.76), (5.05, 45.04), None]


def test_what_nobody_tells_is_empty_and_never_zero(folder: Path) -> None:
    by_id = {row["id"]: row for row in csv_rows(folder / "organisations.csv")}

    nowhere = by_id["synthetic:nowhere"]
    assert {nowhere[k] for k in ("longitude", "latitude", "phone", "size", "legal_form")} == {""}
    assert by_id["synthetic:lyon"]["size"] == "none"  # no employee is a fact
    assert by_id["synthetic:lyon"]["located"] == "commune"


def test_a_spreadsheet_runs_no_cell(folder: Path) -> None:
    with (folder / "organisations.csv").open(encoding="utf-8", newline="") as handle:
        cells = [cell for row in csv.reader(handle) for cell in row]

    assert '\'=HYPERLINK("https://x.example")' in cells
    assert [cell for cell in cells if cell[:1] in {"=", "+", "@"}] == []
    assert [cell for cell in cells if cell[:1] == "-"] == ["-1.5"]


def test_digests_are_those_of_the_files(folder: Path) -> None:
    told = (line.split("  ") for line in (folder / "SHA256SUMS").read_text().splitlines())
    sums = {name: digest for digest, name in told}
    others = {path.name: path for path in folder.iterdir() if path.name != "SHA256SUMS"}

    assert sums == {n: hashlib.sha256(p.read_bytes()).hexdigest() for n, p in others.items()}
    for one in descriptor(folder)["resources"]:
        assert one["hash"] == f"sha256:{sums[one['path']]}"
        assert one["bytes"] == others[one["path"]].stat().st_size


# rdflib warns of a class that its own reader of JSON-LD makes.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_the_catalogue_record_holds_what_dcat_ap_requires(folder: Path) -> None:
    graph = rdflib.Graph().parse(folder / "dcat.jsonld", format="json-ld")

    def subjects(kind: str) -> list[Any]:
        return list(graph.subjects(rdflib.RDF.type, rdflib.URIRef(kind)))

    def told(subject: Any, name: str) -> list[Any]:
        return list(graph.objects(subject, rdflib.URIRef(name)))

    (catalogue,) = subjects(f"{DCAT}Catalog")
    (data_set,) = subjects(f"{DCAT}Dataset")
    distributions = subjects(f"{DCAT}Distribution")
    for subject in (catalogue, data_set):
        assert all(told(subject, f"{DCT}{name}") for name in ("title", "description", "publisher"))
    assert told(catalogue, f"{DCAT}dataset") == [data_set]
    assert set(told(data_set, f"{DCAT}distribution")) == set(distributions)
    assert len(distributions) == 5
    for each in distributions:
        assert isinstance(told(each, f"{DCAT}accessURL")[0], rdflib.URIRef)
        (licence,) = told(each, f"{DCT}license")
        assert (licence, rdflib.RDF.type, rdflib.URIRef(f"{DCT}LicenseDocument")) in graph
    (publisher,) = told(catalogue, f"{DCT}publisher")
    assert told(publisher, "http://xmlns.com/foaf/0.1/name") == [
        rdflib.Literal("Éditeur synthétique")
    ]


def test_an_organisation_without_a_point_has_none(edition: OpenEdition) -> None:
    nowhere = edition.organisation("synthetic:nowhere")

    assert values_of(nowhere)["longitude"] is None
    assert values_of(replace(nowhere, place=place(0.5)))["longitude"] == Point(0.5, 45.04).lon

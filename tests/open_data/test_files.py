"""The files of open data: the same rows in each, every licence told; validators agree."""

import csv
import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import frictionless
import geopandas
import pyogrio
import pytest
import rdflib
from data_inclusion.schema.v1.structures import Structure

from territorial_map.domain.edition import EditionReport, SourceCount
from territorial_map.domain.errors import BadParameter, EditionError
from territorial_map.domain.geo import Point
from territorial_map.domain.licences import Licence
from territorial_map.domain.organisation import Organisation, SectorClaim, SourceMention
from territorial_map.domain.vocabulary import Device, PartnerType, Sector, SectorOrigin, SizeBand
from territorial_map.open_data.inclusion import structures_of
from territorial_map.open_data.mediation import FIELDS, places_of
from territorial_map.open_data.writing import Publication, write_open_data
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.open_data.columns import COLUMNS, values_of
from territorial_map.services.open_data.files import read_data_set
from territorial_map.store.editions import EditionFile
from territorial_map.store.writer import write_edition
from tests.known import KNOWLEDGE
from tests.synthetic import PLACES, organisation, place, place_in_lyon

PUBLICATION = Publication("Éditeur synthétique", "https://annuaire.example")
MEDNUM = Path(__file__).parents[1] / "fixtures" / "mediation-numerique-schema-1.0.2.json"
DCT, DCAT = "http://purl.org/dc/terms/", "http://www.w3.org/ns/dcat#"
UNSTATED = "non précisée (faits publics)"


def mention(identity: str, licence: str, source: str = "Table synthétique") -> SourceMention:
    return SourceMention(identity, source, identity, "2026-01", licence)


def told_by(identity: str, *licences: str, **changes: Any) -> Organisation:
    sources = (
        mention(identity, licences[0]),
        *(mention(f"{identity}-{n}", one) for n, one in enumerate(licences[1:])),
    )
    return organisation(identity, sources=sources, **changes)


def directory() -> list[Organisation]:
    """Synthetic organisations under every licence, with cells of every awkward kind."""
    page = SectorClaim(
        Sector.CATERING, SectorOrigin.PUBLIC_PAGE, "lu", "https://example.org/page", "2023"
    )
    own = SectorClaim(Sector.TEXTILE, SectorOrigin.DECLARED, "déclaré")
    return [
        told_by("synthetic:cc0", "CC0", name='=HYPERLINK("https://x.example")', place=place(-1.5)),
        told_by(
            "synthetic:esat",
            "Licence Ouverte 2.0",
            devices=(Device.ESAT, Device.EA),
            sectors=(own, page),
            phone="04 75 00 00 00",
            siret="77554408300477",
            siren="775544083",
        ),
        told_by("synthetic:lyon", "ODbL", place=place_in_lyon(None), size=SizeBand.NONE),
        told_by("synthetic:mixed", "Licence Ouverte 2.0", "CC BY, d’après le dépôt"),
        told_by("synthetic:nowhere", "MIT (repository)", place=place(None)),
        told_by("synthetic:partly", "Licence Ouverte 2.0", UNSTATED),
        told_by("synthetic:silent", UNSTATED),
    ]


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("open-data-editions")
    rows = directory()
    report = EditionReport(
        (
            SourceCount("a.csv", "Table synthétique", "2026-01", "Licence Ouverte 2.0", 7, 7, 0, 0),
            SourceCount("b.csv", "Faits synthétiques", "2026", UNSTATED, 0, 0, 0, 0),
        )
    )
    name = write_edition(rows, PLACES, report, folder, built_on="2026-11-22")
    del name
    current = (folder / "current").read_text().strip()
    file = EditionFile(folder, current)
    yield OpenEdition(file, KNOWLEDGE)
    file.close()


@pytest.fixture(scope="module")
def folder(edition: OpenEdition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("open-data") / "stated"
    write_open_data(edition, made, PUBLICATION)
    return made


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
    assert (told["keptBack"], told["factsTakenOut"]) == (2, 1)
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


def test_everything_leaves_when_asked_and_says_that_a_licence_is_not_stated(whole: Path) -> None:
    told = descriptor(whole)

    assert len(csv_rows(whole / "organisations.csv")) == len(directory())
    assert "notspecified" in {one["name"] for one in told["licenses"]}
    assert told["keptBack"] == 0
    assert "Faits synthétiques" in (whole / "ATTRIBUTION.txt").read_text()


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


def test_structures_are_those_of_data_inclusion(folder: Path) -> None:
    rows = json.loads((folder / "structures-data-inclusion.json").read_text(encoding="utf-8"))

    assert [row["id"] for row in rows] == ["cooperation-territoriale--synthetic:esat"]
    told = Structure(**rows[0])
    assert {network.value for network in told.reseaux_porteurs or ()} == {"esat", "ea"}
    assert (told.telephone, told.siret) == ("+33475000000", "77554408300477")


def test_the_centre_of_a_commune_is_no_point_of_a_structure() -> None:
    (told,) = structures_of([organisation(devices=(Device.ACI,), place=place_in_lyon(None))])

    assert "longitude" not in told
    assert told["code_insee"] == "69123"


@pytest.mark.parametrize(
    ("changes", "networks"),
    [
        ({"partner_type": PartnerType.CCAS}, [["ccas-cias"]]),
        ({"devices": (Device.EMPLOYERS_GROUP,)}, []),
        ({"devices": (Device.GEIQ,), "name": "A"}, []),
        ({"devices": (Device.GEIQ,), "name": "Structure synthétique."}, [["geiq"]]),
    ],
)
def test_only_structures_that_fit_the_schema_are_told(
    changes: dict[str, Any], networks: list[list[str]]
) -> None:
    found = structures_of([organisation(**changes)])

    assert [one["reseaux_porteurs"] for one in found] == networks
    assert [one["nom"] for one in found if one["nom"].endswith(".")] == []


def test_places_of_mediation_are_those_that_a_programme_names() -> None:
    source = mention("synthetic:1", "Licence Ouverte 2.0", "Aidants Connect (ANCT)")
    space = organisation("synthetic:space", siret="77554408300477", siren="775544083")
    named = replace(space, sources=(replace(source, id=space.id),), phone="04 75 00 00 00")
    without_siret = replace(named, siret=None)

    found = places_of([space, named, without_siret])

    assert [one["id"] for one in found] == ["synthetic:space"]
    assert found[0]["services"] == "Aide aux démarches administratives"
    assert found[0]["telephone"] == "+33475000000"


def test_the_columns_of_mediation_are_those_of_the_national_schema() -> None:
    schema = json.loads(MEDNUM.read_text(encoding="utf-8"))

    assert list(FIELDS) == [field["name"] for field in schema["fields"]]


def test_a_folder_of_something_else_is_left_alone(edition: OpenEdition, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("à garder", encoding="utf-8")

    with pytest.raises(BadParameter, match="autre chose"):
        write_open_data(edition, tmp_path, PUBLICATION)

    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "à garder"


def test_a_folder_of_ours_is_replaced_whole(edition: OpenEdition, tmp_path: Path) -> None:
    target = tmp_path / "open"
    write_open_data(edition, target, PUBLICATION)
    (target / "leftover.csv").write_text("", encoding="utf-8")

    write_open_data(edition, target, PUBLICATION)

    assert not (target / "leftover.csv").exists()
    assert {path.name for path in tmp_path.iterdir()} == {"open", "open.lock"}


def test_a_failure_leaves_the_files_that_were_there(
    edition: OpenEdition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "open"
    write_open_data(edition, target, PUBLICATION)
    before = (target / "SHA256SUMS").read_bytes()
    monkeypatch.setattr(
        "territorial_map.open_data.tables.write_geopackage",
        lambda *_: (_ for _ in ()).throw(OSError("no space left")),
    )

    with pytest.raises(OSError, match="no space"):
        write_open_data(edition, target, PUBLICATION)

    assert (target / "SHA256SUMS").read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"open", "open.lock"}


def test_two_who_ask_at_once_have_it_made_once(edition: OpenEdition, tmp_path: Path) -> None:
    program = (
        "import fcntl, sys, time\n"
        "held = open(sys.argv[1], 'a'); fcntl.flock(held, fcntl.LOCK_EX)\n"
        "print('held', flush=True); time.sleep(1.5)\n"
    )
    target = tmp_path / "open"
    write_open_data(edition, target, PUBLICATION)
    before = (target / "SHA256SUMS").stat().st_mtime_ns
    command = [sys.executable, "-c", program, str(tmp_path / "open.lock")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as other:  # noqa: S603 - our own program
        assert other.stdout is not None
        other.stdout.readline()

        leaving = write_open_data(edition, target, PUBLICATION)

    assert leaving.kept_back == 2
    assert (target / "SHA256SUMS").stat().st_mtime_ns == before


def test_what_is_read_back_is_what_was_written(folder: Path) -> None:
    told = read_data_set(folder)

    assert (told.rows, told.kept_back, len(told.files)) == (5, 2, 5)
    assert told.path_of("organisations.csv") == folder / "organisations.csv"
    assert told.path_of("../../etc/passwd") is None
    assert told.path_of(".lock") is None
    assert "Licence Ouverte 2.0" in told.attribution


def test_a_folder_without_descriptor_says_so(tmp_path: Path) -> None:
    with pytest.raises(EditionError, match="données ouvertes lisibles"):
        read_data_set(tmp_path)


def test_an_organisation_without_a_point_has_none(edition: OpenEdition) -> None:
    nowhere = edition.organisation("synthetic:nowhere")

    assert values_of(nowhere)["longitude"] is None
    assert values_of(replace(nowhere, place=place(0.5)))["longitude"] == Point(0.5, 45.04).lon

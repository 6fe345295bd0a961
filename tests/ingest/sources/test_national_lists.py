"""The national lists: each read in its own layout, with what it must leave out."""

from dataclasses import replace
from pathlib import Path

import pytest

from territorial_map.domain.errors import BadParameter, SourceError
from territorial_map.ingest.assemble import assemble
from territorial_map.ingest.sources import Choices, import_files
from territorial_map.ingest.sources.data_inclusion import DATA_INCLUSION
from tests.ingest.sources.runs import RunImport, Write
from tests.known import KNOWLEDGE

ROOT = Path(__file__).parents[3]


def test_the_ess_list_gets_its_leading_zeros_back(run_import: RunImport) -> None:
    report, rows = run_import("auto", "ess-list-synthetic.csv")
    cells = rows["ess-list:000990010"].values

    assert report.about.code == "ess-list"
    assert (cells["siren"], cells["postcode"], cells["department_code"]) == (
        "000990010",
        "01000",
        "01",
    )
    assert report.by_category == {
        "association": 1,
        "cooperative": 1,
        "mutual": 1,
        "foundation": 1,
    }
    assert [kind.value for kind in report.intake.rejected] == ["unknown_category"]


def test_the_regional_variant_is_recognised(run_import: RunImport) -> None:
    report, rows = run_import("auto", "ess-list-regional-synthetic.csv")

    assert report.about.code == "ess-list"
    assert rows["ess-list:999000110"].values["acronym"] == "ASYN"
    assert rows["ess-list:999000128"].values["category"] == "cooperative"


def test_both_variants_can_come_in_one_import(run_import: RunImport) -> None:
    report, _ = run_import("ess-list", "ess-list-synthetic.csv", "ess-list-regional-synthetic.csv")
    intake = report.intake

    assert (intake.read, intake.kept, intake.rejected.total()) == (7, 4, 3)


def test_ended_associations_are_counted_and_an_unknown_date_is_no_date(
    run_import: RunImport,
) -> None:
    report, rows = run_import("auto", "rna-waldec-synthetic.csv")

    assert report.about.code == "rna"
    assert {kind.value: n for kind, n in report.intake.left_out.items()} == {"closed": 2}
    assert rows["rna:W263000001"].values["name"] == "RESSOURCERIE SYNTHÉTIQUE"
    assert rows["rna:W2A1000001"].values["opened_on"] == ""


def test_the_two_files_of_the_census_are_one_table(run_import: RunImport) -> None:
    _, rows = run_import(
        "tiers-lieux",
        "tiers-lieux-04-synthetic-unconfirmed.csv",
        "tiers-lieux-01-synthetic-unconfirmed.csv",
    )

    assert rows["ftl:TL0001"].values["sectors"] == "numérique"
    assert rows["ftl:TL0002"].values["commune_code"] == "01053"
    assert "Personne Fictive" not in str([row.values for row in rows.values()])


def test_the_activities_of_the_census_alone_are_not_enough(run_import: RunImport) -> None:
    with pytest.raises(SourceError, match="fichier d’identité"):
        run_import("auto", "tiers-lieux-04-synthetic-unconfirmed.csv")


def test_a_structure_keeps_its_own_date_and_loses_its_persons(run_import: RunImport) -> None:
    report, rows = run_import("auto", "data-inclusion-synthetic.csv")
    cells = rows["di:ds--2"].values

    assert rows["di:ds--1"].values["category"] == "ccas"
    assert rows["di:ds--1"].values["vintage"] == "2026-03-01"
    assert (cells["vintage"], cells["lat"], cells["phone"]) == ("2026-11-01", "", "")
    assert {kind.value for kind in report.intake.noted} == {
        "date_refused",
        "point_in_metres",
        "mobile_dropped",
    }
    assert report.intake.dropped_columns == {"courriel": 2, "description": 1}


PARQUET = "data-inclusion-v1-synthetic.parquet"


def test_structures_in_parquet_keep_every_network_as_a_tie(run_import: RunImport) -> None:
    report, rows = run_import("auto", PARQUET)

    assert report.about.code == "data-inclusion"
    assert {i: (row.values["category"], row.values["networks"]) for i, row in rows.items()} == {
        "di:ds--11": ("ccas", "ccas-cias;france-service"),
        "di:ds--12": ("ei", "ei;coorace;reseau-nouveau"),
        "di:ds--13": ("other", ""),
    }
    assert rows["di:ds--11"].values["vintage"] == "2026-03-01"
    assert "@" not in str([row.values for row in rows.values()])


def test_categories_asked_for_leave_the_other_structures_out(
    tmp_path: Path,
) -> None:
    file = ROOT / "tests" / "fixtures" / PARQUET
    chosen = Choices(as_of="2026-11-01", categories=("ei", "geiq"))

    report = import_files(DATA_INCLUSION, [file], tmp_path, chosen)

    assert {kind.value: n for kind, n in report.intake.left_out.items()} == {"other_category": 2}
    assert report.intake.kept == 1
    with pytest.raises(BadParameter, match="ccas, ea, eatt"):
        import_files(DATA_INCLUSION, [file], tmp_path, replace(chosen, categories=("siae",)))


def test_networks_of_a_structure_are_named_with_their_source(
    run_import: RunImport, tmp_path: Path
) -> None:
    run_import("data-inclusion", PARQUET)

    built = assemble(tmp_path / "sources", ROOT / "data" / "territories", KNOWLEDGE.trades)
    ties = {each.id: each.networks for each in built.organisations}

    assert [(tie.name, tie.vintage) for tie in ties["di:ds--12"]] == [
        (
            "Structures d’Insertion par l’Activité Économique - Entreprises d’Insertion",
            "2026-02-20",
        ),
        ("Fédération COORACE", "2026-02-20"),
        ("reseau-nouveau", "2026-02-20"),
    ]
    assert {tie.source for tie in ties["di:ds--12"]} == {"data·inclusion, structures"}
    assert ties["di:ds--13"] == ()


def test_a_parquet_file_that_is_cut_is_refused(run_import: RunImport, write: Write) -> None:
    whole = (ROOT / "tests" / "fixtures" / PARQUET).read_bytes()

    with pytest.raises(SourceError, match="Parquet illisible"):
        run_import("data-inclusion", write("structures.parquet", whole[:-200]))


def test_every_page_of_the_marche_is_read(run_import: RunImport) -> None:
    report, rows = run_import(
        "auto", "marche-page-1-synthetic.json", "marche-page-2-synthetic.json"
    )

    assert report.about.code == "marche-inclusion"
    assert rows["marche:1"].values["sectors"] == "Entretien des espaces verts;Nettoyage, propreté"
    assert {kind.value for kind in report.intake.left_out} == {"in_prison", "inactive"}
    assert (report.intake.read, report.intake.kept) == (4, 2)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [("[1, 2]", "n’est pas une page"), ('{"results": [{"id": 1}]}', "champ absent")],
)
def test_another_json_file_is_refused(
    content: str, sentence: str, run_import: RunImport, write: Write
) -> None:
    with pytest.raises(SourceError, match=sentence):
        run_import("marche-inclusion", write("page.json", content))

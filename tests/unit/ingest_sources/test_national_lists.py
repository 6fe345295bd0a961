"""The national lists: each read in its own layout, with what it must leave out."""

import pytest

from territorial_map.domain.errors import SourceError
from tests.unit.ingest_sources.runs import RunImport, Write


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

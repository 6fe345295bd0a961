"""Any table: columns recognised, persons kept out, a mapping that can be edited and reused."""

import tomllib
from pathlib import Path

import pytest

from territorial_map.domain.errors import BadParameter, SourceError
from territorial_map.ingest.facts_tables.categories import KINDS
from territorial_map.ingest.sources import Choices, importer_for
from territorial_map.ingest.sources.generic import MAPPED, write_mapping
from territorial_map.ingest.sources.generic.category_cells import category_names
from territorial_map.ingest.sources.generic.mapping_file import FIELDS
from territorial_map.ingest.sources.problems import Noted, Rejected
from territorial_map.readers.column_names import field_names
from tests.ingest.sources.runs import RunImport, Write

LIST = (
    "Liste des adhérents;;;;;\n"
    "Raison sociale;N° SIRET;Code postal;Ville;E-mail;Note\n"
    "Régie synthétique;999 000 110 00018;1000;BOURG EN BRESSE;a@exemple.invalid;b@exemple.invalid\n"
    "Atelier synthétique;;26100;ROMANS SUR ISERE;;c@exemple.invalid\n"
)


@pytest.mark.parametrize(
    ("file", "source", "categories"),
    [
        ("ea2-synthetic-unconfirmed.txt", "ea2", {"ea": 1, "eatt": 1}),
        ("esat-directory-synthetic-unconfirmed.csv", "esat-directory", {"esat": 2, "ea": 1}),
        ("hosmoz-synthetic-unconfirmed.csv", "hosmoz", {"esat": 1, "ea": 1}),
        ("esus-synthetic-unconfirmed.xlsx", "esus", {"esus": 2}),
        ("ban-synthetic.csv", "ban", {"other": 2}),
        ("civic-map-synthetic-unconfirmed.csv", "civic-map", {"other": 2}),
    ],
)
def test_each_mapped_layout_is_recognised_and_read(
    file: str, source: str, categories: dict[str, int], run_import: RunImport
) -> None:
    report, rows = run_import("auto", file)
    intake = report.intake

    assert report.about.code == source
    assert report.by_category == categories
    assert intake.read == intake.kept + intake.rejected.total() + intake.left_out.total()
    assert "@" not in str([row.values for row in rows.values()])


def test_the_ea2_flow_leaves_prison_workshops_footer_and_repeats_out(
    run_import: RunImport,
) -> None:
    report, rows = run_import("ea2", "ea2-synthetic-unconfirmed.txt")

    assert {kind.value for kind in report.intake.left_out} == {"in_prison", "service_line"}
    assert [kind.value for kind in report.intake.rejected] == ["already_read"]
    assert rows["ea2:99900012800010"].values["address"] == "28 B RUE FICTIVE"
    assert report.intake.dropped_columns == {"Courriel du contact étab signataire": 4}


def test_a_point_with_swapped_coordinates_is_put_right(run_import: RunImport) -> None:
    _, rows = run_import("civic-map", "civic-map-synthetic-unconfirmed.csv")

    cells = rows["civic-map:a2"].values
    assert (cells["lon"], cells["lat"]) == ("-1.55", "47.21")


def test_columns_are_matched_and_those_of_persons_dropped_by_name_or_content(
    run_import: RunImport, write: Write
) -> None:
    path = write("liste.csv", LIST)

    report, rows = run_import("generic", path, categories=("association",))

    assert report.about.table == "import-liste.csv"
    assert report.intake.dropped_columns == {"E-mail": 1, "Note": 2}
    assert rows["liste:99900011000018"].values["postcode"] == "1000"
    assert report.intake.matched_columns == {
        "Raison sociale": "name",
        "N° SIRET": "siret",
        "Code postal": "postcode",
        "Ville": "commune",
        "E-mail": "",
        "Note": "",
    }


def test_a_mapping_written_out_reads_the_same_table_the_same(
    run_import: RunImport, write: Write, tmp_path: Path
) -> None:
    path, mapping = write("liste.csv", LIST), tmp_path / "m.toml"
    write_mapping(path, Choices(categories=("association",)), mapping)

    _, by_names = run_import("generic", path, categories=("association",))
    _, by_mapping = run_import("generic", path, mapping=mapping)

    assert by_mapping == by_names


def test_a_list_that_does_not_say_what_it_holds_comes_in_as_initiatives(
    run_import: RunImport, write: Write
) -> None:
    report, rows = run_import("generic", write("liste.csv", LIST))

    assert report.intake.kept == len(rows) > 0
    assert report.by_category == {"initiative": len(rows)}


def test_a_category_told_by_row_wins_and_one_that_is_not_known_is_said(
    run_import: RunImport, write: Write
) -> None:
    text = "nom;categorie;ville\nA;association;Rennes\nB;;Rennes\nC;jardin fleuri;Rennes\n"

    report, rows = run_import("generic", write("liste.csv", text))

    assert [row.values["category"] for row in rows.values()] == [
        "association",
        "initiative",
        "initiative",
    ]
    examples = report.intake.examples[Noted.CATEGORY_UNKNOWN]
    assert [(example.line, example.value) for example in examples] == [(4, "jardin fleuri")]


@pytest.mark.parametrize(("column", "number"), [("SIREN", "999000110"), ("RNA", "W999000110")])
def test_the_places_of_one_legal_person_are_each_their_own(
    run_import: RunImport, write: Write, column: str, number: str
) -> None:
    rows_written = "".join(
        f"Atelier synthétique de {town};{number};{town}\n"
        for town in ("Valence", "Romans", "Romans")
    )

    report, rows = run_import("generic", write("l.csv", f"Nom;{column};Ville\n{rows_written}"))

    assert [row.values["commune"] for row in rows.values()] == ["Valence", "Romans"]
    assert report.intake.rejected == {Rejected.ALREADY_READ: 1}


def test_without_a_name_the_sentence_says_which_columns_there_are(write: Write) -> None:
    paths = [write("liste.csv", "a;b\n1;2\n")]

    with pytest.raises(SourceError, match="Colonnes trouvées : « a », « b »"):
        importer_for("generic", paths)


@pytest.mark.parametrize(
    "content", ["x = ", "[source]\ncode = 'x'\n", "[source]\n[columns]\nfoo = 'x'\n"]
)
def test_a_wrong_mapping_file_is_refused(content: str, write: Write) -> None:
    mapping = write("m.toml", content)

    with pytest.raises(SourceError, match=r"m\.toml"):
        importer_for("generic", [write("liste.csv", LIST)], Choices(mapping=mapping))


def test_a_fixed_layout_takes_no_mapping(write: Write) -> None:
    paths = [write("finess.csv", "finess;etalab\n")]

    with pytest.raises(BadParameter, match="colonnes de FINESS sont fixes"):
        importer_for("finess", paths, Choices(mapping=write("m.toml", "")))


def test_synonyms_and_categories_are_of_the_schema_and_told_once() -> None:
    fields, categories = field_names(), category_names()

    assert set(fields) <= {*FIELDS, "partner_type"}, "the last one is read in groups alone"
    assert set(categories) <= set(KINDS)
    for table in (fields, categories):
        names = [name for each in table.values() for name in each]
        assert len(names) == len(set(names))


def test_mappings_seen_in_part_say_so() -> None:
    told = {importer.about.code: importer.about.layout.value for importer in MAPPED}

    assert told == {
        "ban": "seen",
        "civic-map": "partly",
        "ea2": "partly",
        "esat-directory": "partly",
        "esus": "partly",
        "hosmoz": "partly",
    }


def test_the_sidecar_of_an_unconfirmed_layout_says_so(
    run_import: RunImport, tmp_path: Path
) -> None:
    run_import("hosmoz", "hosmoz-synthetic-unconfirmed.csv")

    sidecar = (tmp_path / "sources" / "hosmoz.toml").read_text(encoding="utf-8")

    assert "Unconfirmed" in sidecar
    assert tomllib.loads(sidecar)["personal_columns_dropped"] == {"Email": 2}

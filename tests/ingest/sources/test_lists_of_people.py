"""Lists as people make them come in whole, without anything of a person, and replace no other."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from territorial_map.domain.cells import Doubt
from territorial_map.domain.errors import SourceError
from territorial_map.domain.identifiers import parse_siren, parse_siret
from territorial_map.domain.matching.list_row import Given
from territorial_map.ingest.checks import checked_phone, checked_website
from territorial_map.ingest.sources import Choices, check_files, import_files, importer_for
from territorial_map.ingest.sources.report import report_lines
from territorial_map.ingest.sources.report_html import report_html
from territorial_map.readers import Upload, read_table
from territorial_map.services.matching.list_files import read_list
from tests.ingest.sources.runs import RunImport, Write

HEAD = "Nom;Catégorie;Code postal;Ville"
CONTACTS = """Structure;Nom;Prénom;Adresse;Ville;Téléphone;Site;Courriel;Remarque
Atelier synthétique (a@exemple.fr);Exemple;Ada;1 rue A 06 39 98 00 00;Vernoux;{phone};{site};b@c.fr;
Régie synthétique – 06.39.98.00.01;Exemple;Bob;d@e.fr;Lyon;04 74 47 04 70;mailto:f@g.fr;;0639980002
""".format(phone="06 39 98 00 03 / 04 74 47 04 71 poste 12", site="https://u:p@exemple.fr")


def test_nothing_of_a_person_is_written_and_contacts_are_counted(
    run_import: RunImport, write: Write, tmp_path: Path
) -> None:
    report, rows = run_import("generic", write("liste.csv", CONTACTS))

    written = "".join(p.read_text(encoding="utf-8") for p in (tmp_path / "sources").iterdir())
    assert len(rows) == 2
    assert not any(
        secret in written for secret in ("@", "0639", "06 39", "06.39", "Ada", "Exemple")
    )
    assert {row.values["phone"] for row in rows.values()} == {"04 74 47 04 71", "04 74 47 04 70"}
    assert report.intake.doubts.emails == 4
    assert report.intake.doubts.mobiles == 4
    assert {row.values["website"] for row in rows.values()} == {""}


@pytest.mark.parametrize(
    "head", ["Nom;Prénom;Ville", "Civilité;Nom;Ville", "Nom et prénom;Tél;Ville"]
)
def test_a_list_of_persons_is_refused(head: str, write: Write) -> None:
    paths = [write("liste.csv", f"{head}\nExemple;Ada;Vernoux\n")]

    with pytest.raises(SourceError, match="celle de personnes"):
        importer_for("generic", paths)


def test_a_column_of_titled_persons_names_no_organisation(write: Write) -> None:
    paths = [write("liste.csv", "Nom;Ville\nMme Ada Exemple;Vernoux\nM. Bob Exemple;Lyon\n")]

    with pytest.raises(SourceError, match="aucune colonne ne dit le nom"):
        importer_for("generic", paths)


def test_a_row_that_is_one_person_is_rejected_and_not_shown(
    run_import: RunImport, write: Write
) -> None:
    rows = "".join(f"Association synthétique {n};association;01560;Vernoux\n" for n in range(9))
    path = write("liste.csv", f"{HEAD}\n{rows}Mme Ada Exemple;association;01560;Vernoux\n")

    report, kept = run_import("generic", path)

    assert [kind.value for kind in report.intake.rejected] == ["person"]
    assert len(kept) == 9
    assert "Ada" not in "\n".join(report_lines(report))


def test_totals_and_notes_are_left_out_and_counted(run_import: RunImport, write: Write) -> None:
    furniture = "TOTAL;;;\nTotal général;association;;\nNombre de structures : 2;association;;\n"
    more = "Sous-total Ain;association;;\n(*) données 2023;association;;\nSource : enquête;;;\n"
    path = write("liste.csv", f"{HEAD}\nA synthétique;association;01560;Vernoux\n{furniture}{more}")

    report, rows = run_import("generic", path)

    assert len(rows) == 1
    assert {kind.value: n for kind, n in report.intake.left_out.items()} == {"furniture": 6}


def test_cells_that_are_not_understood_are_shown_by_column_with_three_examples(
    write: Write,
) -> None:
    rows = "".join(f"A synthétique {n};31/02/20{n};12345;à venir\n" for n in range(10, 15))
    paths = [write("liste.csv", f"Nom;Créée le;SIRET;Site web\n{rows}")]

    report = check_files(importer_for("generic", paths), paths)

    doubts = report.intake.doubts
    assert doubts.counts == {
        ("Créée le", Doubt.DATE_UNREAD): 5,
        ("SIRET", Doubt.SIRET_WRONG): 5,
        ("Site web", Doubt.WEBSITE_UNREAD): 5,
    }
    assert [e.value for e in doubts.examples["Créée le", Doubt.DATE_UNREAD]] == [
        "31/02/2010",
        "31/02/2011",
        "31/02/2012",
    ]
    for told in ("\n".join(report_lines(report)), report_html(report)):
        assert "Créée le" in told
        assert "31/02/2012" in told


def test_another_list_of_the_same_name_replaces_nothing_unless_asked(
    run_import: RunImport, write: Write
) -> None:
    run_import(
        "generic", write("adherents.csv", f"{HEAD}\nA synthétique;association;01560;Vernoux\n")
    )
    other = write("adherents.csv", f"{HEAD}\nB synthétique;association;69001;Lyon\n")

    with pytest.raises(SourceError, match="--replace") as refused:
        run_import("generic", other)
    _, beside = run_import("generic", other, name="adhérents du Rhône")
    _, instead = run_import("generic", other, replace=True)

    assert "de ses 1 organisation(s), 0 seulement" in str(refused.value)
    assert [row.values["name"] for row in beside.values()] == ["B synthétique"]
    assert [row.values["name"] for row in instead.values()] == ["B synthétique"]


@pytest.mark.parametrize("name", ["Adhérents.csv", "adherents.txt", "ADHERENTS.tsv"])
@pytest.mark.parametrize("source", ["generic", "auto"])
def test_names_that_make_one_table_are_one_name(
    name: str, source: str, run_import: RunImport, write: Write
) -> None:
    run_import(
        "generic", write("adherents.csv", f"{HEAD}\nA synthétique;association;01560;Vernoux\n")
    )
    other = write(name, f"{HEAD}\nB synthétique;association;69001;Lyon\n")

    with pytest.raises(SourceError, match="Rien n’a été écrit"):
        run_import(source, other)


REGIONAL = (
    "NoSIREN;RAISON_SOCIALE;SIGLE;DENOMINATION;STATUT_JURIDIQUE;CODE_POSTAL;COMMUNE;"
    "NoDEPARTEMENT;DEPARTEMENT;REGION\n"
)


def test_the_extract_of_another_region_replaces_no_register_in_silence(
    run_import: RunImport, write: Write
) -> None:
    def extract(name: str, *sirens: str) -> Path:
        rows = (
            f"{siren};SYNTHETIQUE;;;Association déclarée;97300;CAYENNE;973;GUYANE;GUYANE\n"
            for siren in sirens
        )
        return write(name, REGIONAL + "".join(rows))

    run_import("ess-list", extract("guyane.csv", "807469317", "775544083", "310999164"))
    elsewhere = extract("bretagne.csv", "319244059", "303192967")
    _, newer = run_import("ess-list", extract("guyane2.csv", "807469317", "775544083", "319244059"))

    with pytest.raises(SourceError, match=r"n’en contient que 1 sur 3.*--replace"):
        run_import("ess-list", elsewhere)
    _, instead = run_import("ess-list", elsewhere, replace=True)

    assert (len(newer), len(instead)) == (3, 2)


def test_the_same_list_comes_in_twice_without_a_word(run_import: RunImport, write: Write) -> None:
    path = write("adherents.csv", f"{HEAD}\nA synthétique;association;01560;Vernoux\n")

    assert run_import("generic", path)[1] == run_import("generic", path)[1]


def test_rejected_rows_go_where_they_are_asked_and_never_among_sources(
    run_import: RunImport, write: Write, tmp_path: Path
) -> None:
    path = write(
        "l.csv", f"{HEAD}\nA synthétique;association;01560;Vernoux\n;association;a@b.fr;\n"
    )

    run_import("generic", path, rejects=tmp_path / "rejets.csv")

    assert "a@b.fr" in (tmp_path / "rejets.csv").read_text(encoding="utf-8-sig")
    assert {p.name for p in (tmp_path / "sources").iterdir()} == {"import-l.csv", "import-l.toml"}
    with pytest.raises(SourceError, match="pas dans le dossier des sources"):
        run_import("generic", path, rejects=tmp_path / "sources" / "rejets.csv", replace=True)


def test_the_sidecar_counts_what_was_not_understood(
    run_import: RunImport, write: Write, tmp_path: Path
) -> None:
    run_import("generic", write("liste.csv", CONTACTS))

    told = tomllib.loads((tmp_path / "sources" / "import-liste.toml").read_text(encoding="utf-8"))

    assert told["cells_not_understood"]["website_refused"] == 1


# Cells of every kind that field cases show; synthetic names.
NAMES = (
    "ESAT synthétique",
    "E.S.A.T. SYNTHETIQUE",
    "Régie (a@b.fr)",
    "L’Atelier",
    "Total Synthèse",
)
SIRETS = (
    *("", "80746931700018", "807 469 317 / 00018", "80746931700018,00", "'80746931700018"),
    *("8,0746931700018E+13", "7,75544E+13", "SIRET : 807.469.317.00018", "807469317", "12"),
)
PHONES = (
    *("", "04.74.47.04.70", "+33(0)474470470", "0033474470470", "06 39 98 00 00"),
    *("06 39 98 00 00 / 04 74 47 04 70", "474470470.0", "04 74 47 04 70 poste 3", "?", "3919"),
)
SITES = ("", "www.exemple.fr", "https//exemple.fr", "javascript:alert(1)", "a@b.fr", "à venir")
ROW = st.tuples(*map(st.sampled_from, (NAMES, SIRETS, PHONES, SITES)))


@given(st.lists(ROW, min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_matching_and_importing_read_every_row_alike(rows: list[tuple[str, ...]]) -> None:
    text = "Structure;SIRET;Tél.;Site\n" + "".join(f"{';'.join(row)}\n" for row in rows)

    matched = {(g.name, g.siret, g.siren, g.phone) for g in matched_rows(text)}
    imported = {
        (
            cells["name"],
            parse_siret(cells["siret"]),
            parse_siren(cells["siren"]) or (parse_siret(cells["siret"]) or "")[:9] or None,
            checked_phone(cells["phone"]) or "",
        )
        for cells in imported_rows(text)
    }

    # The import keeps one row of those that are the same organisation.
    assert imported
    assert imported <= matched


@given(st.lists(ROW, min_size=1, max_size=8))
@settings(max_examples=30, deadline=None)
def test_an_imported_website_and_phone_are_what_a_build_keeps(rows: list[tuple[str, ...]]) -> None:
    text = "Structure;SIRET;Tél.;Site\n" + "".join(f"{';'.join(row)}\n" for row in rows)

    imported = imported_rows(text)

    assert imported
    for cells in imported:
        assert (checked_phone(cells["phone"]) or "") == cells["phone"]
        assert (checked_website(cells["website"]) or "") == cells["website"]


def matched_rows(text: str) -> Iterator[Given]:
    return read_list(Upload("liste.csv", text.encode())).rows()


def imported_rows(text: str) -> list[dict[str, str]]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "liste.csv"
        path.write_text(text, encoding="utf-8")
        choices = Choices(as_of="2026-11-01")
        report = import_files(
            importer_for("generic", [path], choices), [path], folder / "s", choices
        )
        return [dict(row.values) for row in read_table(folder / "s" / report.about.table).rows]


def test_what_a_point_does_not_tell_is_counted_under_its_own_column(
    run_import: RunImport, write: Write
) -> None:
    head = "Structure;Lat. (WGS84);Long. (WGS84)"
    rows = "A synthétique;5.05;45.04\nB synthétique;truc;là\nC synthétique;46.48;5.1\n"
    report, imported = run_import("generic", write("points.csv", f"{head}\n{rows}"))

    assert report.intake.doubts.counts == {
        ("Lat. (WGS84)", Doubt.POINT_SWAPPED): 1,
        ("Lat. (WGS84)", Doubt.POINT_UNREADABLE): 1,
    }
    assert [(row.values["lon"], row.values["lat"]) for row in imported.values()] == [
        ("5.05", "45.04"),
        ("", ""),
        ("5.1", "46.48"),
    ]

"""A list matched to the synthetic edition: read in memory, bounded, and round trips of exports."""

import csv
import io
import logging
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

from territorial_map.api.models.matching import matched_list
from territorial_map.domain.errors import BadParameter, SourceError, SourceTooLarge
from territorial_map.domain.listing import Order
from territorial_map.domain.matching.terms import MatchVerdict, Warned, Why
from territorial_map.domain.selection import Selection
from territorial_map.readers import Upload
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.tables import export_table
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.matching import list_files
from territorial_map.services.matching.answers import Matched, match_list
from territorial_map.services.matching.column_choices import parse_choices
from territorial_map.services.matching.list_files import read_list
from territorial_map.services.matching.result_file import Added, result_csv

HEADER = "Nom;Commune;Code postal;SIRET;SIREN\n"


def matched(edition: OpenEdition, text: str) -> list[Matched]:
    return list(match_list(edition, read_list(Upload("liste.csv", (HEADER + text).encode()))))


@pytest.mark.parametrize(
    ("line", "verdict", "identity", "why"),
    [
        (
            "ATELIER SYNTHETIQUE DU VERCORS 1;ROMANS SUR ISERE;26100;77554408300477;",
            MatchVerdict.FOUND,
            "synthetic:site1",
            Why.SIRET_AND_NAME,
        ),
        (
            "LIEU SYNTHETIQUE TIERS L OEUVRE;ROMANS S/ ISERE CEDEX;;;",
            MatchVerdict.FOUND,
            "synthetic:lieu",
            Why.NAME_AND_PLACE,
        ),
        (";Valence;;;775544083", MatchVerdict.FOUND, "synthetic:site3", Why.SITE_THERE),
        (";;;;775544083", MatchVerdict.AMBIGUOUS, None, Why.SEVERAL_SITES),
        ("PTCE synthétique;;;77554408300477;", MatchVerdict.AMBIGUOUS, None, Why.NAME_ELSEWHERE),
        ("Boulangerie Dupont;;;77554408300477;", MatchVerdict.AMBIGUOUS, None, Why.NAME_UNLIKE),
        (";Valence;;77554408300485;", MatchVerdict.AMBIGUOUS, None, Why.OTHER_SITE),
        ("Boulangerie du coin;Valence;;;", MatchVerdict.UNKNOWN, None, Why.NOT_KNOWN),
        (";Valence;;;", MatchVerdict.UNKNOWN, None, Why.NOTHING_TOLD),
    ],
)
def test_each_row_is_found_left_to_choose_or_unknown(
    small_edition: OpenEdition, line: str, verdict: MatchVerdict, identity: str | None, why: Why
) -> None:
    (row,) = matched(small_edition, line)

    assert (row.decision.verdict, row.decision.id) == (verdict, identity)
    assert row.decision.why is why


def test_a_whole_name_of_common_words_is_offered_without_a_place(
    small_edition: OpenEdition,
) -> None:
    (row,) = matched(small_edition, "Lieu synthétique tiers l’œuvre;;;;")

    assert "synthetic:lieu" in {each.id for each in row.decision.candidates}


def test_a_wrong_siret_is_told_and_proves_nothing(small_edition: OpenEdition) -> None:
    (row,) = matched(small_edition, ";Romans-sur-Isère;26100;77554408300478;")

    assert row.given.warnings == (Warned.SIRET_WRONG,)
    assert row.decision.verdict is not MatchVerdict.FOUND
    assert "synthetic:site1" in {shown.id for shown in row.decision.candidates}


@pytest.mark.parametrize("rows_per", RowsPer)
@pytest.mark.parametrize("extension", ["csv", "xlsx", "ods"])
def test_an_export_comes_back_found_whole(
    small_edition: OpenEdition, extension: str, rows_per: RowsPer
) -> None:
    table = export_table(
        small_edition, Selection.of({}), Order.NAME, rows_per, "https://annuaire.example"
    )
    content = b"".join(FORMATS[extension].chunks(table))

    given = read_list(Upload(f"export.{extension}", content))
    rows = list(match_list(small_edition, given))

    ids = [line.cells[given.columns.index("Identifiant")] for line in given.lines]
    assert len(rows) == len(list(table.read())) > 0
    assert [row.decision.id for row in rows] == ids


def test_columns_are_understood_by_their_names_and_can_be_corrected() -> None:
    content = "Titre;Projet;Ville\na;b;c\n".encode("cp1252")
    as_found = read_list(Upload("liste.csv", content))
    corrected = read_list(Upload("liste.csv", content), chosen=parse_choices("name=Projet,city="))

    assert as_found.understood == {"name": "Titre", "commune": "Ville"}
    assert corrected.understood == {"name": "Projet"}


@pytest.mark.parametrize(
    ("choice", "culprit"), [("nom", "nom"), ("couleur=Nom", "couleur"), ("name=Absente", "Absente")]
)
def test_a_wrong_choice_of_columns_is_told(choice: str, culprit: str) -> None:
    with pytest.raises(BadParameter, match=culprit):
        read_list(Upload("liste.csv", b"Nom\na\n"), chosen=parse_choices(choice))


def test_a_list_that_names_nobody_is_refused() -> None:
    with pytest.raises(BadParameter, match="aucune colonne"):
        read_list(Upload("liste.csv", b"Couleur;Prix\nrouge;3\n"))


def workbook(*rows: tuple[str, ...], corner: str = "") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if corner:
        sheet[corner] = "x"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def book_of_sheets() -> bytes:
    """What people send: a first sheet that explains, two lists, a hidden one, an empty one."""
    book = openpyxl.Workbook()
    sheets: dict[str, list[tuple[str, ...]]] = {
        "Lisez-moi": [("Liste synthétique",), ("Mise à jour en mars",)],
        "Partenaires": [("Nom", "Ville"), ("Personne", "Lille")],
        "Fournisseurs": [("Nom", "SIRET"), ("Atelier", "77554408300477"), ("Autre", "")],
        "Choix": [("Nom",), ("caché",)],
        "Vide": [],
    }
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book["Choix"].sheet_state = "hidden"
    del book["Sheet"]
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_a_workbook_is_read_at_the_first_sheet_understood_and_says_its_others() -> None:
    upload = Upload("liste.xlsx", book_of_sheets())

    first, asked = read_list(upload), read_list(upload, sheet="Fournisseurs")

    assert first.sheets == asked.sheets == ("Lisez-moi", "Partenaires", "Fournisseurs")
    assert (first.sheet, len(first.lines)) == ("Partenaires", 1)
    assert (asked.sheet, len(asked.lines)) == ("Fournisseurs", 2)
    assert asked.understood == {"name": "Nom", "siret": "SIRET"}
    with pytest.raises(SourceError, match="pas de feuille « Absente »"):
        read_list(upload, sheet="Absente")


@pytest.mark.parametrize(
    ("name", "content", "error", "words"),
    [
        ("liste.pdf", b"%PDF", SourceError, "format"),
        ("liste.xlsx", b"PK\x03\x04 nothing", SourceError, "ne peut pas être lu"),
        ("liste.csv", b"", SourceError, "vide"),
        ("liste.csv", b"Nom\n" + b"a\n" * 20_001, SourceTooLarge, "20000 lignes"),
        ("liste.csv", b"x" * (list_files.MOST_BYTES + 1), SourceTooLarge, "Mio"),
        ("liste.xlsx", workbook(("Nom",), ("=1+1",)), SourceError, "formule"),
        ("liste.xlsx", workbook(("Nom",), ("a",), corner="XFD1048576"), SourceTooLarge, "cellules"),
    ],
)
def test_what_cannot_be_read_is_refused_with_one_sentence(
    name: str, content: bytes, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words) as refused:
        read_list(Upload(name, content))

    assert "\n" not in str(refused.value)


def test_the_file_is_neither_written_nor_logged(
    small_edition: OpenEdition, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    kept_quiet = "Partenaire confidentiel synthétique"
    opened = Counter[str]()
    real_open = Path.open

    def watched(path: Path, mode: str = "r", *rest: object, **options: object) -> object:
        opened[mode] += 1
        return real_open(path, mode, *rest, **options)  # type: ignore[call-overload]  # whatever the caller gave

    upload = Upload("liste.csv", (HEADER + f"{kept_quiet};Valence;;;\n").encode())
    with caplog.at_level(logging.DEBUG):
        monkeypatch.setattr(Path, "open", watched)
        monkeypatch.setattr("builtins.open", lambda *_a, **_k: pytest.fail("a file was opened"))
        list(match_list(small_edition, read_list(upload)))

    assert not [mode for mode in opened if set(mode) & set("wax+")]
    assert kept_quiet not in caplog.text
    assert kept_quiet not in repr(upload)


def test_the_result_keeps_every_row_and_runs_no_formula(small_edition: OpenEdition) -> None:
    text = (
        "Nom;Note;Commune\nPTCE synthétique;=1+1;\nInconnue au bataillon;@x;Valence\ntrop;court\n"
    )
    given = read_list(Upload("liste.csv", text.encode()))

    content = b"".join(result_csv(given, match_list(small_edition, given))).decode("utf-8-sig")

    header, *rows = list(csv.reader(io.StringIO(content), delimiter=";"))
    assert header == ["Nom", "Note", "Commune", *(added.label for added in Added)]
    assert [row[:2] for row in rows[:2]] == [
        ["PTCE synthétique", "'=1+1"],
        ["Inconnue au bataillon", "'@x"],
    ]
    assert rows[2][0].startswith("trop")
    assert all(len(row) == len(header) for row in rows)


def test_the_result_tells_a_naf_code_with_its_nomenclature(small_edition: OpenEdition) -> None:
    given = read_list(
        Upload("l.csv", "Nom;Commune\nScop synthétique du vélo;Saint-Vallier".encode())
    )

    content = b"".join(result_csv(given, match_list(small_edition, given))).decode("utf-8-sig")

    (row,) = csv.DictReader(io.StringIO(content), delimiter=";")
    assert row[Added.ID.label] == "synthetic:scop"
    assert row[Added.NAF.label] == "95.29H (NAF 2025)"


def test_the_answer_has_the_promised_shape(small_edition: OpenEdition) -> None:
    given = read_list(Upload("l.csv", (HEADER + "Tiers-lieu L’Œuvre synthétique;;;;\n").encode()))

    answer = matched_list(small_edition, given, list(match_list(small_edition, given)))

    (row,) = answer["rows"]
    assert {"line", "verdict", "id", "score", "candidates"} <= row.keys()
    assert row["line"] == 2
    assert answer["counts"] == {"found": 1, "ambiguous": 0, "unknown": 0} or row["id"] is None
    assert 0 <= row["score"] <= 1


def test_a_column_that_nothing_reads_is_named(small_edition: OpenEdition) -> None:
    given = read_list(Upload("liste.csv", b"Nom;Truc\nAssociation synthetique;x\n"))

    assert given.unknown == ("Truc",)
    assert [each.communes for each in match_list(small_edition, given)] == [()]

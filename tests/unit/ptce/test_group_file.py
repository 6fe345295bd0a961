"""A group is read from ids or from any list; what cannot be read costs its cell, or its line."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from territorial_map.domain.errors import BadParameter, SourceError
from territorial_map.domain.vocabulary import Device, LegalForm, PartnerType
from territorial_map.readers import Upload
from territorial_map.services.ptce.group_file import (
    MAX_LINES,
    GroupLine,
    group_of_rows,
    parse_group,
    read_group,
)


def only(text: str) -> GroupLine:
    (line,) = parse_group(text).lines
    return line


def test_ids_come_one_a_line_with_comments_and_empty_lines_left_out() -> None:
    group = parse_group("\ufeff# mon groupe\nfiness:260000450\n\n ess:40803201900049 ,\n")

    assert [(line.line, line.id) for line in group.lines] == [
        (2, "finess:260000450"),
        (4, "ess:40803201900049"),
    ]
    assert group.notes == ()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_whatever_its_delimiter(delimiter: str) -> None:
    rows = (
        ("name", "legal_form", "partner_type", "siren", "commune"),
        ("Association fictive", "association", "", "000 000 018", "Romans-sur-Isère"),
        ("Ville fictive", "", "local_authority", "", "26362"),
    )
    text = "\n".join(delimiter.join(row) for row in rows)

    first, second = parse_group(text).lines

    assert (first.given.name, first.given.siren, first.given.city) == (
        "Association fictive",
        "000000018",
        "Romans-sur-Isère",
    )
    assert first.legal_form is LegalForm.ASSOCIATION
    assert second.partner_type is PartnerType.LOCAL_AUTHORITY


def test_a_table_can_mix_ids_and_descriptions() -> None:
    first, second = parse_group(
        "id,name,legal_form\nfiness:260000450,,\n,Scop fictive,Scop\n"
    ).lines

    assert first.id == "finess:260000450"
    assert (second.given.name, second.legal_form) == ("Scop fictive", LegalForm.SCOP)


@pytest.mark.parametrize(
    "text",
    [
        "Structure;SIRET;Ville\nESAT Les Brosses;77554408300477;Vernoux\n",
        "Nom;SIRET;Commune;Tél;Mail\nESAT Les Brosses;77554408300477;Vernoux\n",
        "Raison sociale;N° SIRET;Localité\nESAT Les Brosses;775 544 083 00477;Vernoux\n",
        "Adhérent,Siret,Ville\nESAT Les Brosses,775.544.083.00477,Vernoux\n",
    ],
)
def test_any_list_that_is_matched_is_a_group(text: str) -> None:
    line = only(text)

    assert (line.given.name, line.given.siret) == ("ESAT Les Brosses", "77554408300477")
    assert line.given.city == "Vernoux"


def test_a_file_of_a_spreadsheet_in_windows_1252_is_read() -> None:
    content = "Nom;SIRET;Commune\nESAT Alizé;319 000 071 00070;Basse-Terre\n".encode("cp1252")

    (line,) = read_group(Upload("membres.csv", content)).lines

    assert (line.given.name, line.given.siret) == ("ESAT Alizé", "31900007100070")


def test_a_workbook_is_read() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Structure", "Forme juridique", "Ville"), ("Une fictive", "SCIC SA", "Valence")):
        sheet.append(row)
    content = BytesIO()
    book.save(content)

    (line,) = read_group(Upload("membres.xlsx", content.getvalue())).lines

    assert (line.given.name, line.legal_form) == ("Une fictive", LegalForm.SCIC)


def test_french_headers_and_everyday_words_are_read() -> None:
    line = only("Nom;Forme juridique;Type de partenaire\nUne fictive;SARL;Entreprise\n")

    assert line.legal_form is LegalForm.COMMERCIAL
    assert line.partner_type is PartnerType.ENTERPRISE


def test_an_insertion_device_in_the_form_column_is_a_device() -> None:
    line = only("name,legal_form\nChantier fictif,ACI\n")

    assert (line.legal_form, line.devices) == (LegalForm.UNKNOWN, (Device.ACI,))


def test_a_form_and_a_device_told_together_are_both_read() -> None:
    line = only("name,legal_form\nChantier fictif,Association ACI\n")

    assert (line.legal_form, line.devices) == (LegalForm.ASSOCIATION, (Device.ACI,))


def test_esus_in_the_form_column_is_an_agreement_beside_the_form() -> None:
    line = only("name,legal_form\nSociété fictive,SAS agréée ESUS\n")

    assert (line.legal_form, line.esus) == (LegalForm.COMMERCIAL, True)


@pytest.mark.parametrize(
    ("bad", "line", "told"),
    [
        ("Deux,123456789,,", 3, "SIREN"),
        ("Deux,,truc,", 3, "truc"),
        ("Deux,,,ami", 3, "ami"),
    ],
)
def test_a_bad_cell_costs_that_cell_and_is_told_with_its_line(
    bad: str, line: int, told: str
) -> None:
    group = parse_group(f"name,siren,legal_form,partner_type\nUne,000000018,scop,\n{bad}\n")

    assert [each.given.name for each in group.lines] == ["Une", "Deux"]
    assert group.lines[0].given.siren == "000000018"
    (note,) = group.notes
    assert (note.line, note.set_aside) == (line, False)
    assert note.value == ("" if told == "SIREN" else told)
    assert told in note.problem.fr
    assert note.problem.en != note.problem.fr


def test_a_line_that_tells_nobody_is_set_aside_and_the_others_are_read() -> None:
    group = parse_group("name,siren,commune\n,,Valence\nUne fictive,000000018,Valence\n")

    assert [each.given.name for each in group.lines] == ["Une fictive"]
    assert [(note.line, note.set_aside) for note in group.notes] == [(2, True)]


def test_a_line_that_is_no_id_among_ids_is_set_aside() -> None:
    group = parse_group("finess:260000450\nAssociation fictive\n")

    assert [line.id for line in group.lines] == ["finess:260000450"]
    (note,) = group.notes
    assert (note.line, note.value, note.set_aside) == (2, "Association fictive", True)


def test_totals_and_notes_of_a_table_are_no_members() -> None:
    group = parse_group("Structure;SIRET\nUne fictive;000 000 018 00012\nTotal : 1;\n")

    assert len(group.lines) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# rien\n\n",
        "name,siren\n",
        "Association fictive\n",
        "\n".join(f"finess:{n}" for n in range(MAX_LINES + 2)),
    ],
)
def test_what_is_no_group_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises((BadParameter, SourceError)) as refused:
        parse_group(text)

    assert str(refused.value).count("\n") == 0


def test_a_list_of_persons_is_no_group() -> None:
    with pytest.raises(SourceError):
        parse_group("Nom;Prénom\nSYNTHETIQUE;Une\n")


def test_rows_of_a_form_are_read_like_a_table() -> None:
    (line,) = group_of_rows([{"name": " Scop fictive ", "legal_form": "scop", "siren": ""}]).lines

    assert (line.given.name, line.legal_form, line.given.siren) == (
        "Scop fictive",
        LegalForm.SCOP,
        None,
    )


def test_a_siret_in_the_column_of_sirens_is_read() -> None:
    (line,) = group_of_rows([{"name": "ESAT", "siren": "775 544 083 00477"}]).lines

    assert (line.given.siren, line.given.siret) == ("775544083", "77554408300477")


def test_a_row_of_a_form_tells_the_type_of_partner() -> None:
    (line,) = group_of_rows([{"name": "Ville fictive", "partner_type": "local_authority"}]).lines

    assert line.partner_type is PartnerType.LOCAL_AUTHORITY


def test_a_group_of_nobody_is_refused_without_a_value() -> None:
    with pytest.raises(BadParameter, match="aucun membre") as caught:
        parse_group("\n# une remarque\n")

    assert (caught.value.parameter, caught.value.value) == ("groupe", "")


@pytest.mark.parametrize("rows", [[], [{"colour": "blue"}], [{"name": "Une"}] * (MAX_LINES + 1)])
def test_rows_that_are_no_group_are_refused(rows: list[dict[str, str]]) -> None:
    with pytest.raises(BadParameter):
        group_of_rows(rows)


def test_a_pasted_table_under_its_title_is_read() -> None:
    pasted = "Membres du pôle synthétique,,\n\nNom,Statut,Commune\nAtelier fictif,SCOP,Valence\n"
    (line,) = parse_group(pasted).lines

    assert line.given.name == "Atelier fictif"
    assert line.legal_form is LegalForm.SCOP


@pytest.mark.parametrize("words", ["Entreprise", "Société", "PME"])
def test_an_enterprise_without_a_form_is_a_partner_whose_statutes_are_to_establish(
    words: str,
) -> None:
    (line,) = parse_group(f"Nom;Type\nAtelier fictif;{words}\n").lines

    assert (line.legal_form, line.partner_type) == (LegalForm.UNKNOWN, PartnerType.ENTERPRISE)


@pytest.mark.parametrize(
    ("point", "told"),
    [
        ("5.05;45.04", "inversées"),
        ("truc;2.35", "illisibles"),
        ("839481;6455000", "degrés"),
    ],
)
def test_what_a_point_does_not_tell_is_told_with_its_line(point: str, told: str) -> None:
    group = parse_group(f"Nom;Latitude;Longitude\nAtelier fictif;{point}\n")

    assert len(group.lines) == 1
    (note,) = group.notes
    assert (note.line, note.set_aside) == (2, False)
    assert told in note.problem.fr


@pytest.mark.parametrize(
    "siret",
    ["775 544 083 00477", "'77554408300477", "SIRET : 77554408300477", "7,7554408300477E+13"],
)
def test_numbers_are_read_as_every_list_reads_them(siret: str) -> None:
    (line,) = parse_group(f"Nom;SIRET\nAtelier fictif;{siret}\n").lines

    assert line.given.siret == "77554408300477"

"""A group is read from ids or from a table, and each mistake is named by line and column."""

import pytest

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.vocabulary import Device, LegalForm, PartnerType
from territorial_map.services.ptce.group_file import MAX_LINES, group_of_rows, parse_group


def test_ids_come_one_a_line_with_comments_and_empty_lines_left_out() -> None:
    lines = parse_group("\ufeff# mon groupe\nfiness:260000450\n\n ess:40803201900049 ,\n")

    assert [(line.line, line.id) for line in lines] == [
        (2, "finess:260000450"),
        (4, "ess:40803201900049"),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_whatever_its_delimiter(delimiter: str) -> None:
    rows = (
        ("name", "legal_form", "partner_type", "siren", "commune"),
        ("Association fictive", "association", "", "000 000 018", "Romans-sur-Isère"),
        ("Ville fictive", "", "local_authority", "", "26362"),
    )
    text = "\n".join(delimiter.join(row) for row in rows)

    first, second = parse_group(text)

    assert (first.name, first.siren, first.commune) == (
        "Association fictive",
        "000000018",
        "Romans-sur-Isère",
    )
    assert first.legal_form is LegalForm.ASSOCIATION
    assert second.partner_type is PartnerType.LOCAL_AUTHORITY


def test_a_table_can_mix_ids_and_descriptions() -> None:
    first, second = parse_group("id,name,legal_form\nfiness:260000450,,\n,Scop fictive,Scop\n")

    assert first.id == "finess:260000450"
    assert (second.name, second.legal_form) == ("Scop fictive", LegalForm.SCOP)


def test_french_headers_and_everyday_words_are_read() -> None:
    (line,) = parse_group("Nom;Forme juridique;Type de partenaire\nUne fictive;SARL;Entreprise\n")

    assert line.legal_form is LegalForm.COMMERCIAL
    assert line.partner_type is PartnerType.ENTERPRISE


def test_an_insertion_device_in_the_form_column_is_a_device() -> None:
    (line,) = parse_group("name,legal_form\nChantier fictif,ACI\n")

    assert (line.legal_form, line.devices) == (LegalForm.UNKNOWN, (Device.ACI,))


def test_esus_in_the_form_column_is_an_agreement_beside_the_form() -> None:
    (line,) = parse_group("name,legal_form\nSociété fictive,SAS agréée ESUS\n")

    assert (line.legal_form, line.esus) == (LegalForm.COMMERCIAL, True)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", "groupe"),
        ("name,siren\n", "groupe"),
        ("name,siren\nUne fictive,123456789\n", "ligne 2, colonne siren"),
        ("name,legal_form\nUne fictive,association\nDeux,truc\n", "ligne 3, colonne legal_form"),
        ("name,partner_type\nUne fictive,ami\n", "ligne 2, colonne partner_type"),
        ("name,couleur\nUne fictive,bleu\n", "ligne 1, en-tête"),
        ("name,nom\nUne fictive,Deux\n", "ligne 1, en-tête"),
        ("name,siren\n,000000018\n", "ligne 2, colonne name"),
        ("name,siren\nUne,000000018,reste\n", "ligne 2"),
        ("Association fictive\n", "ligne 1"),
        ("\n".join(f"finess:{n}" for n in range(MAX_LINES + 2)), "groupe"),
    ],
)
def test_a_mistake_is_named_where_it_is(text: str, where: str) -> None:
    with pytest.raises(BadParameter) as refused:
        parse_group(text)

    assert refused.value.parameter == where


def test_rows_of_a_form_are_read_like_a_table() -> None:
    (line,) = group_of_rows([{"name": " Scop fictive ", "legal_form": "scop", "siren": ""}])

    assert (line.name, line.legal_form, line.siren) == ("Scop fictive", LegalForm.SCOP, None)


@pytest.mark.parametrize("rows", [[], [{"colour": "blue"}], [{"name": "Une"}] * (MAX_LINES + 1)])
def test_rows_that_are_no_group_are_refused(rows: list[dict[str, str]]) -> None:
    with pytest.raises(BadParameter):
        group_of_rows(rows)

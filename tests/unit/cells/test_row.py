"""What is doubtful in a row is told with its field and its cell, and nothing personal of it."""

import pytest

from territorial_map.domain.cells import Doubt, NumberCell, OrganisationRow, read_row, read_website
from territorial_map.domain.cells.doubts import Doubted
from territorial_map.domain.cells.row import clean_text

SIRET = "80746931700018"
WRONG = "77569338501755"


def only(cells: dict[str, str]) -> Doubted:
    (told,) = read_row({"name": "Régie synthétique", **cells}).doubts
    return told


@pytest.mark.parametrize(
    ("field", "cell", "doubt"),
    [
        ("siret", "77569338501755", Doubt.SIRET_WRONG),
        ("siret", "7,75544E+13", Doubt.SIRET_TRUNCATED),
        ("siren", "775693386", Doubt.SIREN_WRONG),
        ("finess", "12", Doubt.FINESS_WRONG),
        ("rna", "W12", Doubt.RNA_WRONG),
        ("opened_on", "31/02/2020", Doubt.DATE_UNREAD),
        ("opened_on", "43536", Doubt.DATE_SERIAL),
        ("phone", "sur demande", Doubt.PHONE_UNREAD),
        ("phone", "04 74 47 04 70 et 04 74 47 04 71", Doubt.PHONE_SECOND),
        ("website", "à venir", Doubt.WEBSITE_UNREAD),
        ("website", "ftp://exemple.fr", Doubt.WEBSITE_REFUSED),
        ("website", "www.exemple.fr, www.autre.fr", Doubt.WEBSITE_SECOND),
        ("website", "https//exemple.fr", Doubt.WEBSITE_REPAIRED),
    ],
)
def test_a_doubt_is_told_with_its_field_and_what_its_cell_holds(
    field: str, cell: str, doubt: Doubt
) -> None:
    assert only({field: cell}) == Doubted(field, doubt, cell)


@pytest.mark.parametrize(
    ("field", "cell", "doubt"),
    [
        ("phone", "06 39 98 00 00", Doubt.MOBILE),
        ("phone", "04 74 47 04 70 poste 12", Doubt.PHONE_EXTENSION),
        ("phone", "ada@exemple.fr", Doubt.EMAIL),
        ("website", "ada@exemple.fr", Doubt.EMAIL),
        ("website", "06 39 98 00 00", Doubt.MOBILE),
        ("address", "12 rue X, contact : Mme Ada Exemple", Doubt.PERSON),
        ("acronym", "RQ ada@exemple.fr", Doubt.EMAIL),
    ],
)
def test_what_may_be_personal_is_told_and_not_shown(field: str, cell: str, doubt: Doubt) -> None:
    assert only({field: cell}) == Doubted(field, doubt, "")


def test_a_name_that_is_a_person_s_is_told_and_not_kept() -> None:
    row = read_row({"name": "Mme Ada Exemple", "commune": "Pau"})

    assert row.is_person
    assert (row.text("name"), row.text("commune")) == ("", "Pau")
    assert row.doubts == (Doubted("name", Doubt.PERSON, ""),)


def test_a_contact_inside_a_doubtful_cell_is_not_shown_and_its_presence_is() -> None:
    told = read_row({"phone": "voir ada@exemple.fr"}).doubts

    assert told == (
        Doubted("phone", Doubt.EMAIL, ""),
        Doubted("phone", Doubt.PHONE_UNREAD, "voir (non reproduit)"),
    )


def test_a_long_cell_is_shown_by_its_first_eighty_characters() -> None:
    assert only({"opened_on": "bientôt " * 20}).value == ("bientôt " * 20)[:80]


def test_doubts_come_in_the_order_of_the_fields() -> None:
    row = read_row(
        {
            "opened_on": "bientôt",
            "phone": "sur demande",
            "website": "à venir",
            "rna": "W12",
            "finess": "12",
            "siret": WRONG,
            "address": "12 rue X 06 39 98 00 00",
        }
    )

    assert [told.field for told in row.doubts] == [
        "address",
        "siret",
        "finess",
        "rna",
        "website",
        "opened_on",
        "phone",
    ]


def test_a_row_keeps_every_cell_that_it_understands() -> None:
    cells = {
        "name": "Régie synthétique",
        "acronym": "RS",
        "address": "12 rue X",
        "commune": "Pau",
        "postcode": "64000",
        "lat": "43.3",
        "id": "siae:1",
        "siret": SIRET,
        "siren": "775693385",
        "finess": "260000450",
        "rna": "W263001234",
        "phone": "0474470470",
        "website": "www.exemple.fr",
        "opened_on": "12/03/2019",
    }
    texts = {field: cells[field] for field in list(cells)[:7]}

    assert read_row(cells) == OrganisationRow(
        texts=texts,
        siret=NumberCell(SIRET, written=SIRET),
        siren=NumberCell("775693385", written="775693385"),
        finess=NumberCell("260000450", written="260000450"),
        rna=NumberCell("W263001234", written="W263001234"),
        phone="04 74 47 04 70",
        website="http://www.exemple.fr",
        opened_on="2019-03-12",
    )
    assert read_row({}) == OrganisationRow(texts={})


def test_an_identifier_with_a_contact_in_it_is_none() -> None:
    assert clean_text("id", "ada@exemple.fr-12") == ("", (Doubted("id", Doubt.EMAIL),))
    assert clean_text("id", "siae:12") == ("siae:12", ())


@pytest.mark.parametrize(
    ("cells", "siret", "siren"),
    [
        ({"siren": SIRET}, SIRET, None),
        ({"siret": SIRET[:9]}, None, SIRET[:9]),
        ({"siret": WRONG, "siren": SIRET[:9]}, None, SIRET[:9]),
        ({"siret": SIRET, "siren": WRONG}, SIRET, None),
    ],
)
def test_a_number_in_the_other_s_column_is_read_where_its_own_is_blank(
    cells: dict[str, str], siret: str | None, siren: str | None
) -> None:
    row = read_row(cells)

    assert (row.siret.value, row.siren.value) == (siret, siren)


@pytest.mark.parametrize(
    ("cell", "doubts"),
    [
        ("https://exemple.fr:443/a:b", ()),
        ("http://exemple.fr:80", ()),
        ("https://exemple.fr:8443", (Doubt.WEBSITE_UNREAD,)),
        ("exemple.fr:8080", (Doubt.WEBSITE_UNREAD,)),
        ("exemple.fr/page:2", ()),
        ("exemple.fr", ()),
        ("http:///exemple.fr", (Doubt.WEBSITE_REPAIRED,)),
        ("http://http://exemple.fr", (Doubt.WEBSITE_REPAIRED,)),
        ("www.exemple.fr ou www.exemple.fr", ()),
    ],
)
def test_what_is_well_written_raises_no_doubt(cell: str, doubts: tuple[Doubt, ...]) -> None:
    assert read_website(cell).doubts == doubts

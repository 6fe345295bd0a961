"""What is personal in a cell is found wherever it stands, and taken out; websites are http(s)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.cells import (
    Doubt,
    is_titled_person,
    read_row,
    read_website,
    without_contacts,
)


@pytest.mark.parametrize(
    ("cell", "left"),
    [
        ("ESAT synthétique a.b+c@exemple.fr", "ESAT synthétique"),
        ("mailto:a@exemple.fr", ""),
        ("MAILTO:A@EXEMPLE.FR", ""),
        ("ESAT SYNTHÉTIQUE (A [AT] EXEMPLE [DOT] FR)", "ESAT SYNTHÉTIQUE"),
        ("ESAT synthétique (a [at] exemple.fr)", "ESAT synthétique"),
        ("ESAT synthétique – 06 39 98 00 00", "ESAT synthétique"),
        ("ESAT synthétique (port. : +33 6 39 98 00 00)", "ESAT synthétique"),
        ("ESAT synthétique, contact : Mme Ada Exemple, 06.39.98.00.00", "ESAT synthétique"),
        ("12 rue X (0690 12 34 56)", "12 rue X"),
        ("ESAT synthétique 04 74 47 04 70", "ESAT synthétique 04 74 47 04 70"),
        ("ESAT synthétique (06 39 98 00 00)", "ESAT synthétique"),
        ("ESAT synthétique – a.b@exemple.fr – 06.39.98.00.00", "ESAT synthétique"),
        ("ESAT synthétique tél 0639980000", "ESAT synthétique"),
        ("ESAT synthétique a.b(at)exemple.fr", "ESAT synthétique"),
        ("ESAT synthétique a.b at exemple.fr", "ESAT synthétique"),
        ("ESAT synthétique a.b arobase exemple.fr", "ESAT synthétique"),
        ("ESAT synthétique <a@exemple.fr>", "ESAT synthétique"),
        ("ESAT synthétique ; a＠exemple.fr", "ESAT synthétique"),
        ("ESAT synthétique 0033639980000", "ESAT synthétique"),
        ("ESAT synthétique 06-39-98-00-00/06-39-98-00-01", "ESAT synthétique"),
        ("ESAT synthétique 06 3998 0000", "ESAT synthétique"),
        ("ESAT synthétique O6 39 98 00 00", "ESAT synthétique"),
        ("ESAT synthétique o6.39.98.00.00", "ESAT synthétique"),
        ("ESAT synthétique (+596) 696 00 00 00", "ESAT synthétique"),
        ("ESAT synthétique a.b arobase exemple point fr", "ESAT synthétique"),
        ("ESAT synthétique a.b(chez)exemple.fr", "ESAT synthétique"),
        ("ESAT synthétique Mob. 06.39.98.00.00", "ESAT synthétique"),
        ("ESAT synthétique – 06/39/98/00/00", "ESAT synthétique"),
        ("Atelier 06", "Atelier 06"),
        ("Les Ateliers du 07", "Les Ateliers du 07"),
        ("Studio O7 du 12 rue", "Studio O7 du 12 rue"),
        ("Look at you", "Look at you"),
        ("MJC M. J. C. de Bron", "MJC M. J. C. de Bron"),
        ("Les amis de M. Exemple", "Les amis de M. Exemple"),
        ("SIRET 80746931700018", "SIRET 80746931700018"),
    ],
)
def test_contacts_go_and_the_rest_stays(cell: str, left: str) -> None:
    assert without_contacts(cell, titled=True).text == left


@pytest.mark.parametrize("cell", ["Mme Ada Exemple", "M. J. Exemple", "Monsieur Exemple"])
def test_a_cell_that_is_one_person_is_told(cell: str) -> None:
    assert is_titled_person(cell)
    assert read_row({"name": cell}).is_person


@pytest.mark.parametrize("cell", ["Monsieur Vincent et compagnie", "M.J.C. de Bron", "Mme"])
def test_an_organisation_named_after_a_person_is_none(cell: str) -> None:
    assert not is_titled_person(cell)


@given(st.sampled_from(["name", "address", "commune", "website", "phone", "acronym", "id"]))
def test_an_e_mail_or_a_mobile_of_any_cell_is_counted_and_gone(field: str) -> None:
    for contact, doubt in (("ada@exemple.fr", Doubt.EMAIL), ("06 39 98 00 00", Doubt.MOBILE)):
        row = read_row({"name": "Régie", field: contact})

        assert [(d.field, d.doubt) for d in row.doubts] == [(field, doubt)]
        assert contact not in f"{row.texts} {row.phone} {row.website} {row.doubts}"


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        ("www.exemple.fr", "http://www.exemple.fr"),
        ("HTTPS://exemple.fr/", "https://exemple.fr/"),
        ("https//exemple.fr", "https://exemple.fr"),
        ("http:/exemple.fr", "http://exemple.fr"),
        ("http://http://exemple.fr", "http://exemple.fr"),
        ("exemple . fr", "http://exemple.fr"),
        ("www.exemple.fr, www.autre.fr", "http://www.exemple.fr"),
        ("http://exemple.fr/été", "http://exemple.fr/été"),
        ("exemple.fr/page?x=1&y=2", "http://exemple.fr/page?x=1&y=2"),
    ],
)
def test_a_website_is_mended(cell: str, address: str) -> None:
    assert read_website(cell).address == address


@pytest.mark.parametrize(
    ("cell", "doubt"),
    [
        ("https://user:pass@exemple.fr", Doubt.WEBSITE_REFUSED),
        ("https://user@exemple.fr", Doubt.WEBSITE_REFUSED),
        ("javascript:alert(1)", Doubt.WEBSITE_REFUSED),
        ("ftp://exemple.fr", Doubt.WEBSITE_REFUSED),
        ("data:text/html,x", Doubt.WEBSITE_REFUSED),
        ("file:///etc/hosts", Doubt.WEBSITE_REFUSED),
        ("urn:exemple.fr:12", Doubt.WEBSITE_REFUSED),
        ("http://localhost/", Doubt.WEBSITE_UNREAD),
        ("http://127.0.0.1/", Doubt.WEBSITE_UNREAD),
        ("à venir", Doubt.WEBSITE_UNREAD),
    ],
)
def test_what_is_no_website_is_refused_and_said(cell: str, doubt: Doubt) -> None:
    assert read_website(cell).address == ""
    assert doubt in read_website(cell).doubts


@given(st.text(max_size=60))
def test_no_website_holds_an_account_or_another_scheme(cell: str) -> None:
    address = read_website(cell).address

    assert not address or address.startswith(("http://", "https://"))
    assert "@" not in address.split("/")[2] if address else True

"""Numbers, telephones and websites: kept when right, dropped with a word when not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.identifiers import parse_siren, parse_siret
from territorial_map.ingest.checks import checked_numbers, checked_phone, checked_website
from territorial_map.ingest.checks.contact import is_mobile
from territorial_map.ingest.journal import Journal
from territorial_map.readers import Row

digits = st.text("0123456789 ", max_size=15)


def row(siren: str = "", siret: str = "", finess: str = "") -> Row:
    return Row(2, {"id": "synthetic:1", "siren": siren, "siret": siret, "finess": finess})


@given(siren=digits, siret=digits, finess=digits)
def test_numbers_that_are_kept_are_right_and_agree(siren: str, siret: str, finess: str) -> None:
    numbers = checked_numbers(row(siren, siret, finess), Journal())

    assert numbers.siren is None or parse_siren(numbers.siren) == numbers.siren
    assert numbers.siret is None or parse_siret(numbers.siret) == numbers.siret
    assert numbers.siret is None or numbers.siret[:9] == numbers.siren


@given(siren=digits, siret=digits)
def test_what_is_dropped_is_written_down(siren: str, siret: str) -> None:
    journal = Journal()

    numbers = checked_numbers(row(siren, siret), journal)

    assert sum(remark.count for remark in journal.remarks()) == len(numbers.refused)
    assert {value for _, _, value in numbers.refused} <= {siren.strip(), siret.strip()}


def test_a_wrong_siren_is_dropped_and_its_siret_gives_the_right_one() -> None:
    numbers = checked_numbers(row("123456789", "77554408300477"), Journal())

    assert numbers.siren == "775544083"
    assert numbers.refused[0][0] == "siren"


def test_zeros_are_no_siren_though_their_check_digit_agrees() -> None:
    assert checked_numbers(row("000000000"), Journal()).siren is None


@given(st.text(max_size=20))
def test_a_telephone_is_ten_digits_of_no_mobile_or_nothing(text: str) -> None:
    phone = checked_phone(text)

    assert phone is None or (len(phone.replace(" ", "")) == 10 and not is_mobile(phone))


@pytest.mark.parametrize("mobile", ["0612345678", "0690 12 34 56", "+33 7 12 34 56 78"])
def test_a_mobile_number_is_never_published(mobile: str) -> None:
    assert checked_phone(mobile) is None


@given(st.text(max_size=40))
def test_a_website_is_an_http_address_or_nothing(text: str) -> None:
    website = checked_website(text)

    assert website is None or website.lower().startswith(("http://", "https://"))


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "data:text/html,x", "néant", "http://", ""]
)
def test_other_schemes_are_no_websites(text: str) -> None:
    assert checked_website(text) is None


def test_words_after_an_address_are_left_out() -> None:
    assert (
        checked_website("iut.u-bordeaux.fr/cohabit/ Fablab") == "http://iut.u-bordeaux.fr/cohabit/"
    )

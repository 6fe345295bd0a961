"""Phones of a cell: every French way to write a landline, mobiles counted and never kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.cells import Doubt, read_phones, read_row
from territorial_map.ingest.checks import checked_phone

FIXED = "04 74 47 04 70"
ONE = (
    ("+33(0)474470470", FIXED),
    ("0033474470470", FIXED),
    ("00 33 4 74 47 04 70", FIXED),
    ("(+33) 04 74 47 04 70", FIXED),
    ("+33 (0)4 74 47 04 70", FIXED),
    ("+33.4.74.47.04.70", FIXED),
    ("+590 (0)590 26 03 41", "05 90 26 03 41"),
    ("0590 26 03 41", "05 90 26 03 41"),
    ("+596 596 12 34 56", "05 96 12 34 56"),
    ("00594 594 12 34 56", "05 94 12 34 56"),
    ("+262262410000", "02 62 41 00 00"),
    ("+33 262 41 00 00", "02 62 41 00 00"),
    ("+508 41 12 34", "05 08 41 12 34"),
    ("04 74 47 04 70 - 04 74 47 04 71", FIXED),
    ("04 74 47 04 70 et 04 74 47 04 71", FIXED),
    ("Standard 04 74 47 04 70", FIXED),
    ("tel:+33474470470", FIXED),
    ("33474470470.0", FIXED),
    ("474470470", FIXED),
    ("474470470.0", FIXED),
    ("4,74470470E+08", FIXED),
    ("06 39 98 00 00 / 04 74 47 04 70", FIXED),
    ("04 74 47 04 70   06 39 98 00 00", FIXED),
    ("04 74 47 04 70\n06 39 98 00 00", FIXED),
    ("09 72 00 00 00", "09 72 00 00 00"),
    ("0 800 000 000 (appel gratuit)", "08 00 00 00 00"),
    ("04\u202f74\u202f47\u202f04\u202f70", FIXED),
    ("04-74-47-04-70", FIXED),
    ("04/74/47/04/70", FIXED),
    ("04.74.47.04.70", FIXED),
    ("O4 74 47 O4 7O", FIXED),
    ("'0474470470", FIXED),
    ("Tél : 04 74 47 04 70 (accueil)", FIXED),
)


@pytest.mark.parametrize(("cell", "number"), ONE)
def test_a_landline_is_kept_however_it_is_written(cell: str, number: str) -> None:
    assert read_phones(cell).first == number
    assert checked_phone(cell) == number


@pytest.mark.parametrize(
    "cell", ["04 74 47 04 70 poste 12", "0474470470 ext. 12", "+33 4 74 47 04 70 (poste 12)"]
)
def test_an_extension_is_kept_apart(cell: str) -> None:
    (landline,) = read_phones(cell).landlines

    assert (landline.number, landline.extension) == (FIXED, "12")


@pytest.mark.parametrize(
    "cell",
    [
        "+33 (0)6 39 98 00 00",
        "0033 6 39 98 00 00",
        "639980000",
        "0639980000.0",
        "+590 690 12 34 56",
        "0690 12 34 56",
        "+262 692 12 34 56",
        "+262 639 12 34 56",
        "+508 55 12 34",
        "07.00.00.00.00",
        "+41 79 123 45 67",
    ],
)
def test_a_mobile_is_counted_and_nothing_of_it_is_kept(cell: str) -> None:
    read = read_phones(cell)

    assert (read.landlines, read.mobiles, read.unread) == ((), 1, False)


@pytest.mark.parametrize("cell", ["3919", "sur demande", "04 74 47", "0474470470123"])
def test_what_is_no_number_is_said_unread(cell: str) -> None:
    assert read_phones(cell).unread


def test_a_landline_abroad_keeps_its_country() -> None:
    assert read_phones("+41 22 917 12 34").first == "+41 22 917 12 34"


@given(st.text(max_size=60))
def test_no_cell_is_too_odd_to_be_read(cell: str) -> None:
    again = [read_phones(landline.number).first for landline in read_phones(cell).landlines]

    assert again == [landline.number for landline in read_phones(cell).landlines]


@given(
    st.from_regex(r"0[1-5][0-9]{8}", fullmatch=True).filter(lambda n: not n.startswith("0508")),
    st.sampled_from([" ", ".", "-", "/", "\u00a0", "\u202f", ""]),
    st.sampled_from(["", "+33 ", "+33 (0)", "0033 ", "(+33) "]),
)
def test_separators_and_prefixes_never_change_a_landline(
    digits: str, separator: str, prefix: str
) -> None:
    pairs = [digits[i : i + 2] for i in range(0, 10, 2)]
    if prefix:
        pairs[0] = digits[1]

    assert read_phones(prefix + separator.join(pairs)).first == read_phones(digits).first != ""


@pytest.mark.parametrize(
    ("cell", "kept", "doubts"),
    [
        ("+41 22 917 12 34", "+41 22 917 12 34", [Doubt.PHONE_FOREIGN]),
        ("0041 (0)22 917 12 34", "+41 22 917 12 34", [Doubt.PHONE_FOREIGN]),
        ("+32 2 511 12 34", "+32 2 511 12 34", [Doubt.PHONE_FOREIGN]),
        ("0032/2/511.12.34", "+32 2 511 12 34", [Doubt.PHONE_FOREIGN]),
        ("Tél. : +352 26 12 34", "+352 26 12 34", [Doubt.PHONE_FOREIGN]),
        ("+377 93 15 00 00", "+377 93 15 00 00", [Doubt.PHONE_FOREIGN]),
        ("+32 475 12 34 56", "", [Doubt.MOBILE]),
        ("+41 79 123 45 67", "", [Doubt.MOBILE]),
        ("+33 4 74 47 04 70", "04 74 47 04 70", []),
        ("+262 262 41 00 00", "02 62 41 00 00", []),
        ("+41 22 917 12 34 / 04 74 47 04 70", "04 74 47 04 70", [Doubt.PHONE_SECOND]),
        ("+41 22 917 12 34\n04 74 47 04 70", "04 74 47 04 70", [Doubt.PHONE_SECOND]),
        ("+33 4 74 47 04 70/04 74 47 04 71", "04 74 47 04 70", [Doubt.PHONE_SECOND]),
        ("voir le site", "", [Doubt.PHONE_UNREAD]),
        ("2019", "", [Doubt.PHONE_UNREAD]),
        ("31900007100070", "", [Doubt.PHONE_UNREAD]),
        ("+99 12 34 56 78", "", [Doubt.PHONE_UNREAD]),
        ("02 511 12 34", "", [Doubt.PHONE_UNREAD]),
        ("néant", "", [Doubt.PHONE_UNREAD]),
    ],
)
def test_a_foreign_number_is_told_and_what_is_no_telephone_is_counted(
    cell: str, kept: str, doubts: list[Doubt]
) -> None:
    row = read_row({"name": "Synthétique", "phone": cell})

    assert row.phone == kept
    assert [each.doubt for each in row.doubts] == doubts

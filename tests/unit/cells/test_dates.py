"""Dates as people and spreadsheets write them, kept to the precision they tell."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.cells import Doubt, read_date


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("2019", "2019"),
        ("2019.0", "2019"),
        ("mars 2019", "2019-03"),
        ("Mars-19", "2019-03"),
        ("03/2019", "2019-03"),
        ("2019-03", "2019-03"),
        ("12/03/19", "2019-03-12"),
        ("12 mars 2019", "2019-03-12"),
        ("mardi 12 mars 2019", "2019-03-12"),
        ("1er mars 2019", "2019-03-01"),
        ("2019-03-12", "2019-03-12"),
        ("2019-03-12T00:00:00", "2019-03-12"),
        ("20190312", "2019-03-12"),
        ("12.03.2019", "2019-03-12"),
        ("12/03/2019 10:30", "2019-03-12"),
        ("12 févr. 2019", "2019-02-12"),
        ("43536", "2019-03-12"),
        ("43536.0", "2019-03-12"),
        ("depuis 1998", "1998"),
        ("12/03/78", "1978-03-12"),
    ],
)
def test_a_date_is_read_to_the_precision_it_tells(cell: str, iso: str) -> None:
    assert read_date(cell).iso == iso


@pytest.mark.parametrize("cell", ["31/02/2020", "bientôt", "99", "0", "00/00/0000", "2019-13-01"])
def test_a_date_that_is_none_is_dropped_and_said(cell: str) -> None:
    assert read_date(cell) == ("", Doubt.DATE_UNREAD)


def test_a_day_number_of_a_spreadsheet_is_said() -> None:
    assert read_date("43536").doubt is Doubt.DATE_SERIAL


@given(st.dates(date(1928, 1, 1), date(2060, 1, 1)))
def test_every_writing_of_a_day_is_the_same_day(day: date) -> None:
    serial = str((day - date(1899, 12, 30)) // timedelta(days=1))
    written = (day.isoformat(), f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", f"{day:%Y%m%d}", serial)

    assert {read_date(cell).iso for cell in written} == {day.isoformat()}

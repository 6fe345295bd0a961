"""Columns that hold persons: named so, or full of e-mail addresses and mobile numbers."""

from collections.abc import Container, Sequence

from territorial_map.domain.cells import is_titled_person, without_contacts
from territorial_map.readers import Row
from territorial_map.readers.person_columns import persons_among

_TELLING = 0.3
_LEFT = 10  # letters around a contact in a cell that tells nothing else: « mail : … »
_MOST = 400  # characters of a cell that are looked at


def personal_columns(
    columns: Sequence[str], sample: Sequence[Row], wanted: Container[str]
) -> frozenset[str]:
    """The columns of persons, by their names, else by what a sample of rows holds.

    ``wanted`` columns are judged by their names alone: their cells are checked one by one.
    """
    named = persons_among(columns)
    return frozenset(
        column
        for column in columns
        if column in named or (column not in wanted and _looks_personal(column, sample))
    )


def _looks_personal(column: str, sample: Sequence[Row]) -> bool:
    filled = [value for row in sample if (value := row.values[column].strip())]
    persons = sum(_is_personal(value) for value in filled)
    return bool(filled) and persons / len(filled) > _TELLING


def _is_personal(value: str) -> bool:
    """True for a cell that is an e-mail address, a mobile number or a titled person."""
    if is_titled_person(value):
        return True
    cleaned = without_contacts(value[:_MOST])
    return cleaned.found and sum(map(str.isalnum, cleaned.text)) <= _LEFT

"""Columns that hold persons: named so, or full of e-mail addresses and mobile numbers."""

import re
from collections.abc import Container, Sequence

from territorial_map.ingest.checks.contact import is_mobile
from territorial_map.readers import Row
from territorial_map.readers.column_names import is_personal_name

_EMAIL = re.compile(r"^\s*[\w.+-]+@[\w-]+\.[\w.]+")
_TELLING = 0.3


def personal_columns(
    columns: Sequence[str], sample: Sequence[Row], wanted: Container[str]
) -> frozenset[str]:
    """The columns of persons, by their names, else by what a sample of rows holds.

    ``wanted`` columns are judged by their names alone: their cells are checked one by one.
    """
    return frozenset(
        column
        for column in columns
        if is_personal_name(column) or (column not in wanted and _looks_personal(column, sample))
    )


def _looks_personal(column: str, sample: Sequence[Row]) -> bool:
    filled = [value for row in sample if (value := row.values[column].strip())]
    persons = sum(bool(_EMAIL.match(value)) or _is_mobile_number(value) for value in filled)
    return bool(filled) and persons / len(filled) > _TELLING


def _is_mobile_number(value: str) -> bool:
    return len(re.sub(r"\D", "", value)) in {10, 11} and len(value) < 20 and is_mobile(value)

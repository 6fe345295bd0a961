"""What every kind of workbook gives: its sheets, their rows, their formulas."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from territorial_map.readers.books.limits import Budget
from territorial_map.readers.records import Record


@dataclass(slots=True)
class Formulas:
    """Formulas met so far, by column from 0: with a value of their last calculation, without."""

    cached: Counter[int] = field(default_factory=Counter)
    without: Counter[int] = field(default_factory=Counter)


class ReadRows(Protocol):
    """Reads the rows of a sheet."""

    def __call__(self, formulas: Formulas, *, merged: bool = True) -> Iterator[Record]:
        """Filled rows, numbered from 1; formulas are counted in passing.

        ``merged`` fills rows with what merged cells above them say.
        """


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its rows are read anew by each call."""

    name: str
    visible: bool
    read: ReadRows


@dataclass(frozen=True, slots=True)
class Book:
    """An open workbook, and what counts its cells."""

    sheets: tuple[Sheet, ...]
    budget: Budget

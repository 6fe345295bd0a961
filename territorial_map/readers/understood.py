"""A list as it is understood: the columns of fields, those of persons, the rows that count.

Import, check, match and the check of a group all read lists by this and by ``domain.cells``: none
of them understands a cell in a way of its own.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

from territorial_map.domain.cells import (
    Doubt,
    Doubted,
    OrganisationRow,
    is_body_of_area,
    is_furniture,
    is_titled_person,
    put_right,
    read_phones,
    read_row,
    without_contacts,
)
from territorial_map.domain.text import fold
from territorial_map.readers.column_names import TELLING, fallbacks, matched
from territorial_map.readers.person_columns import persons_among

_EXAMPLES = 3
_SHOWN = 60
_FILLED = 3  # cells of a usual row, beside which a single one is a title
_SAMPLE = 200
_TITLED = 0.3  # share of titled persons above which a column holds persons
_MOBILES = frozenset({"mobile", "portable", "gsm", "telephone", "tel", "phone", "contact"})


@dataclass(frozen=True, slots=True)
class Understood:
    """``fields`` gives the column of each field, ``otherwise`` those that fill a blank name.

    ``persons`` are columns that are never read; ``sections`` is true where titles of
    départements or régions part the rows.
    """

    columns: tuple[str, ...]
    fields: Mapping[str, str]
    otherwise: tuple[str, ...] = ()
    persons: frozenset[str] = frozenset()
    sections: bool = False

    @property
    def telling(self) -> bool:
        """True when a column says who a row is."""
        return any(each in self.fields for each in TELLING)

    def cells(self, row: Sequence[str]) -> dict[str, str]:
        """The cells of a row by field; a name that is blank is looked for elsewhere."""
        place = {column: n for n, column in enumerate(self.columns)}
        found = {
            each: row[place[column]]
            for each, column in self.fields.items()
            if place[column] < len(row)
        }
        if "name" in self.fields and not found.get("name", "").strip():
            others = (row[place[c]] for c in self.otherwise if place[c] < len(row))
            found["name"] = next((cell for cell in others if cell.strip()), "")
        return found

    def is_furniture(self, row: Sequence[str]) -> bool:
        """True for a row of totals, notes or titles."""
        read = {*self.fields.values(), *self.otherwise, *self.persons}
        others = (c for n, c in zip(self.columns, row, strict=False) if n not in read)
        return is_furniture(self.cells(row), tuple(others), sections=self.sections)


def understand(
    columns: Sequence[str], sample: Iterable[Sequence[str]], fields: Collection[str]
) -> Understood:
    """How a list is understood, by the names of its columns and a sample of its rows."""
    rows = tuple(sample)
    found = {each: column for each, column in matched(columns).items() if each in fields}
    persons = set(persons_among(columns))
    name = found.get("name")
    if name is not None and _of_persons([row[list(columns).index(name)] for row in rows]):
        persons.add(name)
        del found["name"]
    others = tuple(c for c in fallbacks(columns) if c not in persons) if "name" in found else ()
    return Understood(tuple(columns), found, others, frozenset(persons), _has_sections(rows))


def _has_sections(rows: Sequence[Sequence[str]]) -> bool:
    """True where rows that tell nothing but a département or a région are titles.

    Two of them with others between, or one in a list whose usual row fills three cells or more.
    """
    told = [[cell for cell in row if cell.strip()] for row in rows]
    titles = [n for n, row in enumerate(told) if len(row) == 1 and is_body_of_area(row[0])]
    others = [len(row) for n, row in enumerate(told) if row and n not in titles]
    if not titles or not others:
        return False
    parted = len(titles) > 1 and all(b - a > 1 for a, b in pairwise(titles))
    return parted or median_low(others) >= _FILLED


def _of_persons(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells[:_SAMPLE] if cell.strip()]
    titled = sum(is_titled_person(" ".join(cell.split())) for cell in filled)
    return bool(filled) and titled / len(filled) > _TITLED


class DoubtExample(NamedTuple):
    """Where a doubt was met, and the cell without contacts."""

    line: int
    value: str


@dataclass(slots=True)
class ColumnDoubts:
    """What was not taken as it stands, by column: how often, with the first examples.

    ``emails`` and ``mobiles`` are those met in any cell of the list, read or not.
    """

    counts: Counter[tuple[str, Doubt]] = field(default_factory=Counter)
    examples: dict[tuple[str, Doubt], list[DoubtExample]] = field(default_factory=dict)
    emails: int = 0
    mobiles: int = 0

    def add(self, column: str, doubted: Doubted, line: int) -> None:
        """Count a doubt about a cell of a column."""
        key = column, doubted.doubt
        self.counts[key] += 1
        self.emails += doubted.doubt is Doubt.EMAIL
        self.mobiles += doubted.doubt is Doubt.MOBILE
        told = self.examples.setdefault(key, [])
        if len(told) < _EXAMPLES:
            told.append(DoubtExample(line, doubted.value))

    def add_row(self, understood: Understood, line: int, row: OrganisationRow) -> None:
        """Count the doubts of a row."""
        for doubted in row.doubts:
            self.add(understood.fields.get(doubted.field, doubted.field), doubted, line)

    def add_header(self, columns: Sequence[str], written: Sequence[str], line: int) -> None:
        """Count the names of columns whose letters were decoded wrongly."""
        for column, cell in zip(columns, written, strict=False):
            self.add_repaired(column, cell, line)

    def add_repaired(self, column: str, cell: str, line: int) -> None:
        """Count a cell whose letters were decoded wrongly; it is shown as it stands."""
        if not cell.isascii() and put_right(cell) != cell:
            shown = without_contacts(" ".join(cell.split()), instead="…", titled=True).text
            self.add(column, Doubted(column, Doubt.TEXT_REPAIRED, shown[:_SHOWN]), line)

    def add_unread(self, column: str, cell: str) -> None:
        """Count the contacts of a cell that is not read otherwise."""
        if not cell.strip():
            return
        cleaned = without_contacts(cell)
        self.emails += cleaned.emails
        phones = _MOBILES & set(fold(column).split())
        self.mobiles += read_phones(cell).mobiles if phones else cleaned.mobiles


def read_understood(
    understood: Understood, line: int, row: Sequence[str], doubts: ColumnDoubts
) -> OrganisationRow:
    """A row read, its doubts counted by column, the contacts of its other cells too."""
    read = read_row(understood.cells(row))
    doubts.add_row(understood, line, read)
    used = set(understood.fields.values())
    for column, cell in zip(understood.columns, row, strict=False):
        if column in used:
            doubts.add_repaired(column, cell, line)
        elif cell:
            doubts.add_unread(column, cell)
    return read

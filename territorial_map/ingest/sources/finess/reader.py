"""The two kinds of record of the extract, one after the other in one file."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.ingest.sources.finess import constants as c
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.problems import Rejected
from territorial_map.readers import Flaw, FlawKind, open_text, sample_of, split_records

_BEGINNING = 1_048_576


@dataclass(frozen=True, slots=True)
class Structure:
    """An establishment: the line where it stands and its fields by name."""

    line: int
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class Position:
    """A point in metres: the projection is the last word of its source."""

    line: int
    finess: str
    x: str
    y: str
    origin: str

    @property
    def projection(self) -> str:
        """The name of the projection, for instance ``LAMBERT_93`` or ``UTM_S40``."""
        return self.origin.rpartition(",")[2].strip().upper()


def read_extract(path: Path, intake: Intake) -> Iterator[Structure | Position]:
    """Every record of an extract; the service line and unusable lines go to the journal.

    Only establishments are counted as read: a position completes one.

    Raises:
        SourceError: absent, empty, or no extract of this layout.
    """
    found = 0
    with open_text(path, encoding_of(path)) as file:
        for record in split_records(file.lines(), c.SEPARATOR, quoted=False):
            if isinstance(record, Flaw):
                intake.reject_flaw(record)
                continue
            line, cells = record
            kind = cells[0].strip().lower()
            if line == 1 and kind == c.SERVICE_WORD:
                continue
            item = _item(kind, line, cells, intake)
            found += item is not None
            if isinstance(item, Structure):
                intake.count(file)
            if item is not None:
                yield item
            elif line > 50 and not found:
                break
    if not found:
        raise SourceError(
            f"{path.name} : aucune ligne « {c.STRUCTURE} » ni « {c.POSITION} ». Vérifiez que "
            "c’est l’extraction Finess géolocalisée (cs1100507), séparée par des points-virgules, "
            "et qu’elle n’est pas vide."
        )


def encoding_of(path: Path) -> str:
    """UTF-8 where the beginning is, else ISO-8859-1, in which every older extract is written.

    A beginning without accents is read as UTF-8, whose reader repairs Windows-1252 bytes line by
    line.

    Raises:
        SourceError: the file cannot be opened.
    """
    beginning = sample_of(path, _BEGINNING)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(beginning)
    except UnicodeDecodeError:
        return c.ENCODING
    return "utf-8"


def vintage_of(path: Path) -> str:
    """The ISO date of the service line, blank when there is none."""
    with open_text(path, encoding_of(path)) as file:
        first = next(file.lines(), None)
    if first is None or isinstance(first, Flaw):
        return ""
    cells = first[1].strip().split(c.SEPARATOR)
    is_service = cells[0].strip().lower() == c.SERVICE_WORD
    return cells[-1].strip() if is_service and len(cells[-1].strip()) == 10 else ""


def _item(kind: str, line: int, cells: list[str], intake: Intake) -> Structure | Position | None:
    fields = {c.STRUCTURE: c.STRUCTURE_FIELDS, c.POSITION: c.POSITION_FIELDS}.get(kind)
    if fields is None:
        intake.read += 1
        intake.reject(Rejected.UNKNOWN_RECORD, line, "section", cells[0])
        return None
    if len(cells) != len(fields):
        flaw = FlawKind.TOO_SHORT if len(cells) < len(fields) else FlawKind.TOO_LONG
        column = fields[len(cells)] if len(cells) < len(fields) else fields[-1]
        intake.reject_flaw(Flaw(line, flaw, column, ";".join(cells)[:60]))
        return None
    if kind == c.STRUCTURE:
        return Structure(line, dict(zip(fields, map(_unquoted, cells), strict=True)))
    return Position(line, cells[1].strip(), cells[2], cells[3], cells[4])


def _unquoted(cell: str) -> str:
    """A cell whose quotes a CSV writer doubled, as it was; plain quotes stay."""
    if len(cell) > 1 and cell.startswith('"') and cell.endswith('"') and '""' in cell[1:-1]:
        cell = cell[1:-1]
    return cell.replace('""', '"').strip()

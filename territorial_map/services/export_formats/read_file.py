"""What a reader finds in an exported file, before anything is made of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from territorial_map.domain.language.languages import Language
from territorial_map.services.export.cells import Cell
from territorial_map.services.texts import Texts


class NamedBy(Enum):
    """How the cells of a line are named: by key, by heading of a table, by field of a layer."""

    KEY = auto()
    HEADING = auto()
    FIELD = auto()


@dataclass(frozen=True, slots=True)
class ReadFile:
    """The link and the edition as the file tells them (``None`` where it does not), its lines.

    ``other_encoding`` is true of a text that is not in the encoding that we write.
    """

    link: object
    edition: object
    rows: Iterable[Mapping[str, Cell]] = ()
    named_by: NamedBy = NamedBy.KEY
    other_encoding: bool = False


NOTHING = ReadFile(None, None)


def traced(trace: Mapping[str, Any] | None) -> ReadFile:
    """What the rows carried inside a document tell."""
    if trace is None:
        return NOTHING
    about, columns = trace["about"], trace["columns"]
    rows = [dict(zip(columns, row, strict=True)) for row in trace["rows"]]
    return ReadFile(about["link"], about["edition"], rows)


def in_every_language(msgid: str) -> frozenset[str]:
    """What a heading is called, whatever the language of a file."""
    return frozenset(Texts(language).label(msgid) for language in Language)


def place_of(headings: Sequence[str], wanted: str) -> int | None:
    """Where a heading stands, in whichever language the file is."""
    known = in_every_language(wanted)
    return next((n for n, heading in enumerate(headings) if heading in known), None)

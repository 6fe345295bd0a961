"""What a reader finds in an exported file, before anything is made of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from territorial_map.domain.language.languages import Language
from territorial_map.services.export.about import EDITION_HEADING, LINK_HEADING
from territorial_map.services.export.cells import Cell, plain
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
_TOPS = 20  # rows among which the header is sought


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
    known = frozenset(map(heading_key, in_every_language(wanted)))
    return next((n for n, each in enumerate(headings) if heading_key(each) in known), None)


def heading_key(heading: str) -> str:
    """A heading whatever its case and spaces."""
    return " ".join(heading.split()).casefold()


def of_trailed_rows(rows: Sequence[Sequence[Cell]], *, other_encoding: bool = False) -> ReadFile:
    """A table whose every row ends with its link and its edition, and that something else saved.

    Lines may stand above its header, and blank rows anywhere. ``rows`` is empty where the table
    has no line: then it does not tell its query.
    """
    tops = ([str(cell or "") for cell in row] for row in rows[:_TOPS])
    found = ((n, heading, _trail(heading)) for n, heading in enumerate(tops))
    at, heading, trail = next((each for each in found if each[2]), (0, [], None))
    if trail is None:
        return NOTHING
    link, edition = trail
    filled = [line for line in rows[at + 1 :] if any(map(plain, line))]
    lines = [dict(zip(heading, line, strict=False)) for line in filled]
    whole = next((line for line in filled if len(line) > max(link, edition)), None)
    if whole is None:
        return ReadFile("", "", (), NamedBy.HEADING, other_encoding)
    return ReadFile(
        plain(whole[link]), plain(whole[edition]), lines, NamedBy.HEADING, other_encoding
    )


def _trail(heading: Sequence[str]) -> tuple[int, int] | None:
    link, edition = (place_of(heading, one) for one in (LINK_HEADING, EDITION_HEADING))
    return None if link is None or edition is None else (link, edition)

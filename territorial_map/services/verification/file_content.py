"""What an exported file carries of itself and of its lines, whatever its format."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.domain.language.languages import Language
from territorial_map.services.export.cells import Cell, Column, columns_in, plain
from territorial_map.services.export.chosen_list import LIST_COLUMNS
from territorial_map.services.export.columns import FOLDED_COLUMNS
from territorial_map.services.export.table import TRADE_GROUP
from territorial_map.services.export_formats.read_file import NamedBy, ReadFile, heading_key
from territorial_map.services.partner_lists.columns import PARTNER_COLUMNS
from territorial_map.services.texts import Texts

_EVERY = (TRADE_GROUP, *FOLDED_COLUMNS, *PARTNER_COLUMNS, *LIST_COLUMNS)


@dataclass(frozen=True, slots=True)
class Carried:
    """``lines`` maps each id to its cells by column key, as plain text; ``edition`` is its id.

    ``other_encoding`` is true of a file that something else saved, ``added`` counts its lines
    without an id.
    """

    link: str
    edition: str
    lines: Mapping[str, Mapping[str, str]]
    other_encoding: bool = False
    added: int = 0


def carried_from(path: Path, read: ReadFile) -> Carried:
    """What a reader found, checked.

    Raises:
        SourceError: no link, no edition, or no line with an id.
    """
    link, edition = read.link, read.edition
    if not (isinstance(link, str) and link and isinstance(edition, str) and edition):
        raise SourceError(
            f"{path.name} ne porte ni requête ni édition : ce n’est pas un export de cet annuaire, "
            "ou sa partie « À propos » a été retirée."
        )
    lines: dict[str, Mapping[str, str]] = {}
    added = 0
    for row in _by_key(read):
        identity = plain(row.get("id"))
        if not identity:
            added += 1
            continue
        lines[identity] = {key: _plain(key, cell) for key, cell in row.items()}
    if added and not lines:
        raise SourceError(
            f"{path.name} : aucune ligne n’a d’identifiant, la liste ne peut être comparée."
        )
    return Carried(link, edition, lines, read.other_encoding, added)


def _by_key(read: ReadFile) -> Iterator[Mapping[str, Cell]]:
    """The lines with the keys of columns; what no column of ours is called is left out."""
    if read.named_by is NamedBy.KEY:
        yield from read.rows
        return
    named = keys_by_heading() if read.named_by is NamedBy.HEADING else keys_by_field()
    keys = {heading_key(name): key for name, key in named.items()}
    for row in read.rows:
        told = ((keys.get(heading_key(name)), cell) for name, cell in row.items())
        yield {key: cell for key, cell in told if key is not None}


_NUMERIC = frozenset(column.key for column in _EVERY if column.numeric)


def _plain(key: str, cell: Cell) -> str:
    """The cell as plain text; numbers that a file keeps as text are numbers again."""
    if key in _NUMERIC and isinstance(cell, str):
        try:
            return plain(float(cell.replace(",", ".")))
        except ValueError:
            return plain(cell)
    return plain(cell)


def keys_by_heading(columns: Iterable[Column] = _EVERY) -> dict[str, str]:
    """The key of each heading of tables, in every language."""
    return {column.heading: column.key for column in _translated(columns)}


def keys_by_field(columns: Iterable[Column] = _EVERY) -> dict[str, str]:
    """The key of each field of GeoJSON, GeoPackage and KML, in every language."""
    return {column.field: column.key for column in _translated(columns)}


def _translated(columns: Iterable[Column]) -> Iterator[Column]:
    """In English, then in French, whose names win."""
    several = tuple(columns)
    for language in reversed(Language):
        yield from columns_in(several, Texts(language))

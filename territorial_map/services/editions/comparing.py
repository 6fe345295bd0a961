"""What changed between two editions, for a selection: counts, lines, remembered answers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Connection, select

from territorial_map.domain.changes import (
    COMPARED,
    EditionChange,
    FieldChange,
    Nature,
    Values,
    commune_in_words,
    field_changes,
    natures_of,
)
from territorial_map.domain.meaning import TextMeaning, TextPart
from territorial_map.domain.selection import Selection
from territorial_map.queries import changes
from territorial_map.queries.schema import AnyRow
from territorial_map.services.explore.search import Vocabulary
from territorial_map.store.comparison import ComparedFiles, Comparison

_REMEMBERED = 64
_COMPARISONS = 8
_STREAM = 20_000
_OLDER, _NEWER = changes.OLDER, changes.NEWER


@dataclass(frozen=True, slots=True)
class Between:
    """Two editions of a folder, by id, the later last."""

    folder: Path
    older: str
    newer: str


@dataclass(frozen=True, slots=True)
class ChangeCounts:
    """How many organisations changed, and how many for each nature; one may count for several."""

    total: int
    by_nature: tuple[tuple[Nature, int], ...]


@dataclass(frozen=True, slots=True)
class ChangePage:
    """The first changes of a comparison; ``total`` counts all those asked for."""

    counts: ChangeCounts
    total: int
    items: tuple[EditionChange, ...]


@lru_cache(_REMEMBERED)
def change_page(
    between: Between,
    selection: Selection,
    natures: tuple[Nature, ...] = (),
    limit: int = 200,
    offset: int = 0,
) -> ChangePage:
    """Counts over the selection, and a slice of the changes of the asked natures.

    Editions never change: answers are remembered.

    Raises:
        EditionError: an edition is missing, or of a version that does not compare.
    """
    return page_of(_compared(between), selection, natures, limit, offset)


def page_of(
    compared: Comparison,
    selection: Selection,
    natures: tuple[Nature, ...] = (),
    limit: int = 200,
    offset: int = 0,
) -> ChangePage:
    """``change_page``, of a comparison at hand."""
    with compared.connect() as connection:
        asked = _asked(connection, selection)
        counts = _counts(connection, asked)
        wanted = replace(asked, natures=natures)
        total = _counts(connection, wanted).total if natures else counts.total
        items = _slice(connection, wanted, limit, offset)
    return ChangePage(counts, total, items)


def all_changes(
    between: Between, selection: Selection, natures: tuple[Nature, ...] = ()
) -> Iterator[EditionChange]:
    """Every change of a selection, some twenty thousand at a time.

    Raises:
        EditionError: see ``change_page``.
    """
    yield from changes_of(_compared(between), selection, natures)


def changes_of(
    compared: Comparison, selection: Selection, natures: tuple[Nature, ...] = ()
) -> Iterator[EditionChange]:
    """``all_changes``, of a comparison at hand."""
    offset = 0
    while True:
        with compared.connect() as connection:
            asked = replace(_asked(connection, selection), natures=natures)
            items = _slice(connection, asked, _STREAM, offset)
        yield from items
        offset += _STREAM
        if len(items) < _STREAM:
            return


def _slice(
    connection: Connection, asked: changes.AskedChanges, limit: int, offset: int
) -> tuple[EditionChange, ...]:
    statement = changes.lines(asked).limit(limit).offset(offset)
    return tuple(map(_change, connection.execute(statement).fetchall()))


@lru_cache(_COMPARISONS)
def _compared(between: Between) -> ComparedFiles:
    return ComparedFiles(between.folder, between.older, between.newer)


def _asked(connection: Connection, selection: Selection) -> changes.AskedChanges:
    """The selection with its text met as words in each edition."""
    if not selection.text:
        return changes.AskedChanges(selection, selection)

    def resolved(side: str) -> Selection:
        known = Vocabulary(connection.scalars(select(changes.words[side].c.word)))
        sets = known.accepted(selection.text)
        return replace(selection, meaning=TextMeaning((TextPart(words=sets),)))

    return changes.AskedChanges(resolved(_OLDER), resolved(_NEWER))


def _counts(connection: Connection, asked: changes.AskedChanges) -> ChangeCounts:
    row = connection.execute(changes.counts(asked)).one()
    return ChangeCounts(row.total, tuple((n, getattr(row, n.value)) for n in Nature))


def _change(row: AnyRow) -> EditionChange:
    event = Nature(row.event)
    from_older = event in {Nature.GONE, Nature.MERGED}
    own, other = (_OLDER, _NEWER) if from_older else (_NEWER, _OLDER)
    fields: tuple[FieldChange, ...] = ()
    natures: tuple[Nature, ...] = (event,)
    if event not in changes.EVENTS:
        fields = field_changes(_values(row, _OLDER), _values(row, _NEWER))
        natures = natures_of(fields)
    joined = event in {Nature.MERGED, Nature.SPLIT}
    return EditionChange(
        getattr(row, f"{own}_id"),
        getattr(row, f"{own}_name"),
        getattr(row, f"{own}_kind"),
        getattr(row, f"{own}_commune_name"),
        getattr(row, f"{own}_department_name"),
        natures,
        fields,
        getattr(row, f"{other}_id") if joined else None,
        getattr(row, f"{other}_name") if joined else None,
    )


def _values(row: AnyRow, side: str) -> tuple[Values, ...]:
    return tuple(
        commune_in_words(getattr(row, f"{side}_commune_name"), getattr(row, f"{side}_commune"))
        if compared.field == "commune"
        else _tuple(getattr(row, f"{side}_{compared.field}"))
        for compared in COMPARED
    )


def _tuple(value: str | list[str] | None) -> Values:
    if isinstance(value, list):
        return tuple(sorted(value))
    return (value,) if value else ()

"""A printed list: its lines in groups, each with what stands in every column of the page."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from territorial_map.domain.geo import Point
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.export.about import About
from territorial_map.services.export.cells import Cell, Column, Slot
from territorial_map.services.export.table import ExportLine, ExportTable
from territorial_map.services.paper.links import shown_website
from territorial_map.services.texts import Texts

HEADINGS = ("Vu", "Organisation", "", "Où et contact", "Vérifié le / par")
NO_GROUP = "Organisations"


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """One line on paper; each field but the name is a list of short texts."""

    name: str
    identity: tuple[str, ...]
    why: tuple[str, ...]
    where: tuple[str, ...]
    contact: tuple[str, ...]
    proof: str


@dataclass(frozen=True, slots=True)
class DocumentGroup:
    """Entries under one heading, and what is said once of all of them."""

    heading: str
    entries: tuple[DocumentEntry, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """One symbol on the map."""

    point: Point
    kind: Kind
    precise: bool


@dataclass(frozen=True, slots=True)
class Printed:
    """The whole document, before its format: at most a few thousand lines, held in memory."""

    about: About
    headings: tuple[str, ...]
    groups: tuple[DocumentGroup, ...]
    marks: tuple[Mark, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shares: tuple[float, float, float]
    footnotes: tuple[str, ...] = ()
    """Sentences told once, for lines that name their number, from 1 on."""

    @property
    def counts(self) -> str:
        """« 12 lignes, 14 organisations, dont 2 sans position. »."""
        about, t = self.about, self.about.t
        parts = [t.plural("{n} organisation", "{n} organisations", about.total)]
        if about.found is not None and about.found > about.rows:
            parts.insert(0, t("{n_of_n} lignes", n_of_n=about.n_of_n))
        elif about.rows != about.total:
            parts.insert(0, t.plural("{n} ligne", "{n} lignes", about.rows))
        if about.unlocated:
            parts.append(
                t.plural("dont {n} sans position", "dont {n} sans position", about.unlocated)
            )
        return ", ".join(parts)


def printed(table: ExportTable) -> Printed:
    """The document of a table."""
    lines, t = tuple(table.lines()), table.about.t
    footnotes: dict[str, int] = {}
    found: dict[str, list[DocumentEntry]] = defaultdict(list)
    for line in lines:
        found[line.group or t(NO_GROUP)].append(entry_of(line, table.columns, t, footnotes))
    order = {heading: n for n, heading in enumerate(table.group_order)}
    known = sorted(found, key=lambda heading: order.get(heading, len(order)))
    return Printed(
        about=table.about,
        headings=(*map(t.label, HEADINGS[:2]), table.why_heading, *map(t.label, HEADINGS[3:])),
        groups=tuple(
            DocumentGroup(heading, tuple(found[heading]), tuple(table.group_notes.get(heading, ())))
            for heading in known
        ),
        marks=tuple(
            Mark(line.point, line.kind, line.precise) for line in lines if line.point and line.kind
        ),
        rows=tuple(line.cells for line in lines),
        shares=table.shares,
        footnotes=tuple(footnotes),
    )


def entry_of(
    line: ExportLine, columns: Sequence[Column], t: Texts, footnotes: dict[str, int]
) -> DocumentEntry:
    """What each slot of the page says of a line; a cell that repeats its group is left out.

    Sentences that are told once are put into ``footnotes``, each with its number.
    """
    said: dict[Slot, list[str]] = {slot: [] for slot in Slot}
    for column, cell in zip(columns, line.cells, strict=True):
        if cell in {None, "", line.group}:
            continue
        shown = _shown(cell, column, t, footnotes)
        told = bool(column.said) and column.said in shown
        text = shown if told else f"{column.prefix}{shown}{column.suffix}"
        if column.joined:
            text = f"{said[column.slot].pop()} {text}" if said[column.slot] else shown
        said[column.slot].append(text)
    name, *short = said[Slot.NAME] or [""]
    return DocumentEntry(
        name=f"{name} ({', '.join(short)})" if short else name,
        identity=tuple(said[Slot.IDENTITY]),
        why=tuple(said[Slot.WHY]),
        where=tuple(said[Slot.WHERE]),
        contact=tuple(said[Slot.CONTACT]),
        proof=" · ".join(said[Slot.PROOF]),
    )


def _shown(cell: Cell, column: Column, t: Texts, footnotes: dict[str, int]) -> str:
    """A cell as a page writes it."""
    if not isinstance(cell, str):
        return t.decimal(cell or 0)
    if column.website:
        return shown_website(cell)
    if column.dated:
        return t.date_in_words(cell)
    if not column.brief:
        return cell
    return t(
        "{words} (note {n})", words=column.brief, n=footnotes.setdefault(cell, len(footnotes) + 1)
    )

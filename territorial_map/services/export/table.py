"""A table to export, whatever it lists: columns, lines read on demand, and what it says of itself.

A selection (``tables.export_table``), a list and a list of partners are all ``ExportTable``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.geo import Point
from territorial_map.domain.symbols import Symbols
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.export.about import About
from territorial_map.services.export.cells import Cell, Column, Slot
from territorial_map.services.export.figure_map import FigureMap
from territorial_map.services.export.map_background import NO_GROUND, MapBackground
from territorial_map.services.export.row_unit import RowsPer

ALWAYS_KEPT = ("name", "id")  # without them a file could not be checked later
TRADE_GROUP = Column("trade_group", "Groupe", 30, slot=Slot.WHY)
"""Whether the trade asked for is known of a line; only where a trade is asked for."""


@dataclass(frozen=True, slots=True)
class ExportLine:
    """One line: its cells beside the columns, and what maps and documents need of it.

    ``precise`` is false where ``point`` is only the commune's; ``group`` is the heading under
    which documents put the line.
    """

    cells: tuple[Cell, ...]
    point: Point | None = None
    kind: Kind | None = None
    precise: bool = True
    group: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """The place or organisation that a list starts from; ``tied`` draws a line to each row."""

    name: str
    point: Point
    radius_km: float | None = None
    tied: bool = False


@dataclass(frozen=True, slots=True)
class ExportTable:
    """``read`` gives the lines, afresh each time, in bounded memory; ``symbols`` mark them on maps.

    ``survey`` gives the outlines and towns to draw behind points, ``figure`` the areas whose figure
    a list is; ``why_heading`` names the column of documents that says why a line is there. Groups
    come in ``group_order``, then as met.
    ``shares`` are the widths of the three columns of texts of a document, in parts;
    ``group_notes`` are what documents say once under a group's heading.
    """

    columns: tuple[Column, ...]
    about: About
    read: Callable[[], Iterator[ExportLine]]
    symbols: Symbols
    map_script: str = field(repr=False)
    survey: Callable[[Iterable[Point]], MapBackground] = lambda _: NO_GROUND
    figure: Callable[[], FigureMap | None] = lambda: None
    origin: Origin | None = None
    sheet_name: str = "Organisations"
    why_heading: str = "Activité et statut"
    group_order: tuple[str, ...] = ()
    shares: tuple[float, float, float] = (1.45, 1.2, 1.25)
    group_notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        keys = [column.key for column in self.columns]
        if len(keys) != len(set(keys)) or not set(ALWAYS_KEPT) <= set(keys):
            raise ValueError(f"columns need unique keys, {ALWAYS_KEPT} among them: {keys}")

    @property
    def headings(self) -> list[str]:
        """The French headings."""
        return [column.heading for column in self.columns]

    @property
    def always_kept(self) -> tuple[str, ...]:
        """The keys of the columns that no choice takes away."""
        folded = self.about.rows_per is RowsPer.PERSON and self.index_of("n_sites") is not None
        asked = self.index_of(TRADE_GROUP.key) is not None
        more = (("n_sites", folded), (TRADE_GROUP.key, asked))
        return (*ALWAYS_KEPT, *(key for key, kept in more if kept))

    def lines(self) -> Iterator[ExportLine]:
        """The lines, in bounded memory."""
        return self.read()

    def rows(self) -> Iterator[list[Cell]]:
        """The cells of each line."""
        return (list(line.cells) for line in self.read())

    def index_of(self, key: str) -> int | None:
        """Where a column stands, by its key."""
        return next((n for n, column in enumerate(self.columns) if column.key == key), None)

    def keeping(self, keys: Iterable[str]) -> Self:
        """The same table with these columns, in this order; name and id always stay.

        The group of a trade is left out where no trade is asked for.

        Raises:
            BadParameter: a key that no column has.
        """
        wanted = list(dict.fromkeys(keys))
        known = {column.key: n for n, column in enumerate(self.columns)}
        wanted = [key for key in wanted if key in known or key != TRADE_GROUP.key]
        for key in wanted:
            if key not in known:
                raise BadParameter("columns", key, "colonne inconnue.", tuple(known))
        wanted += [k for k in self.always_kept if k not in wanted and k in known]
        places = [known[key] for key in wanted]

        def read() -> Iterator[ExportLine]:
            for line in self.read():
                yield replace(line, cells=tuple(line.cells[n] for n in places))

        return replace(self, columns=tuple(self.columns[n] for n in places), read=read)

"""What every importer of a table with a header shares: open, check columns, count, go on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import chain, compress, islice
from pathlib import Path
from typing import NamedTuple

from territorial_map.domain.errors import SourceError
from territorial_map.domain.text import fold
from territorial_map.ingest.sources.import_journal import Intake, SheetRead
from territorial_map.ingest.sources.importer import Rows
from territorial_map.ingest.sources.personal_columns import personal_columns
from territorial_map.ingest.sources.problems import LeftOut, Noted
from territorial_map.ingest.sources.table_row import OrganisationCells
from territorial_map.readers import Flaw, ForeignTable, Layout, Row, open_table

_SAMPLE = 200
# Columns of Sirene, in its files and in what is drawn from them, and what they say of a unit that
# may not be published: « P » partly, « N » not (code de commerce, R123-320).
_DIFFUSION = frozenset(
    {
        *("statutdiffusionunitelegale", "statutdiffusionetablissement"),
        *("statut diffusion", "statut de diffusion", "statut diffusion unite legale"),
        *("statut diffusion etablissement",),
    }
)
_RESTRICTED = frozenset({"P", "N"})

# Fills our cells from a row; ``None`` when it left the row out or rejected it, and said so.
Make = Callable[["SourceLine", Intake], OrganisationCells | None]


_key = lru_cache(maxsize=1_024)(fold)  # the same few column names, for every row


class SourceLine(NamedTuple):
    """A row whose cells are asked for by column name, whatever its case and accents."""

    number: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        """A cell as written, blank when the file has no such column."""
        return self.cells.get(_key(column), "")


@dataclass(frozen=True, slots=True)
class ForeignShape:
    """What a source's tables look like: ``required`` columns, ``layout`` where it is fixed.

    ``checked`` columns may hold a person's number in some cells: each cell is checked on its own.
    ``service_cells`` are first cells of lines that are no record (a footer). A ``free`` layout is
    anybody's: rows of other widths are read, and contacts are counted in every cell.
    """

    required: tuple[str, ...]
    checked: tuple[str, ...] = ()
    layout: Layout | None = None
    known: Callable[[str], bool] | None = None
    service_cells: frozenset[str] = field(default_factory=frozenset)
    free: bool = False


def table_rows(files: Sequence[Path], shape: ForeignShape, make: Make, intake: Intake) -> Rows:
    """The rows of every file, one after the other.

    Raises:
        SourceError: a file that is no table, or that lacks a required column.
    """
    for path in files:
        intake.file = path.name
        known = shape.known or {fold(name) for name in shape.required}.__contains__
        with open_table(
            path, layout=shape.layout, known=partial(_is_known, known), forgiving=shape.free
        ) as table:
            others = tuple(each for each in table.sheets if each != table.layout.sheet)
            if others:
                intake.sheets.append(SheetRead(path.name, table.layout.sheet, others))
            _check_columns(table, shape.required)
            for _ in table.renamed:
                intake.note(Noted.COLUMN_TWICE, table.layout.header_line, ", ".join(table.renamed))
            for line in _lines(table, shape, intake):
                cells = make(line, intake)
                if cells is not None:
                    yield line.number, cells
            _note_text(table, intake)
            _check_formulas(table, shape, intake)
        intake.done()


def _is_known(known: Callable[[str], bool], column: str) -> bool:
    return known(fold(column))


def _lines(table: ForeignTable, shape: ForeignShape, intake: Intake) -> Iterator[SourceLine]:
    sample = list(islice(table.rows, _SAMPLE))
    persons = _columns_of_persons(table, sample, shape, intake)
    ranks: dict[str, int] = {}
    for rank, column in enumerate(table.columns):
        if column not in persons:
            ranks.setdefault(fold(column), rank)
    read = [rank in ranks.values() for rank in range(len(table.columns))]
    restricted = _restriction(table.columns)
    if shape.free:
        intake.doubts.add_header(table.columns, table.written, table.layout.header_line)
    for item in chain(sample, table.rows):
        if isinstance(item, Flaw):
            _leave_flaw_out(item, shape, intake)
            continue
        intake.count(table)
        intake.row = (*item.values.values(), *item.beyond)
        intake.dropped_columns.update(column for column in persons if item.values[column].strip())
        if restricted(item):
            intake.leave_out(LeftOut.NOT_PUBLIC, item.line)
            continue
        if shape.free:
            _look_at_others(item, shape, intake)
        yield SourceLine(
            item.line, dict(zip(ranks, compress(item.values.values(), read), strict=True))
        )


def _restriction(columns: Sequence[str]) -> Callable[[Row], bool]:
    """What tells that a row is of a unit that may not be published."""
    telling = [column for column in columns if _key(column) in _DIFFUSION]

    def restricted(row: Row) -> bool:
        return any(row.values[column].strip().upper() in _RESTRICTED for column in telling)

    return restricted


def _look_at_others(row: Row, shape: ForeignShape, intake: Intake) -> None:
    """Count the contacts of cells that are not read, and wrong letters; say cells beyond."""
    for column, cell in row.values.items():
        if column in shape.required:
            intake.doubts.add_repaired(column, cell, row.line)
        elif cell:
            intake.doubts.add_unread(column, cell)
    if any(row.beyond):
        intake.note(Noted.CELLS_BEYOND, row.line, " | ".join(row.beyond))


def _columns_of_persons(
    table: ForeignTable, sample: Sequence[Row | Flaw], shape: ForeignShape, intake: Intake
) -> frozenset[str]:
    """The columns whose cells are never read; what is not read otherwise is said too."""
    rows = [row for row in sample if isinstance(row, Row)]
    read = {fold(column) for column in (*shape.required, *shape.checked)}
    wanted = {column for column in table.columns if fold(column) in read}
    persons = personal_columns(table.columns, rows, wanted)
    if intake.matched_columns:  # of a free layout
        for column in table.columns:
            intake.matched_columns.setdefault(column, "")
    return persons


def _leave_flaw_out(flaw: Flaw, shape: ForeignShape, intake: Intake) -> None:
    if flaw.value.partition(" | ")[0].strip() in shape.service_cells:
        intake.read += 1
        intake.leave_out(LeftOut.SERVICE_LINE, flaw.line)
    else:
        intake.reject_flaw(flaw)


def _check_columns(table: ForeignTable, required: Sequence[str]) -> None:
    there = {fold(column) for column in table.columns}
    missing = [column for column in required if fold(column) not in there]
    if missing:
        found = ", ".join(f"« {column} »" for column in table.columns[:10])
        raise SourceError(
            f"{table.path.name}, ligne {table.layout.header_line} : colonne absente : "
            f"« {missing[0]} ». Colonnes trouvées : {found}. Vérifiez que c’est le bon fichier."
        )


def _check_formulas(table: ForeignTable, shape: ForeignShape, intake: Intake) -> None:
    """Say formulas read by their last value, and shapes placed by a point.

    Raises:
        SourceError: a column that is needed holds formulas that were never calculated.
    """
    for place, count in sorted(table.formulas.without.items()):
        if place < len(table.columns) and table.columns[place] in shape.required:
            raise SourceError(
                f"{table.path.name} : la colonne « {table.columns[place]} » contient {count} "
                "formule(s) sans résultat enregistré. Ouvrez le fichier dans un tableur et "
                "enregistrez-le, ou collez ses cellules en « valeurs seules »."
            )
    for kind, times in (
        (Noted.FORMULAS, table.formulas.cached.total()),
        (Noted.POINT_ON_SHAPE, table.shapes.on_surface),
        (Noted.SHAPE_UNPLACED, table.shapes.without_place - len(table.shapes.unplaced)),
    ):
        if times:
            intake.noted[kind] += times
    for line in table.shapes.unplaced:
        intake.note(Noted.SHAPE_UNPLACED, line)


def _note_text(table: ForeignTable, intake: Intake) -> None:
    if table.text is None:
        return
    for _ in range(table.text.repaired):
        intake.note(Noted.ENCODING_MIXED)
    if table.text.ends_open:
        intake.note(Noted.ENDS_OPEN)

"""The lines of the form as they were filled, by hand or by a table, and what they say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from territorial_map.domain.contributions.contribution import MOST_SOURCE
from territorial_map.domain.contributions.review import Proposal
from territorial_map.domain.contributions.terms import (
    ContributionKind,
    CorrectedField,
    Teller,
)
from territorial_map.domain.contributions.values import said_text
from territorial_map.domain.errors import BadParameter
from territorial_map.ledger.contributions import ContributionBook
from territorial_map.readers.completing_columns import Completed
from territorial_map.services.contributions.brought_back import (
    BroughtBack,
    CellFate,
    CompletedRow,
    ToldCell,
)
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.web.base.said_fields import Filled, as_sentence

FIELDS = (
    CorrectedField.PHONE,
    CorrectedField.WEBSITE,
    CorrectedField.TRADE,
    CorrectedField.ADDRESS,
)
PRESSED = (ContributionKind.CONFIRMATION, ContributionKind.CLOSED)
OF_LINE = (*(field.value for field in FIELDS), "page")
COLUMNS: dict[str, Completed] = {each.value: each for each in (*FIELDS, *PRESSED)}
MOST_FIELDS = 1_500
_MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class ReadLines:
    """What the form says, ready to be kept, of whom, and the form with its faults."""

    proposals: tuple[Proposal, ...]
    ids: tuple[str, ...]
    filled: Filled


@dataclass(frozen=True, slots=True)
class FromTable:
    """A table that came back: whom it completes, the form as it fills it, and the rest.

    ``lost`` are the lines whose organisation was not found; ``more`` lines wait for another turn;
    ``known`` cells say what pages say, or what waits already.
    """

    ids: tuple[str, ...]
    filled: Filled
    lost: tuple[ToldCell, ...]
    more: int
    known: int


def named(code: str, line: int) -> str:
    """The name of a field of a line."""
    return f"{code}-{line}"


def read_lines(
    values: Mapping[str, str], told: BroughtBack, edition: OpenEdition, book: ContributionBook
) -> ReadLines:
    """Read everything that the form says; nothing of it is to be kept while one thing is wrong.

    Raises:
        Unavailable: the ledger does not answer.
    """
    rows = tuple(_rows(values))
    told = told.beside(rows, book)
    faults: dict[str, str] = {}
    try:
        said_text("source", told.source, MOST_SOURCE)
    except BadParameter as error:
        faults["source"] = as_sentence(error.problem)
        told = replace(told, source="")
    cells = list(told.cells(rows, COLUMNS, edition))
    faults |= _faults((cell.line, cell) for cell in cells)
    proposals = tuple(cell.proposal for cell in cells if cell.proposal)
    if not proposals and not faults:
        faults["form"] = (
            "Rien de nouveau : les fiches le disent déjà, ou cela attend d’être relu."
            if cells
            else "Rien n’a été dit : remplissez au moins un champ."
        )
    kept = {name: value for name, value in values.items() if value and name != "question"}
    filled = Filled(tuple(kept.items()), tuple(faults.items()))
    return ReadLines(proposals, tuple(row.id for row in rows), filled)


def read_table(
    cells: Sequence[ToldCell],
    rows: Sequence[CompletedRow],
    columns: Mapping[str, Completed],
    most: int,
) -> FromTable:
    """A table as the form that it fills: the first ``most`` lines that propose something."""
    worth = {CellFate.PROPOSED, CellFate.REFUSED}
    useful = [cell for cell in cells if cell.fate in worth]
    lines = list(dict.fromkeys(cell.line for cell in useful))
    shown = {line: n for n, line in enumerate(lines[:most])}
    by_line = {row.line: row for row in rows}
    values = {
        name: value
        for cell in useful
        if cell.line in shown
        for name, value in _typed(cell, by_line[cell.line], columns, shown[cell.line]).items()
    }
    placed = (
        (shown[cell.line], replace(cell, column=columns[cell.column].value))
        for cell in useful
        if cell.line in shown
    )
    return FromTable(
        tuple(by_line[line].id for line in shown),
        Filled(tuple(values.items()), tuple(_faults(placed).items())),
        tuple(cell for cell in cells if cell.fate is CellFate.NOT_FOUND),
        len(lines) - len(shown),
        sum(cell.fate in {CellFate.KNOWN, CellFate.WAITING} for cell in cells),
    )


def teller_of(code: str) -> Teller:
    """Who says it; whoever does not tell is a visitor."""
    return Teller(code) if code in Teller.codes() else Teller.VISITOR


def _rows(values: Mapping[str, str]) -> Iterable[CompletedRow]:
    for line in range(_MOST_LINES):
        identity = values.get(named("organisation", line), "").strip()
        if not identity:
            return
        cells = {field.value: values.get(named(field.value, line), "").strip() for field in FIELDS}
        pressed = values.get(named("page", line), "")
        if pressed in COLUMNS:
            cells[pressed] = "oui"
        yield CompletedRow(line, identity, {code: cell for code, cell in cells.items() if cell})


def _typed(
    cell: ToldCell, row: CompletedRow, columns: Mapping[str, Completed], line: int
) -> dict[str, str]:
    """What a cell of a table fills in the form."""
    what = columns[cell.column]
    if isinstance(what, CorrectedField):
        return {named(what.value, line): row.cells[cell.column]}
    return {named("page", line): what.value} if cell.proposal else {}


def _faults(placed: Iterable[tuple[int, ToldCell]]) -> dict[str, str]:
    """What is wrong, by the name of the field; ``column`` is the code of what it completes."""
    found: dict[str, str] = {}
    for line, cell in placed:
        if cell.fate in {CellFate.REFUSED, CellFate.NOT_FOUND}:
            code = cell.column if cell.column in OF_LINE else "page"
            found.setdefault(named(code, line), as_sentence(cell.why))
    return found

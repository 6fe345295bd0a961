"""A list that comes back, from calls or from a network: what it tells and the directory does not.

Rows are matched as any list is; each cell that says something of an organisation that is found has
one fate. Nothing is published: what is proposed waits to be read.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from territorial_map.domain.contributions.contribution import Contribution
from territorial_map.domain.contributions.review import Proposal
from territorial_map.domain.contributions.terms import Teller
from territorial_map.domain.errors import BadParameter, NotFound, TooLarge
from territorial_map.domain.matching.terms import MatchVerdict
from territorial_map.domain.term import Term
from territorial_map.ledger.contributions import ContributionBook
from territorial_map.readers.completing_columns import (
    Completed,
    completing_columns,
)
from territorial_map.services.contributions.cells_said import cell_said
from territorial_map.services.contributions.receiving import AlreadyTold, prepared
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.matching.answers import match_list
from territorial_map.services.matching.list_files import GivenList

MOST_ROWS = 200
"""Lines of a list that say something, at once, from visitors: a person can read no more."""


class CellFate(Term):
    """What became of a cell."""

    PROPOSED = "proposed", "Proposée à la relecture"
    WAITING = "waiting", "Attend déjà d’être relue"
    KNOWN = "known", "La fiche le dit déjà"
    REFUSED = "refused", "Refusée"
    NOT_FOUND = "not_found", "Organisation non trouvée"


@dataclass(frozen=True, slots=True)
class CompletedRow:
    """What a line says: each cell that is filled, by column, of the organisation ``id``.

    ``id`` is empty where none was found, and ``why`` says so (French).
    """

    line: int
    id: str
    cells: Mapping[str, str]
    why: str = ""


@dataclass(frozen=True, slots=True)
class ToldCell:
    """A cell of a line: what became of it, why (French), of whom, and its proposal.

    ``column`` is empty for a line whose organisation was not found.
    """

    line: int
    column: str
    fate: CellFate
    why: str = ""
    organisation: str = ""
    proposal: Proposal | None = None


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """Who brings a list back, where they have it from, and when; ``waiting`` is what waits."""

    teller: Teller
    source: str
    now: datetime
    waiting: frozenset[Contribution] = frozenset()

    def beside(self, rows: Iterable[CompletedRow], book: ContributionBook) -> Self:
        """The same, knowing what waits to be read of the organisations of some lines.

        Raises:
            Unavailable: the ledger does not answer.
        """
        return replace(self, waiting=_waiting_on((row.id for row in rows if row.id), book))

    def cells(
        self, rows: Iterable[CompletedRow], columns: Mapping[str, Completed], edition: OpenEdition
    ) -> Iterator[ToldCell]:
        """What became of each cell, in the order of rows then of columns."""
        words = edition.knowledge.trades.words
        for row in rows:
            if not row.id:
                yield ToldCell(row.line, "", CellFate.NOT_FOUND, row.why)
                continue
            for column, cell in row.cells.items():
                for said in cell_said(columns[column], cell, words):
                    yield self._told(row, column, said, edition)

    def _told(
        self, row: CompletedRow, column: str, said: Mapping[str, str], edition: OpenEdition
    ) -> ToldCell:
        whole = {"teller": self.teller.value, "source": self.source, "organisation": row.id}
        told = ToldCell(row.line, column, CellFate.REFUSED, said.get("fault", ""), row.id)
        if told.why:
            return told
        try:
            proposal = prepared({**whole, **said}, edition, self.now)
        except AlreadyTold:
            return replace(told, fate=CellFate.KNOWN)
        except NotFound as error:
            return replace(told, fate=CellFate.NOT_FOUND, why=str(error))
        except BadParameter as error:
            return replace(told, why=error.problem)
        if _bare(proposal.contribution) in self.waiting:
            return replace(told, fate=CellFate.WAITING)
        return replace(told, fate=CellFate.PROPOSED, proposal=proposal)


def rows_of_list(
    given: GivenList, edition: OpenEdition
) -> tuple[dict[str, Completed], tuple[CompletedRow, ...]]:
    """The columns of a list that complete pages, and its lines that fill one of them, matched.

    Raises:
        BadParameter: no column tells anything that could complete a page.
    """
    columns = completing_columns(given.columns, given.persons)
    if not columns:
        raise BadParameter(
            "columns",
            "",
            "aucune colonne ne complète une fiche : attendues, « Téléphone », « Site web », "
            "« Adresse », « Activités », « Toujours exact » ou « Fermée ».",
        )
    places = [(column, given.columns.index(column)) for column in columns]
    rows = []
    for each in match_list(edition, given):
        cells = each.line.cells
        told = {c: cells[n].strip() for c, n in places if n < len(cells) and cells[n].strip()}
        if not told or not each.line.whole:
            continue
        decision = each.decision
        found = decision.id if decision.verdict is MatchVerdict.FOUND else None
        why = "" if found else decision.why.label
        rows.append(CompletedRow(each.line.line, found or "", told, why))
    return columns, tuple(rows)


def cells_of_list(
    given: GivenList, told: BroughtBack, edition: OpenEdition, book: ContributionBook
) -> list[ToldCell]:
    """What became of each cell of a list; what waits already is not proposed again.

    Raises:
        BadParameter: no column tells anything that could complete a page.
        Unavailable: the ledger does not answer.
    """
    columns, rows = rows_of_list(given, edition)
    return list(told.beside(rows, book).cells(rows, columns, edition))


def visitors_cells(
    given: GivenList, told: BroughtBack, edition: OpenEdition, book: ContributionBook
) -> list[ToldCell]:
    """The same of a list that a visitor sends, within ``MOST_ROWS``.

    Raises:
        TooLarge: more lines than that propose something.
        BadParameter, Unavailable: as ``cells_of_list``.
    """
    cells = cells_of_list(given, told, edition, book)
    if len({cell.line for cell in cells if cell.proposal}) > MOST_ROWS:
        raise TooLarge(
            f"{MOST_ROWS} fiches complétées au plus à la fois : découpez la liste. Rien n’a été "
            "gardé."
        )
    return cells


def _bare(said: Contribution) -> Contribution:
    """A contribution without who says it, why, nor where they have it from."""
    return replace(said, teller=Teller.VISITOR, reason="", source="")


def _waiting_on(ids: Iterable[str], book: ContributionBook) -> frozenset[Contribution]:
    """What waits to be read of some organisations, whoever says it."""
    found = book.proposals_on(ids)
    return frozenset(_bare(one.contribution) for one in found if one.state.is_open)

"""A list that comes back, from calls or from a network: what it tells and the directory does not.

Rows are matched as any list is; each cell that says something of an organisation that is found has
one fate. Nothing is published: what is proposed waits to be read.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from territorial_map.domain.contributions.review import Proposal
from territorial_map.domain.contributions.terms import ContributionKind, CorrectedField, Teller
from territorial_map.domain.contributions.values import TRADES
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.matching.terms import MatchVerdict
from territorial_map.domain.term import Term
from territorial_map.domain.text import fold
from territorial_map.domain.trades.words import Precision, ReadIn, TradeTable
from territorial_map.domain.vocabulary import Sector
from territorial_map.readers.column_names import matched as columns_by_field
from territorial_map.services.contributions.receiving import AlreadyTold, prepared
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.matching.answers import Matched
from territorial_map.services.matching.list_files import GivenList

_FIELDS = {
    "phone": CorrectedField.PHONE,
    "website": CorrectedField.WEBSITE,
    "address": CorrectedField.ADDRESS,
    "sectors": CorrectedField.TRADE,
}
"""The fields of lists whose cells can complete a page."""

_PRESSED = {
    "toujours exact": ContributionKind.CONFIRMATION,
    "toujours exacte": ContributionKind.CONFIRMATION,
    "confirme": ContributionKind.CONFIRMATION,
    "confirmee": ContributionKind.CONFIRMATION,
    "fermee": ContributionKind.CLOSED,
    "ferme": ContributionKind.CLOSED,
}
"""Columns, folded, where « oui » says something of the whole page."""

_YES = frozenset({"oui", "o", "x", "1", "vrai", "yes", "true"})
_NO = frozenset({"", "non", "n", "0", "faux", "no", "false"})
_READ = frozenset({ReadIn.NAME, ReadIn.ACTIVITY})


class CellFate(Term):
    """What became of a cell."""

    PROPOSED = "proposed", "Proposée à la relecture"
    KNOWN = "known", "La fiche le dit déjà"
    REFUSED = "refused", "Refusée"
    NOT_FOUND = "not_found", "Organisation non trouvée"


@dataclass(frozen=True, slots=True)
class ToldCell:
    """A cell of a line of the file: what became of it, why (French), and its proposal.

    ``column`` is empty for a line whose organisation was not found.
    """

    line: int
    column: str
    fate: CellFate
    why: str = ""
    proposal: Proposal | None = None


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """Who brings a list back, where they have it from, and when."""

    teller: Teller
    source: str
    now: datetime

    def cells(
        self, given: GivenList, lines: Iterable[Matched], edition: OpenEdition
    ) -> Iterator[ToldCell]:
        """What each cell of a matched list says, in the order of lines then of columns.

        Raises:
            BadParameter: no column tells anything that could complete a page.
        """
        columns = _columns(given)
        if not columns:
            raise BadParameter(
                "columns",
                "",
                "aucune colonne ne complète une fiche : attendues, « Téléphone », « Site web », "
                "« Adresse », « Activités », « Toujours exact » ou « Fermée ».",
            )
        places = {column: n for n, column in enumerate(given.columns)}
        for each in lines:
            told = {
                column: cell.strip()
                for column in columns
                if (cell := _at(each.line.cells, places[column])).strip()
            }
            if not told or not each.line.whole:
                continue
            if each.decision.verdict is not MatchVerdict.FOUND or each.decision.id is None:
                yield ToldCell(each.line.line, "", CellFate.NOT_FOUND, each.decision.why.label)
                continue
            for column, cell in told.items():
                for said in _said(columns[column], cell, edition.knowledge.trades.words):
                    yield self._told(each, column, said, edition)

    def _told(
        self, each: Matched, column: str, said: Mapping[str, str], edition: OpenEdition
    ) -> ToldCell:
        common = {"teller": self.teller.value, "source": self.source}
        whole = {**common, **said, "organisation": str(each.decision.id)}
        line = each.line.line
        if "fault" in said:
            return ToldCell(line, column, CellFate.REFUSED, said["fault"])
        try:
            proposal = prepared(whole, edition, self.now)
        except AlreadyTold:
            return ToldCell(line, column, CellFate.KNOWN)
        except BadParameter as error:
            return ToldCell(line, column, CellFate.REFUSED, error.problem)
        return ToldCell(line, column, CellFate.PROPOSED, proposal=proposal)


def _columns(given: GivenList) -> dict[str, CorrectedField | ContributionKind]:
    """What each column of the file could say; columns of persons are never among them."""
    fields = {
        column: _FIELDS[name]
        for name, column in columns_by_field(given.columns).items()
        if name in _FIELDS
    }
    pressed = {
        column: _PRESSED[fold(column)] for column in given.columns if fold(column) in _PRESSED
    }
    told = fields | pressed
    return {c: told[c] for c in given.columns if c in told and c not in given.persons}


def _at(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def _said(
    what: CorrectedField | ContributionKind, cell: str, words: TradeTable
) -> Iterator[Mapping[str, str]]:
    """What a cell says, in the keys of a contribution; ``fault`` where it cannot be read."""
    if isinstance(what, ContributionKind):
        if fold(cell) in _YES:
            yield {"kind": what.value}
        elif fold(cell) not in _NO:
            yield {"fault": "« oui » ou « non » est attendu."}
        return
    field = {"kind": ContributionKind.FIELD.value, "field": what.value}
    if what is not CorrectedField.TRADE:
        yield {**field, "value": cell}
        return
    trades = _trades(cell, words)
    if not trades:
        yield {"fault": "aucune activité connue dans ces mots."}
    for trade in trades:
        yield {**field, "value": trade}


def _trades(cell: str, words: TradeTable) -> list[str]:
    """The trades that a cell names, by their code, their label or words that surely tell them."""
    rest, named = fold(cell), set()
    for code in TRADES:
        label = fold(Sector(code).label)
        if rest == fold(code) or label in rest:
            named.add(code)
            rest = rest.replace(label, " ").strip()
    sure = {
        each.sector.value for each in words.find(rest, _READ) if each.precision is Precision.SURE
    }
    return [code for code in TRADES if code in named | sure]

"""The lines of a selection that asks for a trade: known to have it, then those to call."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from sqlalchemy import func, select

from territorial_map.domain.licences import Licence
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.domain.trade_question import TradeCounts, TradeQuestion
from territorial_map.queries import lists, trades
from territorial_map.queries.conditions import selection_condition
from territorial_map.queries.schema import Rows, organisations
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.trade_counts import count_in_three, trade_counts
from territorial_map.services.export.cells import Cell, Column
from territorial_map.services.export.columns import lines_by_person, lines_by_site
from territorial_map.services.export.licences_held import licences_held
from territorial_map.services.export.table import TRADE_GROUP, ExportLine, ExportTable
from territorial_map.services.texts import Texts

TRADE_GROUPS = ("Métier connu", "À appeler, métier non renseigné")
_KNOWN, _TO_CALL = TRADE_GROUPS
_AFTER_NAME = 1


@dataclass(frozen=True, slots=True)
class AskedLines:
    """A selection as it is exported: ``resolved``, and its trade in three where it asks for one."""

    edition: OpenEdition
    resolved: Selection
    question: TradeQuestion | None
    counts: TradeCounts | None

    @classmethod
    def of(cls, edition: OpenEdition, selection: Selection) -> "AskedLines":
        """A selection read against an edition.

        Raises:
            BadParameter: it chooses zones of a layer that the edition has not.
        """
        resolved = edition.resolve(selection)
        question = TradeQuestion.of(resolved)
        return cls(edition, resolved, question, trade_counts(edition, resolved))

    @property
    def known(self) -> Selection:
        """The selection of those that are known."""
        return self.resolved if self.question is None else self.question.told

    def totals(self) -> tuple[int, int]:
        """How many organisations the lines tell, and how many of them have no position."""
        total, unlocated = self.edition.totals(self.known)
        if self.question is None or self.counts is None:
            return total, unlocated
        more = self._scalar(trades.unlocated_to_call(self.question))
        return total + self.counts.unknown, unlocated + more

    def persons(self) -> int:
        """How many legal persons; a site without SIREN counts for one."""
        persons = func.count(organisations.c.person_key.distinct())
        kept = select(persons).select_from(organisations).where(selection_condition(self.known))
        found = self._scalar(kept)
        if self.question is None:
            return found
        return found + self._scalar(trades.count_persons_to_call(self.question))

    def _scalar(self, statement: Rows) -> int:
        with self.edition.file.connect() as connection:
            return int(connection.scalar(statement) or 0)

    def lines(
        self, order: Order, t: Texts, *, by_person: bool, by_sector: bool
    ) -> Iterator[ExportLine]:
        """The lines that are known in their order, then those to call, each told so."""
        rows = lists.listed_by_person if by_person else lists.listed
        made = lines_by_person if by_person else lines_by_site
        known = made(self.edition.streamed(rows(self.known, order)), t, by_sector=by_sector)
        if self.question is None:
            return known
        to_call = trades.persons_to_call if by_person else trades.to_call
        unknown = made(self.edition.streamed(to_call(self.question, order)), t, by_sector=by_sector)
        return chain(_grouped(known, t.label(_KNOWN)), _grouped(unknown, t.label(_TO_CALL)))

    def licences(self) -> Mapping[Licence, int]:
        """How many organisations have a source under each licence."""
        held = Counter(licences_held(self.edition, self.known))
        if self.question is not None:
            too = trades.not_known(self.question)
            held += Counter(licences_held(self.edition, self.question.not_recorded, *too))
        return held

    def questions(self, t: Texts) -> tuple[str, ...]:
        """What to ask on the phone, in one line, where a trade is asked for."""
        if self.question is None:
            return ()
        asked = self.edition.knowledge.to_ask.about(self.question.trades)
        return (" ".join((t("Que demander au téléphone ?"), *map(t.say, asked))),)

    def note(self, t: Texts) -> tuple[str, ...]:
        """The three counts in words, where a trade is asked for."""
        if self.counts is None:
            return ()
        told = t(
            "Métier demandé : {counts}. À appeler : nos sources ne disent pas leur métier. Celles "
            "d’un autre métier ne sont pas dans la liste.",
            counts=count_in_three(self.counts, t),
        )
        return (told,)


def with_group(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns with that of the group behind the name."""
    return (*columns[:_AFTER_NAME], TRADE_GROUP, *columns[_AFTER_NAME:])


def _grouped(lines: Iterator[ExportLine], group: str) -> Iterator[ExportLine]:
    for line in lines:
        cells: tuple[Cell, ...] = (*line.cells[:_AFTER_NAME], group, *line.cells[_AFTER_NAME:])
        yield replace(line, cells=cells, group=group)


def known_alone(table: ExportTable) -> ExportTable:
    """The table without those to call, as files told it that have no group."""
    place = table.index_of(TRADE_GROUP.key)
    if place is None:
        return table
    to_call = table.about.t.label(_TO_CALL)

    def read() -> Iterator[ExportLine]:
        return (line for line in table.lines() if line.cells[place] != to_call)

    return replace(table, read=read)

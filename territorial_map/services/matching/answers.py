"""Matched lists: each line with its decision and the facts of its candidates."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from territorial_map.domain.listing import Listed
from territorial_map.domain.matching.list_row import Given
from territorial_map.domain.matching.terms import WORTH_CHOOSING, MatchVerdict
from territorial_map.domain.matching.verdict import MatchDecision
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.matching.list_files import GivenList, ListLine
from territorial_map.services.matching.matcher import BATCH, match_rows
from territorial_map.services.matching.places import PossibleCommune, possible_communes


@dataclass(frozen=True, slots=True)
class Matched:
    """A line of a list, what it tells, what is said of it, and its candidates' facts by id.

    ``communes`` are those that its town may mean, when it does not tell which.
    """

    line: ListLine
    given: Given
    decision: MatchDecision
    facts: dict[str, Listed]
    communes: tuple[PossibleCommune, ...] = ()

    @property
    def found(self) -> Listed | None:
        """The organisation of a row that is found."""
        return self.facts.get(self.decision.id) if self.decision.id else None


def match_list(
    edition: OpenEdition, given: GivenList, least: float = WORTH_CHOOSING
) -> Iterator[Matched]:
    """Every line matched, in order; a line that could not be read is unknown, and says so.

    Candidates less likely than ``least`` are left out, but for those that a number designates.
    """
    lines = iter(given.lines)
    read = tuple(given.rows())
    decisions = match_rows(edition, read, edition.knowledge.matching, least)
    rows = iter(read)
    while batch := list(islice(lines, BATCH)):
        decided = [
            (
                line,
                row,
                MatchDecision(MatchVerdict.UNKNOWN, line.apart) if line.apart else decision,
            )
            for line, row, decision in zip(batch, rows, decisions, strict=False)
        ]
        facts = _facts(edition, (decision for _, _, decision in decided))
        for line, row, decision in decided:
            own = {c.id: facts[c.id] for c in decision.candidates}
            communes = possible_communes(row, edition.places) if line.whole else ()
            yield Matched(line, row, decision, own, communes)


def _facts(edition: OpenEdition, decisions: Iterable[MatchDecision]) -> dict[str, Listed]:
    ids = {candidate.id for decision in decisions for candidate in decision.candidates}
    return {item.id: item for item in edition.listed_by_ids(tuple(sorted(ids)))}

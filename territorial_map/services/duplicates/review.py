"""Pairs of an edition that are perhaps one organisation, and the verdicts on them."""

from dataclasses import dataclass

from territorial_map.domain.duplicate_verdicts import (
    DuplicateDecision,
    DuplicateVerdict,
    decision_of,
)
from territorial_map.domain.errors import NotFound
from territorial_map.domain.organisation import Organisation
from territorial_map.queries.partners import records_with_doubts
from territorial_map.services.duplicates.side_by_side import ComparedLine, side_by_side
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.store.duplicate_verdicts import VerdictFile
from territorial_map.store.records import organisation_of


@dataclass(frozen=True, slots=True)
class DoubtfulPair:
    """Two organisations of an edition that are perhaps one, and what was decided, if anything."""

    one: Organisation
    other: Organisation
    verdict: DuplicateVerdict | None = None

    @property
    def lines(self) -> tuple[ComparedLine, ...]:
        """What each tells, field by field."""
        return side_by_side(self.one, self.other)


def doubts(edition: OpenEdition, verdicts: VerdictFile) -> tuple[DoubtfulPair, ...]:
    """Every pair that the edition marks « perhaps the same », in order of names, then ids.

    A decision counts whichever of its ids an organisation answers to.

    Raises:
        SourceError: the file of verdicts cannot be read.
    """
    with edition.file.connect() as connection:
        rows = connection.execute(records_with_doubts()).fetchall()
    found = {row.id: row for row in (organisation_of(r.record) for r in rows)}
    decided = {decision.pair: decision.verdict for decision in verdicts.decisions()}
    pairs = [
        DoubtfulPair(one, found[other], _verdict(one, found[other], decided))
        for one in found.values()
        for other in one.perhaps_same
        if one.id < other and other in found
    ]
    return tuple(sorted(pairs, key=lambda d: (d.one.name.casefold(), d.one.id, d.other.id)))


def left(pairs: tuple[DoubtfulPair, ...]) -> tuple[DoubtfulPair, ...]:
    """The pairs on which nothing was decided yet."""
    return tuple(doubt for doubt in pairs if doubt.verdict is None)


def decide(
    edition: OpenEdition, verdicts: VerdictFile, pair: tuple[str, str], verdict: str, today: str
) -> DuplicateDecision:
    """Keep a verdict on a pair that the edition asks about; the next build follows it.

    Raises:
        NotFound: the edition does not ask about this pair.
        BadParameter: an unknown verdict.
        SourceError: the file of verdicts cannot be read or written.
    """
    decision = decision_of(*pair, verdict, today)
    if decision.pair not in {(d.one.id, d.other.id) for d in doubts(edition, verdicts)}:
        raise NotFound(
            f"L’édition {edition.edition.id} ne demande rien sur « {decision.one} » et "
            f"« {decision.other} »."
        )
    verdicts.keep(decision)
    return decision


def _verdict(
    one: Organisation, other: Organisation, decided: dict[tuple[str, str], DuplicateVerdict]
) -> DuplicateVerdict | None:
    if not decided:
        return None
    for a in one.sources:
        for b in other.sources:
            found = decided.get((min(a.id, b.id), max(a.id, b.id)))
            if found is not None:
                return found
    return None

"""Operators' « pas pertinent » as labels: the columns of the judged pairs, graded 0."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields

from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import DismissalDecision
from territorial_map.services.explore.open_edition import OpenEdition

NOT_RELEVANT = 0


@dataclass(frozen=True, slots=True)
class PairLabel:
    """A pair graded for a category; ``focal_id`` is the first id in order: it has no side.

    A name is empty when the edition has the organisation no more.
    """

    focal_id: str
    other_id: str
    pooling: PoolingCategory
    grade: int
    holdout: str
    note: str
    decided_on: str
    focal_name: str
    other_name: str


COLUMNS = tuple(column.name for column in fields(PairLabel))


def labels_of(
    decisions: Sequence[DismissalDecision], edition: OpenEdition
) -> tuple[PairLabel, ...]:
    """One label per decision."""
    names = _names(decisions, edition)
    return tuple(
        PairLabel(
            focal_id=one.dismissal.a_id,
            other_id=one.dismissal.b_id,
            pooling=one.dismissal.pooling,
            grade=NOT_RELEVANT,
            holdout="false",
            note=one.reason or "écartée par un opérateur",
            decided_on=one.decided_at.date().isoformat(),
            focal_name=names.get(one.dismissal.a_id, ""),
            other_name=names.get(one.dismissal.b_id, ""),
        )
        for one in decisions
    )


def labels_csv(labels: Iterable[PairLabel]) -> str:
    """The labels as the file that the ranking benchmark reads: comma, UTF-8."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(astuple(label) for label in labels)
    return buffer.getvalue()


def _names(decisions: Sequence[DismissalDecision], edition: OpenEdition) -> dict[str, str]:
    ids = {i for one in decisions for i in (one.dismissal.a_id, one.dismissal.b_id)}
    return {listed.id: listed.name for listed in edition.listed_by_ids(tuple(sorted(ids)))}

"""Operators' « pas pertinent » as labels: the columns of the judged pairs, graded 0."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from territorial_map.ledger.dismissals import DismissalDecision
from territorial_map.services.explore.open_edition import OpenEdition

COLUMNS = (
    *("focal_id", "other_id", "pooling", "grade", "holdout", "note", "decided_on"),
    *("focal_name", "other_name"),
)
NOT_RELEVANT = 0


def labels_of(decisions: Sequence[DismissalDecision], edition: OpenEdition) -> list[dict[str, Any]]:
    """One row per decision, keyed by ``COLUMNS``; a name is empty when this edition has it no more.

    ``focal_id`` is the first id in order: a dismissal has no side.
    """
    names = _names(decisions, edition)
    return [
        {
            "focal_id": one.dismissal.a_id,
            "other_id": one.dismissal.b_id,
            "pooling": one.dismissal.pooling.value,
            "grade": NOT_RELEVANT,
            "holdout": "false",
            "note": one.reason or "écartée par un opérateur",
            "decided_on": one.decided_at.date().isoformat(),
            "focal_name": names.get(one.dismissal.a_id, ""),
            "other_name": names.get(one.dismissal.b_id, ""),
        }
        for one in decisions
    ]


def labels_csv(labels: Iterable[dict[str, Any]]) -> str:
    """The labels as the file that the ranking benchmark reads: comma, UTF-8."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(labels)
    return buffer.getvalue()


def _names(decisions: Sequence[DismissalDecision], edition: OpenEdition) -> dict[str, str]:
    ids = {i for one in decisions for i in (one.dismissal.a_id, one.dismissal.b_id)}
    return {listed.id: listed.name for listed in edition.listed_by_ids(tuple(sorted(ids)))}

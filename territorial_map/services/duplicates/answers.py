"""Pairs to review as an answer: keys of the API and of ``--format json``."""

from typing import Any

from territorial_map.domain.organisation import Organisation
from territorial_map.services.duplicates.review import DoubtfulPair, left


def doubts_answer(pairs: tuple[DoubtfulPair, ...]) -> dict[str, Any]:
    """How many are left, and every pair side by side, those to decide first."""
    to_decide = left(pairs)
    ordered = (*to_decide, *(doubt for doubt in pairs if doubt.verdict is not None))
    return {
        "left": len(to_decide),
        "decided": len(pairs) - len(to_decide),
        "pairs": [_pair(doubt) for doubt in ordered],
    }


def _pair(doubt: DoubtfulPair) -> dict[str, Any]:
    return {
        "a": _named(doubt.one),
        "b": _named(doubt.other),
        "verdict": doubt.verdict.value if doubt.verdict else None,
        "fields": [
            {
                "field": line.field.value,
                "label": line.field.label,
                "a": line.one or None,
                "b": line.other or None,
                "agreement": line.agreement.value,
            }
            for line in doubt.lines
        ],
    }


def _named(organisation: Organisation) -> dict[str, str]:
    return {"id": organisation.id, "name": organisation.name}

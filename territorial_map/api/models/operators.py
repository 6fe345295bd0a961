"""What operators see and decide: pairs set aside for all, duplicates side by side."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import BeforeValidator, Field
from typing_extensions import TypedDict

from territorial_map.api.models.base import Count, IsoDate, Named
from territorial_map.api.models.closed import one_of
from territorial_map.api.models.lists import AskedBody, OrganisationId
from territorial_map.domain.duplicate_verdicts import DuplicateDecision, DuplicateVerdict
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import MOST_REASON, Dismissal
from territorial_map.services.duplicates.review import DoubtfulPair, left
from territorial_map.services.duplicates.side_by_side import FieldAgreement
from territorial_map.services.partnerships.labels import PairLabel


class DismissalAsked(AskedBody):
    """A pair that is not relevant in a category."""

    a_id: OrganisationId
    b_id: OrganisationId
    pooling: Annotated[
        str,
        Field(json_schema_extra={"enum": list(PoolingCategory.codes())}),
        BeforeValidator(one_of("pooling", PoolingCategory.codes())),
    ]
    reason: Annotated[str, Field(max_length=MOST_REASON, description="Pourquoi, si on le dit.")] = (
        ""
    )


class PairAsked(AskedBody):
    """A pair that the edition asks about."""

    a_id: OrganisationId
    b_id: OrganisationId


class VerdictAsked(PairAsked):
    """What is decided of a pair."""

    verdict: Annotated[
        str,
        Field(json_schema_extra={"enum": list(DuplicateVerdict.codes())}),
        BeforeValidator(one_of("verdict", DuplicateVerdict.codes())),
    ]


class DismissalLine(TypedDict):
    """A pair set aside, named as this edition does; an empty name is no more in it."""

    a_id: str
    b_id: str
    pooling: PoolingCategory
    a_name: str
    b_name: str
    pooling_fr: str
    pooling_en: str
    decided_on: IsoDate


class Dismissals(TypedDict):
    """Every pair set aside."""

    dismissals: list[DismissalLine]


class DismissedPair(TypedDict):
    """The pair, its ids in order."""

    a_id: str
    b_id: str
    pooling: PoolingCategory


class DismissalKept(DismissedPair):
    """``kept`` is false where the pair was set aside already."""

    kept: bool


class DismissalRestored(DismissedPair):
    """``restored`` is false where the pair was not set aside."""

    restored: bool


class FieldLine(TypedDict):
    """One field of the two records."""

    field: str
    label: str
    a: str | None
    b: str | None
    agreement: FieldAgreement


class DoubtAnswer(TypedDict):
    """Two records that are perhaps one, and what was decided."""

    a: Named
    b: Named
    verdict: DuplicateVerdict | None
    fields: list[FieldLine]


class DoubtsAnswer(TypedDict):
    """How many are left to decide, and every pair, those to decide first."""

    left: Count
    decided: Count
    pairs: list[DoubtAnswer]


class VerdictKept(TypedDict):
    """What was decided of a pair, its ids in order."""

    a_id: str
    b_id: str
    verdict: DuplicateVerdict
    decided_on: IsoDate


class VerdictTakenBack(TypedDict):
    """``taken_back`` is false where nothing was decided."""

    taken_back: bool


def dismissals_answer(labels: Iterable[PairLabel], rulebook: Rulebook) -> Dismissals:
    """Every pair set aside, its category in words."""
    return {"dismissals": [_dismissal(label, rulebook) for label in labels]}


def dismissed_pair(dismissal: Dismissal) -> DismissedPair:
    """The pair of a dismissal."""
    return {"a_id": dismissal.a_id, "b_id": dismissal.b_id, "pooling": dismissal.pooling}


def doubts_answer(pairs: tuple[DoubtfulPair, ...]) -> DoubtsAnswer:
    """How many are left, and every pair side by side."""
    to_decide = left(pairs)
    ordered = (*to_decide, *(doubt for doubt in pairs if doubt.verdict is not None))
    return {
        "left": len(to_decide),
        "decided": len(pairs) - len(to_decide),
        "pairs": list(map(_doubt, ordered)),
    }


def verdict_kept(decision: DuplicateDecision) -> VerdictKept:
    """What was decided."""
    return {
        "a_id": decision.one,
        "b_id": decision.other,
        "verdict": decision.verdict,
        "decided_on": decision.decided_on,
    }


def _dismissal(label: PairLabel, rulebook: Rulebook) -> DismissalLine:
    frame = rulebook.frame(label.pooling)
    return {
        "a_id": label.focal_id,
        "b_id": label.other_id,
        "pooling": label.pooling,
        "a_name": label.focal_name,
        "b_name": label.other_name,
        "pooling_fr": frame.name.fr,
        "pooling_en": frame.name.en,
        "decided_on": label.decided_on,
    }


def _doubt(doubt: DoubtfulPair) -> DoubtAnswer:
    return {
        "a": _named(doubt.one),
        "b": _named(doubt.other),
        "verdict": doubt.verdict,
        "fields": [
            {
                "field": line.field.value,
                "label": line.field.label,
                "a": line.one or None,
                "b": line.other or None,
                "agreement": line.agreement,
            }
            for line in doubt.lines
        ],
    }


def _named(organisation: Organisation) -> Named:
    return {"id": organisation.id, "name": organisation.name}

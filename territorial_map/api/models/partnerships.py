"""A partnership as an answer, and groups; ``leads`` lists those of one and of a selection."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from territorial_map.api.models.base import (
    BothLanguages,
    Kilometres,
    Share,
    sentence,
    sentence_or_none,
)
from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.group_reasons import GroupMembership, memberships_of
from territorial_map.domain.pooling.groups import PoolingGroup
from territorial_map.domain.pooling.partnership import Partnership, ScoreChange, Tier, would_change
from territorial_map.domain.pooling.parts import ScorePart
from territorial_map.domain.pooling.reasons import Reasons, reasons_of
from territorial_map.domain.pooling.rulebook import Mode, Rulebook
from territorial_map.domain.pooling.ties import Tie, TieKind, TieStrength
from territorial_map.domain.pooling.weighing import NEED, RESOURCE, learnings
from territorial_map.domain.vocabulary import Kind, PoolingCategory

ReasonOf = Literal["fit", "proximity", "feasibility", "ask"]


_SUBJECTS = [NEED, RESOURCE, *(each.code for each in learnings())]


class PartnershipParty(TypedDict):
    """An organisation of a partnership."""

    id: str
    name: str
    kind: Kind


class PartnershipReason(BothLanguages):
    """Why: a sentence for a part of the score, or what to ask."""

    part: ReasonOf


class PartScore(TypedDict):
    """A part of a score; ``value`` is null when nothing tells, the true one in [low, high]."""

    value: Share | None
    low: Share
    high: Share


class WouldChange(BothLanguages):
    """The one fact that would change the score most; ``score`` is what it would be then."""

    organisation_id: str
    subject: Annotated[str, Field(json_schema_extra={"enum": _SUBJECTS})]
    value: str
    score: Share


class TieAnswer(BothLanguages):
    """Something that already ties the two, how sure, and what shows it.

    ``code`` is the pole, the manager, the EPCI, or the sort of evidence of a probable group.
    """

    kind: TieKind
    strength: TieStrength
    code: str


class ReservedContract(BothLanguages):
    """What a contract could be reserved on, to be verified; articles of the code."""

    articles: tuple[str, ...]


class Scored(TypedDict):
    """Word, score and its interval, parts, reasons, and what would change it most.

    ``score`` is null when nothing tells that the two meet; the true one lies in [low, high].
    ``giver_id`` says who gives when one meets the other's need.
    """

    pooling: PoolingCategory
    mode: Mode
    giver_id: str | None
    tier: Tier
    tier_label: str
    score: Share | None
    low: Share
    high: Share
    distance_km: Kilometres | None
    parts: dict[Literal["fit", "proximity", "feasibility"], PartScore]
    reasons: list[PartnershipReason]
    would_change: WouldChange | None
    ties: list[TieAnswer]
    reserved_basis: ReservedContract | None


class GroupMember(PartnershipParty):
    """A member of a group: how far from the first, what it brings, what holds it there."""

    distance_km: Kilometres
    brings: list[BothLanguages]
    holds: BothLanguages


class GroupLink(Scored):
    """A partnership that holds a group together; ``a`` and ``b`` are ids of members."""

    a: str
    b: str


class ProposedGroup(TypedDict):
    """A group of 3 to 12 legal persons that could pool something."""

    pooling: PoolingCategory
    members: list[GroupMember]
    links: list[GroupLink]
    width_km: Kilometres
    reason: BothLanguages


class LeadFrame(TypedDict):
    """What holds for every lead of a category: what to ask, and the law where it decides."""

    pooling: PoolingCategory
    label: BothLanguages
    ask: BothLanguages
    legal: BothLanguages | None


class ProposedGroups(TypedDict):
    """Groups, no one of whose members is superfluous; ``frames`` once per category."""

    groups: list[ProposedGroup]
    frames: list[LeadFrame]


def groups_answer(groups: Iterable[PoolingGroup], rulebook: Rulebook) -> ProposedGroups:
    """Groups with their members and why each is there, the links that hold them, the reason."""
    several = list(groups)
    return {
        "groups": [_group(group, rulebook) for group in several],
        "frames": frames_of((group.category for group in several), rulebook),
    }


def frames_of(categories: Iterable[PoolingCategory], rulebook: Rulebook) -> list[LeadFrame]:
    """What is said once per category, in their declared order."""
    named = set(categories)
    frames = [rulebook.frame(category) for category in PoolingCategory if category in named]
    return [
        {
            "pooling": frame.category,
            "label": sentence(frame.name),
            "ask": sentence(frame.ask),
            "legal": sentence_or_none(frame.legal),
        }
        for frame in frames
    ]


def scored(partnership: Partnership, rulebook: Rulebook) -> Scored:
    """Word, score, interval, parts, reasons, and what would change it most."""
    distance = partnership.nearness.distance_km
    told = reasons_of(partnership, rulebook)
    return {
        "pooling": partnership.category,
        "mode": partnership.mode,
        "giver_id": partnership.giver_id,
        "tier": partnership.tier,
        "tier_label": partnership.tier.label,
        "score": _rounded(partnership.score),
        "low": round(partnership.low, 2),
        "high": round(partnership.high, 2),
        "distance_km": None if distance is None else round(distance, 2),
        "parts": {
            "fit": _part(partnership.weighing.fit),
            "proximity": _part(partnership.nearness.part),
            "feasibility": _part(partnership.weighing.feasibility),
        },
        "reasons": _reasons(told),
        "would_change": _would_change(would_change(partnership, rulebook), told.would_change),
        "ties": list(map(tie_answer, partnership.ties)),
        "reserved_basis": None
        if partnership.basis is None
        else {"articles": partnership.basis.articles, **sentence(partnership.basis.sentence)},
    }


def person(facts: Facts) -> PartnershipParty:
    """Who it is."""
    return {"id": facts.id, "name": facts.name, "kind": facts.profile.kind}


def _part(part: ScorePart) -> PartScore:
    return {
        "value": _rounded(part.value),
        "low": round(part.low, 2),
        "high": round(part.high, 2),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _reasons(told: Reasons) -> list[PartnershipReason]:
    ordered: tuple[ReasonOf, ...] = ("fit", "proximity", "feasibility", "ask")
    texts = (told.fit, told.proximity, told.feasibility, told.ask)
    return [{"part": part, **sentence(text)} for part, text in zip(ordered, texts, strict=True)]


def _would_change(change: ScoreChange | None, told: Sentence | None) -> WouldChange | None:
    if change is None or told is None:
        return None
    return {
        "organisation_id": change.organisation_id,
        "subject": change.lesson.subject,
        "value": change.lesson.value,
        "score": round(change.score, 2),
        **sentence(told),
    }


def _group(group: PoolingGroup, rulebook: Rulebook) -> ProposedGroup:
    return {
        "pooling": group.category,
        "members": [_membership(one) for one in memberships_of(group)],
        "links": [{"a": p.a.id, "b": p.b.id, **scored(p, rulebook)} for p in group.links],
        "width_km": round(group.width_km, 1),
        "reason": sentence(group.reason),
    }


def _membership(one: GroupMembership) -> GroupMember:
    return {
        **person(one.member),
        "distance_km": round(one.distance_km, 2),
        "brings": [sentence(text) for text in one.brings],
        "holds": sentence(one.holds),
    }


def tie_answer(tie: Tie) -> TieAnswer:
    """A tie with what shows it."""
    return {
        "kind": tie.kind,
        "strength": tie.kind.strength,
        "code": tie.code,
        **sentence(tie.sentence),
    }

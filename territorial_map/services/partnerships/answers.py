"""Partnerships as plain values, in the shape of the public API and of the command line."""

from collections.abc import Iterable
from typing import Any

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.group_reasons import GroupMembership, memberships_of
from territorial_map.domain.pooling.groups import PoolingGroup
from territorial_map.domain.pooling.partnership import Partnership, would_change
from territorial_map.domain.pooling.parts import ScorePart
from territorial_map.domain.pooling.reasons import reasons_of
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.domain.pooling.ties import Tie
from territorial_map.services.partnerships.partners import Partners, Strongest

Json = dict[str, Any]


def partners_answer(partners: Partners, rulebook: Rulebook) -> Json:
    """``partners`` by category, then by word, then by distance; ``existing`` apart."""
    return {
        "organisation": _person(partners.centre),
        "partners": [_person(p.b) | partnership_values(p, rulebook) for p in partners.found],
        "existing": [
            _person(existing.facts) | {"ties": _ties(existing.ties)}
            for existing in partners.existing
        ],
    }


def strongest_answer(strongest: Strongest, rulebook: Rulebook) -> Json:
    """Pairs of a selection; ``sites`` of ``total_sites`` located sites were compared."""
    return {
        "sites": strongest.sites,
        "total_sites": strongest.total_sites,
        "partnerships": [
            {"a": _person(p.a), "b": _person(p.b)} | partnership_values(p, rulebook)
            for p in strongest.found
        ],
    }


def groups_answer(groups: Iterable[PoolingGroup], rulebook: Rulebook) -> Json:
    """Groups with their members and why each is there, the links that hold them, the reason."""
    return {
        "groups": [
            {
                "pooling": group.category.value,
                "members": [_membership(one) for one in memberships_of(group)],
                "links": [
                    {"a": p.a.id, "b": p.b.id} | partnership_values(p, rulebook)
                    for p in group.links
                ],
                "width_km": round(group.width_km, 1),
                "reason": _both(group.reason),
            }
            for group in groups
        ]
    }


def partnership_values(partnership: Partnership, rulebook: Rulebook) -> Json:
    """Word, score, interval, parts, reasons, and what would change it most."""
    reasons = reasons_of(partnership, rulebook)
    change = would_change(partnership, rulebook)
    told = {"ask": reasons.ask, "legal": reasons.legal}
    named = {"fit": reasons.fit, "proximity": reasons.proximity}
    all_reasons = named | {"feasibility": reasons.feasibility} | told
    distance = partnership.nearness.distance_km
    return {
        "pooling": partnership.category.value,
        "mode": partnership.mode.value,
        "giver_id": partnership.giver_id,
        "tier": partnership.tier.value,
        "tier_label": partnership.tier.label,
        "score": partnership.score,
        "low": partnership.low,
        "high": partnership.high,
        "distance_km": None if distance is None else round(distance, 2),
        "parts": {name: _part(part) for name, part in partnership.parts},
        "reasons": [
            {"part": part} | _both(text) for part, text in all_reasons.items() if text is not None
        ],
        "would_change": None
        if change is None or reasons.would_change is None
        else {
            "organisation_id": change.organisation_id,
            "subject": change.lesson.subject.value,
            "value": change.lesson.value,
            "score": change.score,
        }
        | _both(reasons.would_change),
        "ties": _ties(partnership.ties),
        "reserved_basis": None
        if partnership.basis is None
        else {"articles": list(partnership.basis.articles)} | _both(partnership.basis.sentence),
    }


def _part(part: ScorePart) -> Json:
    return {"value": part.value, "low": part.low, "high": part.high}


def _person(facts: Facts) -> Json:
    return {"id": facts.id, "name": facts.name, "kind": facts.profile.kind.value}


def _membership(one: GroupMembership) -> Json:
    return _person(one.member) | {
        "distance_km": round(one.distance_km, 2),
        "brings": [_both(text) for text in one.brings],
        "holds": _both(one.holds),
    }


def _ties(ties: tuple[Tie, ...]) -> list[Json]:
    return [{"kind": tie.kind.value, "code": tie.code} | _both(tie.sentence) for tie in ties]


def _both(text: Sentence) -> Json:
    return {"fr": text.fr, "en": text.en}

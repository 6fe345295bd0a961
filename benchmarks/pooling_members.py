"""Known members of PTCEs left out: where do they come out among the surroundings of their fellows?

Each known member is hidden among the legal persons within 50 km of its fellow members. Most members
come from pages that name them with their commune, so they stand on the commune's point like their
fellows: distance finds them at 0 km, and that says where the record comes from more than who
cooperates. So the members whose position is their own address are measured apart: few, but only
there does distance know something of its own. Nothing is tuned on these members.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks.known import KNOWLEDGE
from benchmarks.pooling_ranking import OURS, RULES, WORTHS, Worth, by_distance, report
from territorial_map.domain.geo import distance_km
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.parts import proximity_value
from territorial_map.domain.pooling.weighing import weigh
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import Kind, PoolingCategory
from territorial_map.services.directory import Directory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.facts_rows import facts_of_record
from territorial_map.services.partnerships.profiles import profile_index
from territorial_map.settings import settings

SURROUNDINGS_KM = 50.0
_FEWEST_POLES = 3
_FEWEST_AROUND = 4


@dataclass(frozen=True, slots=True)
class Hidden:
    """A member hidden among the surroundings of its fellow members."""

    pole_id: str
    fellows: tuple[Facts, ...]
    candidates: tuple[Facts, ...]
    member: Facts

    @property
    def key(self) -> tuple[str, str]:
        """The member in its PTCE."""
        return self.pole_id, self.member.id


def hidden_members(edition: OpenEdition) -> list[Hidden]:
    """Every located member of a PTCE with a fellow member within 50 km, ties taken away."""
    index = profile_index(edition, RULES)
    loaded = (facts_of_record(one, index) for one in edition.organisations(Selection.of({})))
    located = [f for f in loaded if f.point is not None and f.profile.kind is not Kind.PTCE]
    everyone = list({f.person_key: f for f in located}.values())
    by_pole: dict[str, list[Facts]] = defaultdict(list)
    for facts in everyone:
        for pole in facts.ptce_ids:
            by_pole[pole].append(facts)
    found = []
    for pole, members in sorted(by_pole.items()):
        for member in members:
            fellows = tuple(_untied(f) for f in members if f is not member)
            keys = {f.person_key for f in fellows}
            around = tuple(_untied(f) for f in everyone if _is_around(f, fellows, keys))
            if any(f.id == member.id for f in around):
                found.append(Hidden(pole, fellows, around, _untied(member)))
    return found


def _untied(facts: Facts) -> Facts:
    return replace(facts, ptce_ids=frozenset(), manager_id=None)


def _is_around(facts: Facts, fellows: tuple[Facts, ...], keys: set[str]) -> bool:
    if facts.person_key in keys:
        return False
    category = PoolingCategory.PEER_EXCHANGE
    return any(by_distance(facts, f, category) >= -SURROUNDINGS_KM for f in fellows)


def any_category(a: Facts, b: Facts, _category: PoolingCategory) -> float:
    """Our best score over the categories of pooling."""
    if a.point is None or b.point is None:
        return 0.0
    apart, best = distance_km(a.point, b.point), 0.0
    for category in PoolingCategory:
        frame = RULES.frame(category)
        weight = weigh(a.profile, b.profile, category, RULES).weight or 0.0
        if weight > best:
            nearby = proximity_value(apart, frame.scale_km) ** frame.weights.proximity
            best = max(best, weight * nearby)
    return best


def found_again(hidden: Hidden, worth: Worth) -> dict[str, float]:
    """Where the member comes out; among equals, in the middle of them."""
    category = PoolingCategory.PEER_EXCHANGE

    def value(candidate: Facts) -> float:
        return max(worth(fellow, candidate, category) for fellow in hidden.fellows)

    own = value(hidden.member)
    others = [value(c) for c in hidden.candidates if c.id != hidden.member.id]
    rank = 1 + sum(v > own for v in others) + sum(v == own for v in others) / 2
    return {
        "rank 1/n": 1 / rank,
        "in 10": float(rank <= 10),
        "above": 1 - (rank - 1) / max(1, len(others)),
    }


def stands_on_a_fellow(hidden: Hidden) -> bool:
    """True when the member and a fellow have one and the same point: distance finds it at 0 km."""
    return any(fellow.point == hidden.member.point for fellow in hidden.fellows)


def has_own_position(hidden: Hidden) -> bool:
    """True when the member's point is its own address, not that of its commune."""
    return hidden.member.blur_km == 0 and not stands_on_a_fellow(hidden)


def in_its_commune(hidden: Hidden) -> Hidden:
    """The same question among the member's own commune: where all are as near, who is it?"""
    commune = hidden.member.commune_code
    return replace(
        hidden, candidates=tuple(c for c in hidden.candidates if c.commune_code == commune)
    )


def report_members(edition: OpenEdition) -> None:
    """Leaving one known member out: all of them, then apart those whose position is their own.

    The parts were cut before their figures were read, and nothing is tuned on them.
    """
    everyone = hidden_members(edition)
    parts = {
        "PTCE members left out": everyone,
        "  on the very point of a fellow": [h for h in everyone if stands_on_a_fellow(h)],
        "  at their commune, no fellow there": [
            h for h in everyone if not stands_on_a_fellow(h) and not has_own_position(h)
        ],
        "  at an address of their own": [h for h in everyone if has_own_position(h)],
    }
    _report_parts(parts)
    local = [in_its_commune(hidden) for hidden in everyone]
    of_many = [hidden for hidden in local if len(hidden.candidates) >= _FEWEST_AROUND]
    _report_parts({"PTCE members among the others of their own commune": of_many})


def _report_parts(parts: dict[str, list[Hidden]]) -> None:
    """Every part with the measures of its members; the first holds all the others."""
    worths = {**WORTHS, OURS: any_category}
    del worths["as shown"]
    everyone = next(iter(parts.values()))
    measures = {
        name: {h.key: found_again(h, worth) for h in everyone} for name, worth in worths.items()
    }
    for title, hidden in parts.items():
        poles = [each.pole_id for each in hidden]
        if len(set(poles)) < _FEWEST_POLES:
            print(f"{title}: {len(hidden)}, {len(set(poles))} PTCEs: too few to measure")
            continue
        around = np.mean([len(each.candidates) for each in hidden])
        print(f"{title}: {len(hidden)}, {len(set(poles))} PTCEs, {around:.0f} around each")
        report({n: [found[h.key] for h in hidden] for n, found in measures.items()}, poles)


def run(editions: Path) -> None:
    """Leave each known member out, once."""
    report_members(Directory(editions, KNOWLEDGE).current())


if __name__ == "__main__":
    run(settings().editions)

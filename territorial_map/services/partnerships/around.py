"""The best partners around an organisation, found without looking at every pair.

Within one profile the score falls with distance alone, so a profile's nearest bounds it: profiles
are tried best bound first, until no other can enter the best of a category.
"""

import heapq
import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.partnership import Partnership, score_pair
from territorial_map.domain.pooling.parts import proximity_value
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.domain.pooling.weighing import weigh
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.queries import partners
from territorial_map.services.partnerships.facts_rows import facts_of_rows
from territorial_map.services.partnerships.profiles import ProfileIndex, potentials, strengths


@dataclass(frozen=True, slots=True)
class Looking:
    """What is looked for: around whom, in which categories, how far, how many per category.

    ``radius_km`` replaces each category's own reach; ``None`` keeps it. ``among`` is a resolved
    selection outside of which nobody is proposed.
    """

    centre: Facts
    categories: tuple[PoolingCategory, ...]
    rulebook: Rulebook
    index: ProfileIndex
    limit: int
    radius_km: float | None = None
    among: Selection = field(default_factory=Selection)

    def reach_km(self, category: PoolingCategory) -> float:
        """How far partners of a category are looked for."""
        return self.radius_km or self.rulebook.reach_km(category)

    @property
    def widest_km(self) -> float:
        """The circle that holds every category's."""
        return max(map(self.reach_km, self.categories))

    @property
    def tied(self) -> partners.Tied:
        """Who is not to be proposed to the centre."""
        centre = self.centre
        return partners.Tied(
            centre.person_key,
            tuple(sorted({centre.id, *centre.other_ids})),
            centre.manager_id,
            tuple(sorted(centre.ptce_ids)),
            self.among,
        )


@dataclass(frozen=True, slots=True)
class Promise:
    """The profiles that may hold one of the best, with their weight; the score to reach."""

    weights: dict[int, float]
    threshold: float


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest site of a profile: whose, how far, and a floor under every other's distance."""

    person_key: str
    distance_km: float
    least_km: float


_NO_LIMIT = 10**9
_SLACK_KM = 0.001
_SLACK = 1 + 1e-9  # a bound computed in another order must not fall short by a rounding
Reached = dict[int, Nearest]
Sites = dict[int, list[tuple[float, str, str]]]


def best_partners(connection: Connection, looking: Looking) -> list[Partnership]:
    """The best ``limit`` legal persons of each category, those below the listed score left out.

    Sorted by category, then by falling score; the nearest site stands for each person.
    """
    centre = looking.centre
    promises, farthest = _sought(connection, looking)
    if centre.point is None or not farthest:
        return []
    rows = connection.execute(
        partners.nearest_of_profiles(centre.point, looking.tied, farthest, looking.limit)
    )
    sites: Sites = defaultdict(list)
    for number, person, identity, distance in rows:
        sites[number].append((distance, person, identity))
    chosen = {c: _chosen(looking, c, promises[c], sites) for c in looking.categories}
    ids = sorted({identity for found in chosen.values() for identity in found})
    rows = connection.execute(partners.facts_of_ids(ids))
    facts = {f.id: f for f in facts_of_rows(rows, looking.index)}
    scored = [
        score_pair(centre, facts[identity], category, looking.rulebook)
        for category, found in chosen.items()
        for identity in found
    ]
    return [partnership for partnership in scored if partnership is not None]


def count_partners(connection: Connection, looking: Looking) -> int:
    """How many legal persons would be listed if ``limit`` were not there."""
    centre = looking.centre
    _, farthest = _sought(connection, replace(looking, limit=_NO_LIMIT), slack_km=0.0)
    if centre.point is None or not farthest:
        return 0
    counted = partners.persons_of_profiles(centre.point, looking.tied, farthest)
    return int(connection.scalar(counted) or 0)


def _sought(
    connection: Connection, looking: Looking, slack_km: float = _SLACK_KM
) -> tuple[dict[PoolingCategory, Promise], dict[int, float]]:
    """The promising profiles per category, and how far each is worth looking at.

    ``slack_km`` lets in what rounding would leave out, where scores are computed again after; a
    count has none.
    """
    centre = looking.centre
    if centre.point is None or centre.profile.ended:
        return {}, {}
    rows = connection.execute(
        partners.profiles_in_reach(centre.point, looking.widest_km, looking.tied)
    )
    reached: Reached = {
        number: Nearest(person, distance, least) for number, person, distance, least in rows
    }
    promises = {c: _promising(looking, c, reached) for c in looking.categories}
    return promises, _farthest(looking, promises, slack_km)


def _promising(looking: Looking, category: PoolingCategory, reached: Reached) -> Promise:
    """The profiles that may hold one of the best of a category."""
    rules = looking.rulebook
    own = strengths(looking.centre.profile, category, rules)
    if not any(own):
        return Promise({}, 1.0)
    bounds = sorted(_bounds(looking, category, own, reached), reverse=True)
    found: dict[int, float] = {}
    best = _Best(looking.limit, rules.thresholds.listed)
    reach = looking.reach_km(category)
    for bound, number in bounds:
        if bound < best.threshold:
            break
        other = looking.index.by_number[number]
        weight = weigh(looking.centre.profile, other, category, rules).weight or 0.0
        found[number] = weight
        site = reached[number]
        if site.distance_km <= reach:
            frame = rules.frame(category)
            nearby = proximity_value(site.distance_km, frame.scale_km) ** frame.weights.proximity
            best.add(site.person_key, weight * nearby)
    return Promise(found, best.threshold)


class _Best:
    """The best score of each person, and the score below which nobody else can enter."""

    def __init__(self, limit: int, listed: float) -> None:
        self.threshold = listed
        self._limit, self._listed = limit, listed
        self._scores: dict[str, float] = {}

    def add(self, person: str, score: float) -> None:
        """Count a score; one at the threshold or below cannot raise it."""
        if score <= self._scores.get(person, 0.0):
            return
        self._scores[person] = score
        if score > self.threshold and len(self._scores) >= self._limit:
            last = heapq.nlargest(self._limit, self._scores.values())[-1]
            self.threshold = max(self._listed, last)


def _farthest(
    looking: Looking, promises: dict[PoolingCategory, Promise], slack_km: float
) -> dict[int, float]:
    """Per promising profile, the distance beyond which no category's score is reached.

    ``weight * 0.5 ** (power * d / scale) >= threshold`` solved for the distance.
    """
    farthest: dict[int, float] = {}
    for category, promise in promises.items():
        frame, reach = looking.rulebook.frame(category), looking.reach_km(category)
        for number, weight in promise.weights.items():
            if weight >= promise.threshold > 0:
                halvings = math.log2(weight / promise.threshold)
                far = halvings * frame.scale_km / frame.weights.proximity + slack_km
                farthest[number] = max(farthest.get(number, 0.0), min(far, reach))
    return farthest


def _bounds(
    looking: Looking, category: PoolingCategory, own: tuple[float, float], reached: Reached
) -> Iterator[tuple[float, int]]:
    """Per profile in reach ``(bound, number)``: the score if all were feasible, never too low."""
    frame, reach = looking.rulebook.frame(category), looking.reach_km(category)
    rate = frame.weights.proximity / frame.scale_km
    for number, potential in potentials(looking.index, category, own, frame):
        site = reached.get(number)
        if site is not None and site.least_km <= reach:
            yield potential * 0.5 ** (site.least_km * rate) * _SLACK, number


def _chosen(
    looking: Looking, category: PoolingCategory, promise: Promise, sites: Sites
) -> list[str]:
    """The sites of the best persons of a category, each by its best site."""
    frame, reach = looking.rulebook.frame(category), looking.reach_km(category)
    power = frame.weights.proximity
    best: dict[str, tuple[float, float, str]] = {}
    listed = looking.rulebook.thresholds.listed
    for number, weight in promise.weights.items():
        for distance, person, identity in sites[number]:
            score = weight * proximity_value(distance, frame.scale_km) ** power
            if distance <= reach and score >= listed:
                rank = (-score, distance, identity)
                best[person] = min(rank, best.get(person, rank))
    return [identity for _, _, identity in heapq.nsmallest(looking.limit, best.values())]

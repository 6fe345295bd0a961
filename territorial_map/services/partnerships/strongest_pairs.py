"""The strongest partnerships inside a selection: a territory, or whatever the filters keep."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, combinations_with_replacement

from territorial_map.domain.geo import distance_km
from territorial_map.domain.pooling.facts import Facts, PoolingProfile
from territorial_map.domain.pooling.partnership import may_be_proposed
from territorial_map.domain.pooling.parts import proximity_value
from territorial_map.domain.pooling.rulebook import CategoryFrame, Rulebook
from territorial_map.domain.pooling.weighing import weight_with
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.partnerships.profiles import ProfileClaims, strengths

FoundPair = tuple[float, str, str, PoolingCategory]


@dataclass(slots=True)
class _BestPairs:
    """The best ``limit`` pairs of persons, each once per category."""

    limit: int
    listed: float
    heap: list[FoundPair] = field(default_factory=list)
    seen: set[tuple[str, str, PoolingCategory]] = field(default_factory=set)

    @property
    def threshold(self) -> float:
        return self.heap[0][0] if len(self.heap) >= self.limit else self.listed


def strongest_pairs(
    sites: Iterable[Facts],
    categories: tuple[PoolingCategory, ...],
    rulebook: Rulebook,
    limit: int,
) -> list[tuple[Facts, Facts, PoolingCategory]]:
    """The ``limit`` strongest pairs of legal persons among located sites, strongest first.

    Profiles are weighed once per pair of profiles; the heaviest are tried first, until the best
    score that a pair of profiles could give (at no distance) is below the worst kept.
    """
    grouped: dict[PoolingProfile, list[Facts]] = defaultdict(list)
    by_id: dict[str, Facts] = {}
    for site in sites:
        grouped[site.profile].append(site)
        by_id[site.id] = site
    ranked: dict[tuple[str, str, PoolingCategory], FoundPair] = {}
    best = _BestPairs(limit, rulebook.thresholds.listed)
    for weight, a, b, category in _weighed(list(grouped), categories, rulebook):
        if weight < best.threshold:
            break
        for one, other in _site_pairs(grouped, a, b):
            _try(best, ranked, (one, other, category), weight, rulebook.frame(category))
    strongest = heapq.nlargest(limit, ranked.values())
    return [(by_id[a], by_id[b], category) for _, a, b, category in strongest]


def _weighed(
    profiles: list[PoolingProfile], categories: tuple[PoolingCategory, ...], rulebook: Rulebook
) -> list[tuple[float, PoolingProfile, PoolingProfile, PoolingCategory]]:
    """Pairs of profiles that may reach the listed score, heaviest first."""
    listed = rulebook.thresholds.listed
    found = []
    for category in categories:
        frame = rulebook.frame(category)
        claims = [(p, ProfileClaims(*strengths(p, category, rulebook))) for p in profiles]
        able = [(p, claim) for p, claim in claims if claim.need or claim.resource]
        for (a, of_a), (b, of_b) in combinations_with_replacement(able, 2):
            fit = of_a.fit_with(of_b.need, of_b.resource, frame.modes)
            if fit**frame.weights.fit < listed:
                continue
            weight = weight_with(fit, a, b, frame, rulebook)
            if weight >= listed:
                found.append((weight, a, b, category))
    return sorted(found, key=lambda pair: -pair[0])


def _site_pairs(
    grouped: dict[PoolingProfile, list[Facts]], a: PoolingProfile, b: PoolingProfile
) -> Iterator[tuple[Facts, Facts]]:
    if a == b:
        yield from combinations(grouped[a], 2)
    else:
        yield from ((one, other) for one in grouped[a] for other in grouped[b])


def _try(
    best: _BestPairs,
    ranked: dict[tuple[str, str, PoolingCategory], FoundPair],
    pair: tuple[Facts, Facts, PoolingCategory],
    weight: float,
    frame: CategoryFrame,
) -> None:
    one, other, category = pair
    if one.point is None or other.point is None:
        return
    apart = distance_km(one.point, other.point)
    score = weight * proximity_value(apart, frame.scale_km) ** frame.weights.proximity
    if score < best.threshold or not may_be_proposed(one, other):
        return
    persons = sorted((one.person_key, other.person_key))
    key = (persons[0], persons[1], category)
    found: FoundPair = (score, one.id, other.id, category)
    if key in ranked and ranked[key] >= found:
        return
    if key not in ranked:
        heapq.heappush(best.heap, found)
        if len(best.heap) > best.limit:
            heapq.heappop(best.heap)
    ranked[key] = found

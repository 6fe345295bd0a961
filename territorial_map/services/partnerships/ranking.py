"""The best legal persons of one category among sites, their scores computed as late as possible."""

import heapq
import math
from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from territorial_map.domain.pooling.parts import proximity_value
from territorial_map.domain.pooling.weighing import weight_with
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.partnerships.partner_search import Looking, Reached
from territorial_map.services.partnerships.profiles import potentials, strengths

_SLACK = 1 + 1e-9  # a bound computed in another order must not fall short by a rounding
SLACK_KM = 0.001


@dataclass(frozen=True, slots=True)
class Bests:
    """The positions of the best persons, best first; a lower score than ``threshold`` is none."""

    positions: tuple[int, ...]
    threshold: float


class Ranking:
    """One category around one centre; the weights of profiles are computed once, when needed."""

    def __init__(self, looking: Looking, category: PoolingCategory) -> None:
        rules = looking.rulebook
        self._centre, self._by_number = looking.centre.profile, looking.index.by_number
        self._rules, self._frame = rules, rules.frame(category)
        self._listed, self._limit = rules.thresholds.listed, looking.limit
        self._reach_km = looking.reach_km(category)
        self._rate = self._frame.weights.proximity / self._frame.scale_km
        own = strengths(self._centre, category, rules)
        self._potentials = potentials(looking.index, category, own, self._frame)
        self._weights: dict[int, float] = {}

    def bests(self, reached: Reached) -> Bests:
        """The best ``limit`` persons among sites, each by its best site, from the listed score.

        Sites are tried from the best bound, until no other can enter.
        """
        bounds = self._potentials.bounds[reached.profiles] * 0.5 ** (reached.km * self._rate)
        bounds *= _SLACK
        kept = np.flatnonzero((bounds >= self._listed) & (reached.km <= self._reach_km))
        order = kept[np.argsort(-bounds[kept])]
        best = _BestPersons(self._limit, self._listed)
        tried = zip(
            bounds[order].tolist(),
            reached.profiles[order].tolist(),
            reached.km[order].tolist(),
            reached.persons[order].tolist(),
            reached.positions[order].tolist(),
            strict=True,
        )
        for bound, profile, km, person, position in tried:
            if bound < best.threshold:
                break
            best.add(person, (-self._score(profile, km), km, position))
        return best.found()

    def farthest(self, whole_km: float, threshold: float) -> Iterator[tuple[int, float]]:
        """The profiles that may reach a score beyond a distance, each with how far it may.

        ``weight * 0.5 ** (rate * d) >= threshold`` solved for the distance.
        """
        if whole_km >= self._reach_km:
            return
        least = threshold / 0.5 ** (whole_km * self._rate) / _SLACK
        for number in np.flatnonzero(self._potentials.bounds >= least).tolist():
            weight = self._weight(number)
            if weight >= least:
                far = math.log2(max(1.0, weight / threshold)) / self._rate
                yield number, min(far, self._reach_km)

    def _score(self, profile: int, km: float) -> float:
        nearby = proximity_value(km, self._frame.scale_km)
        return float(self._weight(profile) * nearby**self._frame.weights.proximity)

    def _weight(self, number: int) -> float:
        weight = self._weights.get(number)
        if weight is None:
            fit = float(self._potentials.fits[number])
            other = self._by_number[number]
            weight = weight_with(fit, self._centre, other, self._frame, self._rules)
            self._weights[number] = weight
        return weight


_Rank = tuple[float, float, int]


class _BestPersons:
    """The best site of each person, and the score below which nobody else can enter."""

    def __init__(self, limit: int, listed: float) -> None:
        self.threshold = listed
        self._limit = limit
        self._ranks: dict[int, _Rank] = {}
        self._top: list[float] = []

    def add(self, person: int, rank: _Rank) -> None:
        """Count a site, unless its person has a better one or its score is too low."""
        score, before = -rank[0], self._ranks.get(person)
        if score < self.threshold or (before is not None and before <= rank):
            return
        self._ranks[person] = rank
        if before is not None and self._top and -before[0] >= self._top[0]:
            del self._top[bisect_left(self._top, -before[0])]
        insort(self._top, score)
        if len(self._top) > self._limit:
            del self._top[0]
        if len(self._top) == self._limit:
            self.threshold = max(self.threshold, self._top[0])

    def found(self) -> Bests:
        """The best persons by falling score, then by distance, then by position."""
        best = heapq.nsmallest(self._limit, self._ranks.values())
        return Bests(tuple(position for _, _, position in best), self.threshold)

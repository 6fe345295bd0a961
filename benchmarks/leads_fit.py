"""The weights of a lead's worth, fitted on graded pairs, and how well they order pairs.

    python -m benchmarks.leads_fit

Prints what ``data/pooling/worth.toml`` holds: a line with positive weights and no constant (nothing
is worth anything infinitely far), fitted on the pairs of the organisations kept for tuning
(``tests/labels/PARTNER_PAIRS.md``). The order of pairs is told out of sample, by organisation: in
ten folds each organisation is ordered by weights that did not read it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from benchmarks.known import KNOWLEDGE
from benchmarks.partner_labels import GradedPair, graded_pairs
from territorial_map.domain.errors import NotFound
from territorial_map.domain.geo import distance_km
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.partnership import may_be_proposed
from territorial_map.domain.pooling.rulebook import Rulebook, WorthWeights
from territorial_map.domain.pooling.worth import worth_at
from territorial_map.services.directory import Directory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.partners import facts_of_id

WEIGHTS = ("neighbour", "step", "alike", "places", "trade", "unlike", "public", "reasons")
_FOLDS = 10
_APART = 0.01  # grades nearer than this are equal: no order is asked of them


@dataclass(frozen=True, slots=True)
class Measured:
    """What the line reads of a graded pair, one number per weight, and the mean of its grades."""

    organisation: str
    parts: tuple[float, ...]
    distance_km: float
    grade: float


def measured_pairs(edition: OpenEdition, pairs: tuple[GradedPair, ...]) -> Iterator[Measured]:
    """The pairs of the edition that may be proposed and have a distance."""
    for pair in pairs:
        try:
            a, b = facts_of_id(edition, pair.organisation), facts_of_id(edition, pair.partner)
        except NotFound:
            continue
        if a.point is None or b.point is None or not may_be_proposed(a, b):
            continue
        apart = distance_km(a.point, b.point)
        parts = tuple(_part(a, b, apart, name) for name in WEIGHTS)
        yield Measured(pair.organisation, parts, apart, pair.mean)


def pairwise_order(pairs: list[Measured], worths: NDArray[np.float64]) -> tuple[float, int]:
    """The share of differently graded pairs of one organisation that are in order; how many."""
    right, n = 0.0, 0
    for i, one in enumerate(pairs):
        for j, other in enumerate(pairs):
            if one.organisation == other.organisation and one.grade > other.grade + _APART:
                n += 1
                right += 1.0 if worths[i] > worths[j] else 0.5 * (worths[i] == worths[j])
    return right / max(1, n), n


def worths_in_use(pairs: list[Measured]) -> NDArray[np.float64]:
    """The worths of pairs by the weights of ``worth.toml``."""
    weights = [getattr(KNOWLEDGE.pooling.worth, name) for name in WEIGHTS]
    worths: NDArray[np.float64] = np.array([pair.parts for pair in pairs]) @ np.array(weights)
    return worths


def _part(a: Facts, b: Facts, apart: float, name: str) -> float:
    """What one weight multiplies: what it adds, at 1, to a pair that is but of neighbours."""
    alone: dict[str, Any] = {each: float(each == "neighbour") for each in WEIGHTS}
    neighbours = replace(KNOWLEDGE.pooling.worth, **alone)
    if name == "neighbour":
        return _worth(a, b, apart, neighbours)
    with_it = replace(KNOWLEDGE.pooling.worth, **alone | {name: 1.0})
    return _worth(a, b, apart, with_it) - _worth(a, b, apart, neighbours)


def _worth(a: Facts, b: Facts, apart: float, weights: WorthWeights) -> float:
    if weights not in _RULES:
        _RULES[weights] = replace(KNOWLEDGE.pooling, worth=weights)
    return worth_at(a.profile, b.profile, apart, _RULES[weights])


_RULES: dict[WorthWeights, Rulebook] = {}


def run(editions: Path) -> None:
    """Print the weights, then the order of pairs by them and by distance."""
    edition = Directory(editions, KNOWLEDGE).current()
    pairs = list(measured_pairs(edition, graded_pairs("tuning")))
    parts, grades = np.array([p.parts for p in pairs]), np.array([p.grade for p in pairs])
    groups = [p.organisation for p in pairs]
    line = LinearRegression(positive=True, fit_intercept=False)
    told = cross_val_predict(line, parts, grades, groups=groups, cv=GroupKFold(_FOLDS))
    print(f"{len(pairs)} pairs of {len(set(groups))} organisations")
    for name, weight in zip(WEIGHTS, line.fit(parts, grades).coef_, strict=True):
        print(f"  {name:10} {weight:.2f}   in use {getattr(KNOWLEDGE.pooling.worth, name):.2f}")
    orders: dict[str, Callable[[], NDArray[np.float64]]] = {
        "worth, out of sample": lambda: told,
        "nearest first": lambda: -np.array([p.distance_km for p in pairs]),
    }
    for name, worths in orders.items():
        print("  order of pairs, {:22} {:.3f} of {}".format(name, *pairwise_order(pairs, worths())))


if __name__ == "__main__":
    from territorial_map.settings import settings

    run(settings().editions)

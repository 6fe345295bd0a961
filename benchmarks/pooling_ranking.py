"""How well pooling partners are ranked on held-out pairs, with intervals.

    python -m benchmarks.pooling_ranking             held-out focal organisations
    python -m benchmarks.pooling_ranking --tuning    the others, which alone tuning reads

Labels: ``tests/labels/POOLING_PAIRS.md``. A question is a focal organisation and a category; its
candidates are ranked, and those graded 2 or 3 are right answers. Ties are broken at random many
times, never by luck. Intervals are 95 % percentile bootstraps over focal organisations, paired for
the differences.
"""

import csv
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.known import KNOWLEDGE
from territorial_map.domain.geo import distance_km
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.partnership import Partnership, Tier, score_pair
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.directory import Directory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.partners import facts_of_id
from territorial_map.settings import settings

LABELS = Path(__file__).parents[1] / "tests" / "labels" / "pooling_pairs.csv"
RULES = KNOWLEDGE.pooling
RELEVANT = 2
RESAMPLES = 10_000
SHUFFLES = 100
OURS = "score"
_NEVER = -1.0
_UNTOLD = 1e-4
_TIERS = tuple(Tier)

Worth = Callable[[Facts, Facts, PoolingCategory], float]


@dataclass(frozen=True, slots=True)
class Question:
    """Who could pool with the focal organisation in a category, and the grade of each answer."""

    focal: Facts
    category: PoolingCategory
    answers: tuple[tuple[Facts, int], ...]


def read_questions(edition: OpenEdition, *, holdout: bool) -> list[Question]:
    """The questions of one part that have a right answer; the other part's grades are not kept."""
    grouped: dict[tuple[str, str], list[tuple[Facts, int]]] = defaultdict(list)
    with LABELS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if (row["holdout"] == "true") is holdout:
                answer = facts_of_id(edition, row["other_id"]), int(row["grade"])
                grouped[row["focal_id"], row["pooling"]].append(answer)
    questions = [
        Question(facts_of_id(edition, focal), PoolingCategory(pooling), tuple(answers))
        for (focal, pooling), answers in grouped.items()
    ]
    return [q for q in questions if any(grade >= RELEVANT for _, grade in q.answers)]


def by_score(a: Facts, b: Facts, category: PoolingCategory) -> float:
    """Our score; then what cannot be told, nearest first; what must not be proposed comes last."""
    found = score_pair(a, b, category, RULES)
    if found is None:
        return _NEVER
    return found.score or _UNTOLD / (1 + _apart(found))


def _apart(found: Partnership) -> float:
    distance = found.nearness.distance_km
    return 1e6 if distance is None else distance


def as_shown(a: Facts, b: Facts, category: PoolingCategory) -> float:
    """The order on screen: the word first, then the distance."""
    found = score_pair(a, b, category, RULES)
    if found is None:
        return _NEVER * 10
    near = 1 / (2 + _apart(found))
    return near - (_TIERS.index(found.tier) if found.score is not None else len(_TIERS))


def by_distance(a: Facts, b: Facts, _category: PoolingCategory) -> float:
    """The nearer the better; nowhere comes last."""
    if a.point is None or b.point is None:
        return -1e6
    return -distance_km(a.point, b.point)


def by_sector_and_epci(a: Facts, b: Facts, category: PoolingCategory) -> float:
    """Same sector within the same EPCI first, the nearer the better inside."""
    alike = bool(a.profile.sectors & b.profile.sectors)
    same = alike and a.epci_code is not None and a.epci_code == b.epci_code
    return by_distance(a, b, category) + (1e7 if same else 0)


WORTHS: dict[str, Worth] = {
    OURS: by_score,
    "as shown": as_shown,
    "distance only": by_distance,
    "sector, EPCI": by_sector_and_epci,
    "random": lambda _a, _b, _category: 0.0,
}


def average_precision(right: list[bool]) -> float:
    """The mean, over the right answers, of the share of right ones down to each."""
    hits = np.flatnonzero(right)
    return float(np.mean([(n + 1) / (at + 1) for n, at in enumerate(hits)]))


def precision_at_10(right: list[bool]) -> float:
    """The share of right answers among the first ten."""
    return float(np.mean(right[:10]))


METRICS = {"AP": average_precision, "P@10": precision_at_10}


def measured(question: Question, worth: Worth) -> dict[str, float]:
    """Every metric of one question, ties broken at random ``SHUFFLES`` times."""
    draw = random.Random(5)
    scored = [(worth(question.focal, b, question.category), g) for b, g in question.answers]
    totals = dict.fromkeys(METRICS, 0.0)
    for _ in range(SHUFFLES):
        draw.shuffle(scored)
        right = [grade >= RELEVANT for _, grade in sorted(scored, key=lambda s: -s[0])]
        for name, metric in METRICS.items():
            totals[name] += metric(right) / SHUFFLES
    return totals


def interval(values: Iterable[float], clusters: Iterable[str]) -> tuple[float, float, float]:
    """Mean of values, and its 95 % bootstrap interval over the clusters they belong to."""
    grouped: dict[str, list[float]] = defaultdict(list)
    for value, cluster in zip(values, clusters, strict=True):
        grouped[cluster].append(value)
    sums = np.array([sum(group) for group in grouped.values()])
    sizes = np.array([len(group) for group in grouped.values()])
    draws = np.random.default_rng(9).integers(0, len(sums), (RESAMPLES, len(sums)))
    low, high = np.percentile(sums[draws].sum(axis=1) / sizes[draws].sum(axis=1), [2.5, 97.5])
    return float(sums.sum() / sizes.sum()), float(low), float(high)


def report(measures: dict[str, list[dict[str, float]]], clusters: list[str]) -> None:
    """Print every metric of every way, and the differences of ours to each."""
    for metric in next(iter(measures.values()))[0]:
        values = {name: np.array([m[metric] for m in found]) for name, found in measures.items()}
        for name, found in values.items():
            line = "{:.3f}  [{:.3f}, {:.3f}]".format(*interval(found, clusters))
            beside = ""
            if name != OURS:
                ours = interval(values[OURS] - found, clusters)
                beside = "   ours minus it {:+.3f}  [{:+.3f}, {:+.3f}]".format(*ours)
            print(f"  {metric:10} {name:14} {line}{beside}")


def report_pairs(edition: OpenEdition, *, holdout: bool) -> None:
    """The graded pairs."""
    questions = read_questions(edition, holdout=holdout)
    pairs = sum(len(question.answers) for question in questions)
    focals = [question.focal.id for question in questions]
    part = "held-out" if holdout else "tuning"
    print(f"{part}: {pairs} pairs, {len(questions)} questions, {len(set(focals))} organisations")
    found = {name: [measured(q, worth) for q in questions] for name, worth in WORTHS.items()}
    report(found, focals)
    best = max(("distance only", "sector, EPCI", "random"), key=lambda n: _mean(found[n], "AP"))
    gains = [a["AP"] - b["AP"] for a, b in zip(found[OURS], found[best], strict=True)]
    _, low, _ = interval(gains, focals)
    verdict = "met" if low > 0 else "MISSED"
    print(f"  target, AP above the best baseline ({best}), interval above zero: {verdict}")


def _mean(found: list[dict[str, float]], metric: str) -> float:
    return float(np.mean([measure[metric] for measure in found]))


def run(editions: Path, *, holdout: bool = True) -> None:
    """Judge the graded pairs."""
    report_pairs(Directory(editions, KNOWLEDGE).current(), holdout=holdout)


if __name__ == "__main__":
    run(settings().editions, holdout="--tuning" not in sys.argv[1:])

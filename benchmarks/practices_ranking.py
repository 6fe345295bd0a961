"""How well practices are ranked: held-out labels, beside three baselines, with intervals.

    python -m benchmarks practices_ranking            held-out profiles, then 300 organisations
    python -m benchmarks.practices_ranking            held-out profiles
    python -m benchmarks.practices_ranking --tuning   the others, which alone tuning reads

Labels: ``tests/labels/PRACTICES.md``. A practice is relevant from grade 2. nDCG@5 takes 2^grade - 1
as gain; recall@10 divides by all relevant practices, so its ceiling is printed beside it. The
intervals are 95 % percentile bootstraps over profiles, paired for the differences.
"""

import csv
import json
import math
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rank_bm25 import BM25Okapi

from benchmarks.practices_first import say_first_advice
from territorial_map.domain.practices.catalogue import Practice
from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.practices.profile import PracticeProfile, parse_profile
from territorial_map.domain.practices.terms import PracticeCriterion
from territorial_map.domain.text import words
from territorial_map.services.knowledge.loading import load_practice_library
from territorial_map.services.practices.answers import links_for_profile

ROOT = Path(__file__).parents[1]
LABELS = ROOT / "tests" / "labels"
RELEVANT = 2
RESAMPLES = 10_000
SHUFFLES = 200
TARGET_NDCG = 0.75

Ranking = list[str]
Ranker = Callable[[PracticeProfile], Ranking]


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled profile and its grades by practice."""

    id: str
    profile: PracticeProfile
    grades: dict[str, int]


def read_cases(*, holdout: bool) -> list[Case]:
    """The labelled profiles of one part; the grades of the other part are not kept."""
    profiles = json.loads((LABELS / "practice_profiles.json").read_text(encoding="utf-8"))
    kept = {each["id"]: each for each in profiles if each["holdout"] is holdout}
    grades: dict[str, dict[str, int]] = {id_: {} for id_ in kept}
    with (LABELS / "practices.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["profile_id"] in kept:
                grades[row["profile_id"]][row["practice_id"]] = int(row["grade"])
    return [Case(id_, parse_profile(kept[id_]["profile"]), grades[id_]) for id_ in kept]


def ndcg_at_5(ranking: Ranking, grades: dict[str, int]) -> float:
    """Normalised discounted gain of the first five."""
    best = _discounted(sorted(grades.values(), reverse=True))
    return _discounted([grades.get(id_, 0) for id_ in ranking]) / best


def recall_at_10(ranking: Ranking, grades: dict[str, int]) -> float:
    """Share of the relevant practices found in the first ten."""
    relevant = {id_ for id_, grade in grades.items() if grade >= RELEVANT}
    return len(relevant & set(ranking[:10])) / len(relevant)


def reciprocal_rank(ranking: Ranking, grades: dict[str, int]) -> float:
    """One over the rank of the first relevant practice."""
    ranks = (n for n, id_ in enumerate(ranking, 1) if grades.get(id_, 0) >= RELEVANT)
    return 1 / next(ranks, math.inf)


METRICS = {"nDCG@5": ndcg_at_5, "recall@10": recall_at_10, "MRR": reciprocal_rank}


def rankers(library: PracticeLibrary) -> dict[str, Ranker]:
    """Ours, most general first, and BM25 of the profile's words against the practice's text."""
    practices = library.catalogue.practices
    general = [each.id for each in sorted(practices, key=lambda each: (-each.general, each.id))]
    bm25 = BM25Okapi([practice_words(each) for each in practices])

    def by_words(profile: PracticeProfile) -> Ranking:
        scores = bm25.get_scores(profile_words(profile, library))
        return [practices[n].id for n in np.argsort(-scores, kind="stable")]

    return {
        "rules": lambda profile: [link.practice_id for link in links_for_profile(profile, library)],
        "general first": lambda _: general,
        "BM25": by_words,
    }


def practice_words(practice: Practice) -> list[str]:
    """The French words of a practice: title, keywords, point, what was done."""
    texts = [practice.title, *practice.keywords, practice.point.fr]
    texts += [example.done.fr for example in practice.examples]
    return list(words(" ".join(texts)))


def profile_words(profile: PracticeProfile, library: PracticeLibrary) -> list[str]:
    """The French words of a profile: labels and phrases of its facts."""
    facts = [
        (criterion, term)
        for criterion in PracticeCriterion
        if not criterion.is_territorial
        for term in profile.terms(criterion) or ()
    ]
    phrases = library.rules.phrases.told
    texts = [f"{term.label} {phrases[criterion, term.value].fr}" for criterion, term in facts]
    return list(words(" ".join(texts)))


def scores_of(cases: list[Case], library: PracticeLibrary) -> dict[str, dict[str, np.ndarray]]:
    """By ranker and metric, one score per case; chance is the mean of many shuffles."""
    scores = {
        name: {
            metric: np.array([score(rank(case.profile), case.grades) for case in cases])
            for metric, score in METRICS.items()
        }
        for name, rank in rankers(library).items()
    }
    ids = [each.id for each in library.catalogue.practices]
    chance = random.Random(3)
    shuffles = [chance.sample(ids, len(ids)) for _ in range(SHUFFLES)]
    scores["random"] = {
        metric: np.array(
            [np.mean([score(each, case.grades) for each in shuffles]) for case in cases]
        )
        for metric, score in METRICS.items()
    }
    return scores


def interval(values: np.ndarray) -> tuple[float, float, float]:
    """Mean, and its 95 % percentile bootstrap interval over profiles."""
    draws = np.random.default_rng(9).integers(0, len(values), (RESAMPLES, len(values)))
    low, high = np.percentile(values[draws].mean(axis=1), [2.5, 97.5])
    return float(values.mean()), float(low), float(high)


def report(cases: list[Case], library: PracticeLibrary) -> None:
    """Print every metric of every ranker, the differences, and the time of one profile."""
    scores = scores_of(cases, library)
    for metric in METRICS:
        for name, by_metric in scores.items():
            mean, low, high = interval(by_metric[metric])
            print(f"{metric:10} {name:14} {mean:.3f}  [{low:.3f}, {high:.3f}]")
        for name in list(scores)[1:]:
            mean, low, high = interval(scores["rules"][metric] - scores[name][metric])
            print(f"{metric:10} rules - {name:14} {mean:+.3f}  [{low:+.3f}, {high:+.3f}]")
    ceiling = np.mean([recall_at_10(_ideal(case), case.grades) for case in cases])
    print(f"recall@10 ceiling {ceiling:.3f} (more than ten practices are relevant to some)")
    ndcg = float(scores["rules"]["nDCG@5"].mean())
    print(f"target nDCG@5 >= {TARGET_NDCG}: {'met' if ndcg >= TARGET_NDCG else 'MISSED'}")
    times = [_seconds(case.profile, library) * 1000 for case in cases]
    print(f"one profile: median {np.median(times):.2f} ms, slowest {max(times):.2f} ms")


def _discounted(grades: list[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(n + 1) for n, grade in enumerate(grades[:5], 1))


def _ideal(case: Case) -> Ranking:
    return sorted(case.grades, key=lambda id_: -case.grades[id_])


def _seconds(profile: PracticeProfile, library: PracticeLibrary) -> float:
    """Median of five calls: a shared machine makes a single one jump."""
    spent = []
    for _ in range(5):
        start = time.perf_counter()
        links_for_profile(profile, library)
        spent.append(time.perf_counter() - start)
    return sorted(spent)[2]


def run(editions: Path | None = None, *, holdout: bool = True) -> None:
    """Load, judge, print; labels are on profiles, only the counts at the end need an edition."""
    cases = read_cases(holdout=holdout)
    print(f"{len(cases)} {'held-out' if holdout else 'tuning'} profiles")
    report(cases, load_practice_library(ROOT / "data" / "practices"))
    if editions is not None:
        say_first_advice(editions)


if __name__ == "__main__":
    run(holdout="--tuning" not in sys.argv[1:])

"""Fits the weights of matching on the tuning rows alone, and writes ``data/matching/weights.toml``.

    python -m benchmarks.matching_fit EDITIONS_FOLDER

A conditional logit with an outside option (``domain/matching/agreement.py``), by Newton's method
with a ridge, under bounds: a true fact never lowers. The levels of place and telephone are learnt
as steps that only go one way. The target of a row is its organisation; « none » when that is
absent; half each when a number and a name tell two organisations.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.matching_labels import Label, read_labels, withheld_edition
from territorial_map.domain.matching.terms import NumberLevel, PhoneLevel, PlaceLevel
from territorial_map.domain.matching.verdict import Candidate
from territorial_map.services.matching.matcher import compared_rows

OUT = Path(__file__).parents[1] / "data" / "matching" / "weights.toml"
RIDGE = 0.1
STEPS = 200
FOUND, UNKNOWN = 0.88, 0.15
LEAST = 0.1  # of the steps that a law asks to go down or up
HEADER = """# Weights of matching (domain/matching/agreement.py), by benchmarks/matching_fit.py on
# the {rows} tuning rows of tests/labels/matches.csv and matches_facts.csv, ridge {ridge}.
# Log-odds per feature; the odds of « none of them » are 1. Found from `found`, unknown when all
# candidates together are under `unknown`. The thresholds were chosen on the same rows, each judged
# by weights learnt without it: see tests/labels/MATCHES.md. Levels of place and telephone were
# learnt as steps that go one way: no level weighs more than the one before it in its list
# (domain/matching/terms.py); {by_hand} are set
# by hand: see BY_HAND there.

found = {found}
unknown = {unknown}

[weights]
"""
LADDERS = (
    tuple(f"place_{level.value}" for level in reversed(PlaceLevel)),
    tuple(f"phone_{level.value}" for level in reversed(PhoneLevel)),
)
RUNGS = frozenset(rung for ladder in LADDERS for rung in ladder)
STRICT = frozenset({"place_department", "place_untold", "phone_untold", "phone_same"})
NEVER_LOWER = ("postcode_same", "town_named", "name_same", "name_same_rare", "name_begins")
# Added by hand: few labelled rows tell a town where a namesake of another département is the only
# likeness, and none a name shorter than the register's (« Bel Air » for « ADAPEI 42 Bel Air »).
BY_HAND = {"place_elsewhere": -4.0, "name_inside_there": 3.0}

Case = tuple[np.ndarray, np.ndarray]


def target_of(label: Label, ids: Sequence[str]) -> np.ndarray:
    """How likely each candidate is the row's; what is left to 1 is « none of them »."""
    meant = [i for i in (label.from_id, label.other_id) if i in ids]
    target = np.zeros(len(ids))
    for any_id in meant:
        target[ids.index(any_id)] = 1 / len(meant)
    return target


def features_of(candidates: Sequence[Candidate], names: Sequence[str]) -> np.ndarray:
    """One line per candidate, one column per feature."""
    rows = [candidate.agreement.features() for candidate in candidates]
    return np.array([[row.get(name, 0.0) for name in names] for row in rows])


def steps_of(names: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """``(matrix, least)``: weights are the matrix times what is learnt, each not under its least.

    A rung of a ladder is the rung under it plus a step.
    """
    matrix, least = np.eye(len(names)), np.full(len(names), -np.inf)
    for ladder in LADDERS:
        rungs = [names.index(rung) for rung in ladder]
        for n, rung in enumerate(rungs):
            matrix[rungs[n:], rung] = 1.0
            least[rung] = -np.inf if n == 0 else LEAST if names[rung] in STRICT else 0.0
    for name in NEVER_LOWER:
        least[names.index(name)] = LEAST
    return matrix, least


def fit(cases: Sequence[Case], matrix: np.ndarray, least: np.ndarray) -> np.ndarray:
    """The weights of greatest penalised likelihood within the bounds, by projected Newton steps."""
    learnt = np.maximum(np.zeros(len(least)), least)
    for _ in range(STEPS):
        gradient, curvature = _slopes(cases, matrix @ learnt)
        gradient, curvature = matrix.T @ gradient, matrix.T @ curvature @ matrix
        free = (learnt > least) | (gradient < 0)
        step = np.zeros(len(least))
        step[free] = np.linalg.solve(curvature[np.ix_(free, free)], gradient[free])
        moved = np.maximum(learnt - step * min(1.0, 1.0 / max(1e-12, np.abs(step).max())), least)
        if np.abs(moved - learnt).max() < 1e-7:
            break
        learnt = moved
    return np.asarray(matrix @ learnt)


def _slopes(cases: Sequence[Case], weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Gradient and curvature of the penalised loss at these weights."""
    gradient, curvature = RIDGE * weights, RIDGE * np.eye(len(weights))
    for x, target in cases:
        logits = x @ weights
        odds = np.exp(logits - max(0.0, logits.max()))
        p = odds / (odds.sum() + np.exp(-max(0.0, logits.max())))
        mean = p @ x
        gradient += mean - target @ x
        curvature += (x.T * p) @ x - np.outer(mean, mean)
    return gradient, curvature


def feature_names(compared: Sequence[Sequence[Candidate]]) -> list[str]:
    """The features that any candidate has, and every level even where no row shows it."""
    levels = [f"number_{level.value}" for level in NumberLevel]
    return sorted(
        {f for cs in compared for c in cs for f in c.agreement.features()} | {*levels, *RUNGS}
    )


def main(editions: Path) -> None:
    """Compare, fit, write."""
    labels = read_labels("tuning")
    with withheld_edition(editions) as edition:
        compared = [c for _, c in compared_rows(edition, [label.given for label in labels])]
    names = [name for name in feature_names(compared) if name not in BY_HAND or name in RUNGS]
    cases = [
        (features_of(cs, names), target_of(label, [c.id for c in cs]))
        for label, cs in zip(labels, compared, strict=True)
        if cs
    ]
    weights = fit(cases, *steps_of(names))
    learnt = dict(zip(names, weights, strict=True))
    told = {name: learnt.get(name, 0.0) + BY_HAND.get(name, 0.0) for name in {*names, *BY_HAND}}
    by_hand = " and ".join(sorted(BY_HAND))
    head = HEADER.format(
        rows=len(labels), ridge=RIDGE, found=FOUND, unknown=UNKNOWN, by_hand=by_hand
    )
    lines = [f"{name} = {told[name]:.4f}" for name in sorted(told)]
    OUT.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

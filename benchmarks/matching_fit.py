"""Fits the weights of matching on the tuning rows alone, and writes ``data/matching/weights.toml``.

    python -m benchmarks.matching_fit EDITIONS_FOLDER

A conditional logit with an outside option (``domain/matching/agreement.py``), by Newton's method
with a ridge. The target of a row is its organisation; « none » when that is absent; half each when
a number and a name tell two organisations.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.matching_labels import Label, read_labels, withheld_edition
from territorial_map.domain.matching.terms import NumberLevel, PlaceLevel
from territorial_map.domain.matching.verdict import Candidate
from territorial_map.services.matching.matcher import compared_rows

OUT = Path(__file__).parents[1] / "data" / "matching" / "weights.toml"
RIDGE = 0.1
STEPS = 60
FOUND, UNKNOWN = 0.9, 0.15
_NEVER_LOWERS = (PlaceLevel.WITHIN, PlaceLevel.UNTOLD)
ABOVE_UNTOLD = 0.4  # of a right département alone, where no tuning row tells one
HEADER = """# Weights of matching (domain/matching/agreement.py), by benchmarks/matching_fit.py on
# the {rows} tuning rows of tests/labels/matches.csv, ridge {ridge}. Log-odds per feature; the odds
# of « none of them » are 1. Found from `found`, unknown when all candidates together are under
# `unknown`. The thresholds were chosen on the same rows: see tests/labels/MATCHES.md.
# `place_within` (a right département and no commune) is in no tuning row: it is set a little above
# `place_untold`, so that a true fact never lowers; the fit leaves it so.

found = {found}
unknown = {unknown}

[weights]
"""

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


def fit(cases: Sequence[Case], n: int) -> np.ndarray:
    """The weights of greatest penalised likelihood."""
    weights = np.zeros(n)
    for _ in range(STEPS):
        gradient, curvature = RIDGE * weights, RIDGE * np.eye(n)
        for x, target in cases:
            logits = x @ weights
            odds = np.exp(logits - max(0.0, logits.max()))
            p = odds / (odds.sum() + np.exp(-max(0.0, logits.max())))
            mean = p @ x
            gradient += mean - target @ x
            curvature += (x.T * p) @ x - np.outer(mean, mean)
        step = np.linalg.solve(curvature, gradient)
        weights -= step * min(1.0, 2.0 / np.abs(step).max())
        if np.abs(step).max() < 1e-6:
            break
    return weights


def _told(cases: Sequence[Case], column: int) -> bool:
    """True when a row of the cases has a feature."""
    return any(x[:, column].any() for x, _ in cases)


def main(editions: Path) -> None:
    """Compare, fit, write."""
    labels = read_labels("tuning")
    with withheld_edition(editions) as edition:
        compared = [c for _, c in compared_rows(edition, [label.given for label in labels])]
    names = sorted(
        {f for cs in compared for c in cs for f in c.agreement.features()}
        | {f"number_{level.value}" for level in NumberLevel}
        | {f"place_{level.value}" for level in PlaceLevel}
    )
    cases = [
        (features_of(cs, names), target_of(label, [c.id for c in cs]))
        for label, cs in zip(labels, compared, strict=True)
        if cs
    ]
    weights = fit(cases, len(names))
    within, untold = (names.index(f"place_{level.value}") for level in _NEVER_LOWERS)
    weights[within] = (
        max(weights[within], weights[untold])
        if _told(cases, within)
        else (weights[untold] + ABOVE_UNTOLD)
    )
    head = HEADER.format(rows=len(labels), ridge=RIDGE, found=FOUND, unknown=UNKNOWN)
    lines = [f"{name} = {weight:.4f}" for name, weight in zip(names, weights, strict=True)]
    OUT.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

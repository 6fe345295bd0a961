"""Matching of lists: precision and recall of automatic matches on held-out rows, and speed.

    python -m benchmarks matching
    python -m benchmarks.matching --tuning    the other part, which alone weights were fitted on

Labels: ``tests/labels/MATCHES.md``. Precision: of the rows said found, how many are the right
organisation. Recall: of the rows whose organisation is there and can be told, how many are said
found, and right. Beside, in the same run: the exact SIRET alone, and the exact name in the commune.
Wilson intervals at 95 %.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks.known import KNOWLEDGE
from benchmarks.matching_labels import (
    AMBIGUOUS,
    UNKNOWN,
    Label,
    enlarged_edition,
    read_labels,
    withheld_edition,
)
from benchmarks.proportions import wilson
from territorial_map.domain.identifiers import parse_siret
from territorial_map.domain.listing import Order
from territorial_map.domain.matching.terms import MatchVerdict
from territorial_map.domain.matching.verdict import MatchDecision
from territorial_map.domain.selection import Selection
from territorial_map.domain.text import fold
from territorial_map.readers import Upload
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.tables import export_table
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.matching.answers import match_list
from territorial_map.services.matching.list_files import MOST_BYTES, read_list
from territorial_map.services.matching.matcher import match_rows
from territorial_map.settings import settings

TARGET = 0.98
BINS = (0.0, 0.05, 0.2, 0.5, 0.8, 0.9, 0.95, 0.98, 1.0001)
TIMED_ROWS = 3_000
COPIES = 100
Answers = list[str | None]


def by_siret(edition: OpenEdition) -> Callable[[Label], str | None]:
    """The organisation of the very SIRET, when it is one only."""
    held = defaultdict(list)
    for line in edition.stream(Selection.of({}), Order.NAME):
        held[line.siret].append(line.id)

    def answer(label: Label) -> str | None:
        siret = parse_siret(label.cells["siret"])
        found = held.get(siret, []) if siret else []
        return found[0] if len(found) == 1 else None

    return answer


def by_name(edition: OpenEdition) -> Callable[[Label], str | None]:
    """The organisation of the very name (accents and case apart) in the commune of that name."""
    held = defaultdict(list)
    for line in edition.stream(Selection.of({}), Order.NAME):
        held[fold(line.name), fold(line.commune or "")].append(line.id)

    def answer(label: Label) -> str | None:
        found = held.get((fold(label.cells["name"]), fold(label.cells["commune"])), [])
        return found[0] if len(found) == 1 and label.cells["name"] else None

    return answer


def figures(labels: Sequence[Label], answers: Answers) -> tuple[str, float]:
    """Precision and recall in words, and the lower bound of precision."""
    said = [(la, a) for la, a in zip(labels, answers, strict=True) if a is not None]
    right = sum(a == la.expected for la, a in said)
    told = sum(la.expected not in {UNKNOWN, AMBIGUOUS} for la in labels)
    p, r = wilson(right, len(said)), wilson(right, told)
    words = (
        f"precision {p[0]:.3f} [{p[1]:.3f}, {p[2]:.3f}] n={len(said):<4} "
        f"recall {r[0]:.3f} [{r[1]:.3f}, {r[2]:.3f}] n={told}"
    )
    return words, p[1]


def reliability(labels: Sequence[Label], decisions: Sequence[MatchDecision]) -> None:
    """Of the candidates shown with a score, the share that were the row's, by bin of score.

    Rows in which a number and a name tell two organisations have no truth, and are left out.
    """
    pairs = [
        (candidate.score, candidate.id == label.from_id)
        for label, decision in zip(labels, decisions, strict=True)
        if not label.other_id
        for candidate in decision.candidates
    ]
    print("  score → share that were right (a score is a probability)")
    error = 0.0
    for low, high in pairwise(BINS):
        inside = [(score, right) for score, right in pairs if low <= score < high]
        if inside:
            mean = sum(score for score, _ in inside) / len(inside)
            share, bottom, top = wilson(sum(right for _, right in inside), len(inside))
            error += abs(share - mean) * len(inside) / len(pairs)
            print(
                f"    {mean:.3f} → {share:.3f} [{bottom:.3f}, {top:.3f}] n={len(inside)}"
                f"{'' if bottom <= mean <= top else '  outside'}"
            )
    print(f"  expected calibration error {error:.3f} over {len(pairs)} candidates")


def report(labels: Sequence[Label], edition: OpenEdition) -> None:
    """Print everything for one part of the labels."""
    decisions = list(match_rows(edition, [label.given for label in labels], KNOWLEDGE.matching))
    ours: Answers = [d.id if d.verdict is MatchVerdict.FOUND else None for d in decisions]
    baselines = {"exact SIRET": by_siret(edition), "exact name + commune": by_name(edition)}
    words, low = figures(labels, ours)
    print(f"  {'match':22} {words}")
    for name, answer in baselines.items():
        print(f"  {name:22} {figures(labels, [answer(label) for label in labels])[0]}")
    print(f"  target: lower bound of precision ≥ {TARGET}: {'met' if low >= TARGET else 'MISSED'}")
    for damage in dict.fromkeys(label.damage for label in labels):
        chosen = [n for n, label in enumerate(labels) if label.damage == damage]
        part = [labels[n] for n in chosen]
        print(f"    {damage:32} {figures(part, [ours[n] for n in chosen])[0]}")
    lost = [d for la, d in zip(labels, decisions, strict=True) if la.expected == UNKNOWN]
    kept = wilson(sum(d.verdict is MatchVerdict.UNKNOWN for d in lost), len(lost))
    print(f"  absent rows said unknown {kept[0]:.3f} [{kept[1]:.3f}, {kept[2]:.3f}] n={len(lost)}")
    reliability(labels, decisions)
    for label, said, decision in zip(labels, ours, decisions, strict=True):
        if said is not None and said != label.expected:
            print(
                f"  WRONG row {label.given.line} ({label.damage}): said {said}, expected "
                f"{label.expected}, {decision.why.value} {decision.score:.3f}"
            )


def speed(labels: Sequence[Label], edition: OpenEdition) -> None:
    """Rows matched in a second, beside the exact SIRET looked up in a dictionary."""
    repeated = [labels[n % len(labels)] for n in range(TIMED_ROWS)]
    start = time.perf_counter()
    for _ in match_rows(edition, [label.given for label in repeated], KNOWLEDGE.matching):
        pass
    spent = time.perf_counter() - start
    exact = by_siret(edition)
    start = time.perf_counter()
    for label in repeated:
        exact(label)
    baseline = time.perf_counter() - start
    print(
        f"  {TIMED_ROWS / spent:.0f} rows/s over {TIMED_ROWS} rows "
        f"(exact SIRET in a dictionary: ×{spent / baseline:.0f} faster)"
    )


def round_trips(edition: OpenEdition) -> None:
    """The CSV export of the edition matched again, with its numbers and without them.

    As many of its rows as a list may hold bytes.
    """
    table = export_table(edition, Selection.of({}), Order.NAME, RowsPer.SITE, "https://example.org")
    content = b"".join(FORMATS["csv"].chunks(table))[:MOST_BYTES].rpartition(b"\n")[0] + b"\n"
    numbers = dict.fromkeys(("id", "siret", "siren", "finess"), "")
    for words, chosen in (("with its identifiers", {}), ("without identifiers", numbers)):
        given = read_list(Upload("export.csv", content), chosen=chosen)
        place = given.columns.index("Identifiant")
        said = [m.decision.id for m in match_list(edition, given)]
        ids = [line.cells[place] for line in given.lines]
        found = sum(one is not None for one in said)
        right = sum(one == own for one, own in zip(said, ids, strict=True))
        print(f"  round trip {words}: {right} right of {found} found of {len(ids)} rows")


def at_scale(labels: Sequence[Label], editions: Path) -> None:
    """Rows per second on a directory made ``COPIES`` times larger by synthetic copies."""
    with enlarged_edition(editions, COPIES) as (edition, total):
        given = [label.given for label in labels]
        list(match_rows(edition, given[:1], KNOWLEDGE.matching))  # reads the communes, once
        start = time.perf_counter()
        for _ in match_rows(edition, given, KNOWLEDGE.matching):
            pass
        spent = time.perf_counter() - start
        print(f"  {len(given) / spent:.0f} rows/s on {total} organisations (synthetic copies)")


def run(editions: Path, split: str = "held_out") -> None:
    """Judge one part of the labels on the edition without the withheld organisations."""
    labels = read_labels(split)
    print(f"matching: {len(labels)} {split} rows")
    with withheld_edition(editions) as edition:
        report(labels, edition)
        speed(labels, edition)
        round_trips(edition)
    at_scale(labels, editions)


if __name__ == "__main__":
    run(settings().editions, "tuning" if "--tuning" in sys.argv[1:] else "held_out")

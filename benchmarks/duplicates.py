"""Duplicates: precision and recall of the linkage, beside two baselines, on the labelled pairs.

A pair counts as merged when both ids answer as one organisation. Intervals are Wilson's, at 95 %.
Pairs labelled « unsure » are counted apart. ``--tuning`` shows the tuning half alone.
"""

import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from benchmarks.duplicates_labels import Label, LabelledPair, labelled_pairs
from benchmarks.duplicates_records import default_records
from benchmarks.proportions import Z, wilson
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.text import fold
from territorial_map.ingest.duplicates import Record
from territorial_map.ingest.duplicates.fold import linked_records

TARGET = 0.98


@dataclass(frozen=True, slots=True)
class Share:
    """A share and its Wilson interval; ``n`` is what it is counted on."""

    hits: int
    n: int

    def __str__(self) -> str:
        """The share, its interval and what it is counted on."""
        if not self.n:
            return "    –  (n = 0)"
        low, high = self.interval
        return f"{self.hits / self.n:5.3f} [{low:.3f}, {high:.3f}] (n = {self.n})"

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval at 95 %."""
        _, low, high = wilson(self.hits, self.n)
        return low, high


Merged = Collection[tuple[str, str]]


def merged_by_linkage(records: list[Record]) -> Merged:
    """Every pair of ids that the linkage puts in one group."""
    groups = linked_records(records).groups
    return {_ordered(a, b) for group in groups for a in group.ids for b in group.ids if a < b}


def merged_by_key(records: list[Record], key: Callable[[Organisation], object]) -> Merged:
    """Every pair of ids of two files that share a key."""
    holders: dict[object, list[Record]] = {}
    for record in records:
        found = key(record.organisation)
        if found is not None:
            holders.setdefault(found, []).append(record)
    return {
        _ordered(a.organisation.id, b.organisation.id)
        for several in holders.values()
        for i, a in enumerate(several)
        for b in several[i + 1 :]
        if a.table.file != b.table.file or not a.table.is_register
    }


def name_and_commune(organisation: Organisation) -> object:
    """The folded name at a commune."""
    code = organisation.place.commune_code
    return (fold(organisation.source_name), code) if code else None


def judged(pairs: Collection[LabelledPair], merged: Merged) -> tuple[Share, Share, int]:
    """Precision, recall, and how many unsure pairs were merged."""
    yes = [p for p in pairs if _ordered(p.one, p.other) in merged]
    right = sum(p.label is Label.SAME for p in yes)
    wrong = sum(p.label is Label.DIFFERENT for p in yes)
    same = sum(p.label is Label.SAME for p in pairs)
    return Share(right, right + wrong), Share(right, same), len(yes) - right - wrong


def run(_editions: Path | None = None, *, tuning: bool = False) -> None:
    """Print the table."""
    records = default_records()
    ways = {
        "linkage": merged_by_linkage(records),
        "exact SIRET only": merged_by_key(records, lambda organisation: organisation.siret),
        "name + commune": merged_by_key(records, name_and_commune),
    }
    pairs = labelled_pairs()
    halves = [("tuning half", [p for p in pairs if not p.holdout])]
    if not tuning:
        halves += [("held-out half", [p for p in pairs if p.holdout]), ("all pairs", list(pairs))]
    print(f"{len(ways['linkage'])} pairs merged by the linkage in the default sources")
    needed = ceil(Z**2 * TARGET / (1 - TARGET))
    print(
        f"target: lower bound of precision >= {TARGET}; with nothing wrong it takes {needed} "
        "merged pairs with a label"
    )
    unlabelled = set(ways["linkage"]) - {_ordered(p.one, p.other) for p in pairs}
    print(f"{len(unlabelled)} of them without a label {sorted(unlabelled) or ''}")
    for title, half in halves:
        print(f"\n{title}: {len(half)} labelled pairs")
        for name, merged in ways.items():
            precision, recall, unsure = judged(half, merged)
            print(f"  {name:17} precision {precision}  recall {recall}  unsure merged {unsure}")


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


if __name__ == "__main__":
    run(tuning="--tuning" in sys.argv[1:])

"""Location quality: labelled place cells by kind, then whole tables by postcode and town alone."""

import time
from pathlib import Path

from territorial_map.ingest.territories import load_territories
from territorial_map.places import PlaceCells, PlaceReader
from territorial_map.readers import read_table
from territorial_map.settings import data_folder
from tests.labels.place_labels import PlaceScore, interval, read_labels, scored

TARGET_PRECISION = 0.995
TARGET_LOCATED = 0.995
_TABLES = (
    "sheltered_suppliers",
    "insertion_enterprises",
    "ess_employers_guyane",
    "cooperation_spaces",
)
_SHOWN = 12


def run(_editions: Path | None = None) -> None:
    """Precision of what is placed and recall, by kind; then the tables of the project."""
    started = time.perf_counter()
    reader = load_territories(data_folder("data") / "territories").reader
    _labels(reader)
    _tables(reader)
    print(f"({time.perf_counter() - started:.1f} s)")


def _labels(reader: PlaceReader) -> None:
    scores = scored(read_labels(), reader)
    total = PlaceScore(
        sum(s.labels for s in scores.values()),
        sum(s.placed for s in scores.values()),
        sum(s.right for s in scores.values()),
    )
    print(f"Place cells labelled: {total.labels} (target: precision {TARGET_PRECISION:.1%})")
    for kind, score in sorted(scores.items()):
        _line(kind, score)
    _line("all", total)
    for miss in (miss for score in scores.values() for miss in score.wrong):
        print(f"    wrong: {miss}")


def _line(kind: str, score: PlaceScore) -> None:
    low, high = interval(score.right, score.placed)
    least, most = interval(min(score.right, score.labels), score.labels)
    print(
        f"  {kind:28} n={score.labels:4}  precision {score.precision:.3f} [{low:.3f}, {high:.3f}]"
        f"  recall {score.recall:.3f} [{least:.3f}, {most:.3f}]"
    )


def _tables(reader: PlaceReader) -> None:
    """Share of real rows whose postcode and town alone find the commune that is coded."""
    right, coded = 0, 0
    misses: list[str] = []
    for table in _TABLES:
        for row in read_table(data_folder("data") / "sources" / f"{table}.csv").rows:
            cells = row.values
            told = reader.index.commune(cells["commune_code"])
            if told is None or not cells["postcode"]:
                continue
            found = reader.settle(PlaceCells(postcode=cells["postcode"], city=cells["commune"]))
            coded += 1
            right += found.commune == told.code
            if found.commune != told.code:
                misses.append(
                    f"{cells['id']}: {cells['postcode']} {cells['commune']}, coded {told.name}, "
                    f"found {found.commune or 'none'}"
                )
    print(
        f"Postcode and town alone, whole tables: {right / coded:.2%} of {coded} coded rows "
        f"(target {TARGET_LOCATED:.1%}); {len(misses)} misses:"
    )
    for miss in misses[:_SHOWN]:
        print(f"  {miss}")

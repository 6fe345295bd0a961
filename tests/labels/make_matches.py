"""Makes ``matches.csv``: rows of real organisations with the damage that real lists have.

    python -m tests.labels.make_matches EDITIONS_FOLDER

Seeded: the same edition gives the same rows, but for the corrections made by eye, which are kept in
``matches_by_eye.csv`` and laid over (``row``, ``expected``, ``note``). See ``MATCHES.md``.
"""

import csv
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.matching.names import read_name
from territorial_map.store.editions import EditionFile
from territorial_map.store.pointers import current_id
from tests.known import KNOWLEDGE
from tests.labels.damages import DAMAGES, Label, World

HERE = Path(__file__).parent
SOURCES = HERE.parents[1] / "data" / "sources"
SEED = 20261122
PER_KIND = 44
HELD_OUT = 0.6
COLUMNS = (
    "row",
    "split",
    "damage",
    "expected",
    "from_id",
    "withheld",
    "name",
    "siret",
    "siren",
    "finess",
    "postcode",
    "city",
    "note",
)


def make(edition: OpenEdition) -> Iterator[tuple[str, Label]]:
    """``(split, label)`` of every row; one organisation is used once."""
    world = _world(edition)
    used: set[str] = set()
    for name, damage, fits in DAMAGES:
        pool = [i for i in world.lines if i.commune]
        world.rng.shuffle(pool)
        fitting = (i for i in pool if (i.siren or i.id) not in used and fits(world, i))
        for item in islice(fitting, PER_KIND):
            used.add(item.siren or item.id)
            split = "held_out" if world.rng.random() < HELD_OUT else "tuning"
            yield split, replace(damage(world, item), damage=name)


def _world(edition: OpenEdition) -> World:
    world = World(list(edition.stream(Selection.of({}), Order.NAME)), random.Random(SEED))
    world.lines.sort(key=lambda item: item.id)
    for item in world.lines:
        world.read[item.id] = read_name(item.name)
        world.by_person[item.siren or item.id].append(item)
        world.by_siret[item.siret or ""].append(item)
        world.by_commune[item.commune_code or ""].append(item)
    for path in sorted(SOURCES.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as handle:
            world.labels |= {r.get("id", ""): r.get("commune", "") for r in csv.DictReader(handle)}
    return world


def main(folder: Path) -> None:
    """Write the labels of the current edition of a folder."""
    name = current_id(folder)
    assert name is not None
    by_eye: dict[str, dict[str, str]] = {}
    with (HERE / "matches_by_eye.csv").open(encoding="utf-8", newline="") as handle:
        by_eye = {row["row"]: row for row in csv.DictReader(handle)}
    with (HERE / "matches.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(COLUMNS)
        for n, (split, label) in enumerate(
            make(OpenEdition(EditionFile(folder, name), KNOWLEDGE)), start=1
        ):
            seen = by_eye.get(str(n))
            told = replace(label, expected=seen["expected"], note=seen["note"]) if seen else label
            values = {"row": n, "split": split} | {
                c: getattr(told, c) for c in COLUMNS if c not in {"row", "split"}
            }
            writer.writerow([values[column] for column in COLUMNS])


if __name__ == "__main__":
    main(Path(sys.argv[1]))

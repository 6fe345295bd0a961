"""Makes and keeps the labels of matching: rows of real organisations, damaged as real lists are.

    python -m tests.labels.make_matches EDITIONS_FOLDER

Seeded. A kind of damage that a file holds already is not drawn again: its rows are brought up to
the edition (ids by alias, what is expected judged again), and the corrections made by eye, kept by
``from_id`` and damage in ``matches_by_eye.csv``, are laid over. See ``MATCHES.md``.
"""

import csv
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import count, islice
from pathlib import Path

from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.queries.schema import aliases
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.matching.names import read_name
from territorial_map.store.editions import EditionFile
from territorial_map.store.pointers import current_id
from tests.known import KNOWLEDGE
from tests.labels.damages import DAMAGES, Damage, Fits
from tests.labels.told_facts import FACTS
from tests.labels.up_to_date import Aliases, brought_up
from tests.labels.world import Label, World

HERE = Path(__file__).parent
SOURCES = HERE.parents[1] / "data" / "sources"
SEED = 20261122
PER_KIND = 44
HELD_OUT = 0.6
COLUMNS = ("row", "split", *(f.name for f in fields(Label)))
FILES = (("matches.csv", DAMAGES), ("matches_facts.csv", FACTS))

Kinds = Sequence[tuple[str, Damage, Fits]]


@dataclass(frozen=True, slots=True)
class Row:
    """A label in a part of the labels."""

    split: str
    label: Label


def kept(path: Path) -> list[Row]:
    """The rows that a file holds."""
    if not path.exists():
        return []
    names = {f.name for f in fields(Label)}
    with path.open(encoding="utf-8", newline="") as handle:
        return [
            Row(row["split"], Label(**{k: v for k, v in row.items() if k in names}))
            for row in csv.DictReader(handle)
        ]


def drawn(world: World, kinds: Kinds, used: set[str]) -> Iterator[Row]:
    """Rows of kinds that no file holds yet; one organisation is used once."""
    for name, damage, fits in kinds:
        pool = [i for i in world.lines if i.commune]
        world.rng.shuffle(pool)
        fitting = (i for i in pool if (i.siren or i.id) not in used and fits(world, i))
        for item in islice(fitting, PER_KIND):
            used.add(item.siren or item.id)
            split = "held_out" if world.rng.random() < HELD_OUT else "tuning"
            yield Row(split, replace(damage(world, item), damage=name))


def world_of(edition: OpenEdition) -> World:
    """The organisations of an edition, by all that labels ask for."""
    world = World(list(edition.stream(Selection.of({}), Order.NAME)), random.Random(SEED))
    world.lines.sort(key=lambda item: item.id)
    for item in world.lines:
        world.read[item.id] = read_name(item.name)
        world.by_id[item.id] = item
        world.by_person[item.siren or item.id].append(item)
        world.by_siret[item.siret or ""].append(item)
        world.by_commune[item.commune_code or ""].append(item)
    for path in sorted(SOURCES.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as handle:
            world.labels |= {r.get("id", ""): r.get("commune", "") for r in csv.DictReader(handle)}
    return world


def _aliases(edition: OpenEdition) -> Aliases:
    with edition.file.connect() as connection:
        rows = connection.execute(aliases.select()).fetchall()
    return {row.alias: row.id for row in rows}


def _by_eye() -> dict[tuple[str, str], dict[str, str]]:
    with (HERE / "matches_by_eye.csv").open(encoding="utf-8", newline="") as handle:
        return {(row["from_id"], row["damage"]): row for row in csv.DictReader(handle)}


def _seen(label: Label, by_eye: dict[tuple[str, str], dict[str, str]]) -> Label:
    seen = by_eye.get((label.from_id, label.damage))
    return replace(label, expected=seen["expected"], note=seen["note"]) if seen else label


def main(folder: Path) -> None:
    """Bring the labels up to the current edition of a folder, and draw the kinds they lack."""
    name = current_id(folder)
    assert name is not None
    edition = OpenEdition(EditionFile(folder, name), KNOWLEDGE)
    world, renamed, by_eye = world_of(edition), _aliases(edition), _by_eye()
    held = {
        file: [replace(r, label=brought_up(r.label, world, renamed)) for r in kept(HERE / file)]
        for file, _ in FILES
    }
    used = {world.person_of(row.label.from_id) for rows in held.values() for row in rows}
    numbers = count(1)
    for file, kinds in FILES:
        known = {row.label.damage for row in held[file]}
        rows = [*held[file], *drawn(world, [k for k in kinds if k[0] not in known], used)]
        _write(HERE / file, numbers, [replace(r, label=_seen(r.label, by_eye)) for r in rows])


def _write(path: Path, numbers: Iterator[int], rows: Sequence[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(COLUMNS)
        for row in rows:
            label = row.label
            values = [getattr(label, f.name) for f in fields(Label)]
            writer.writerow([next(numbers), row.split, *values])


if __name__ == "__main__":
    main(Path(sys.argv[1]))

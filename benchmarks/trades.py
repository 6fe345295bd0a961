"""How right the trades of organisations are, origin by origin, on real names read by a person.

Labels: ``tests/labels/trades.csv`` (360 real names, ``TRADES.md`` says how they were read). First
what names alone tell; then what the current edition claims of the same organisations, from
whatever origin. A reader of names judges what names tell. What a code, a page or a programme tells
beside it may be true and another: it is said to agree with the name, or not, and where the name
tells nothing it is counted apart.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.known import KNOWLEDGE
from benchmarks.proportions import wilson
from territorial_map.domain.errors import EditionError
from territorial_map.domain.organisation import SectorClaim
from territorial_map.domain.vocabulary import Device, SectorOrigin
from territorial_map.ingest.sectors import SectorClues, sectors_of
from territorial_map.services.directory import Directory

_SHOWN = 10
LABELS = Path(__file__).parents[1] / "tests" / "labels" / "trades.csv"


@dataclass(frozen=True, slots=True)
class LabelledName:
    """A name, the sectors that it tells a reader, and those that could be defended."""

    id: str
    name: str
    commune: str
    stratum: str
    devices: tuple[Device, ...]
    told: frozenset[str]
    also_right: frozenset[str]


@dataclass(slots=True)
class Judged:
    """The claims of an origin: right, wrong, and those of names that tell a reader nothing."""

    right: int = 0
    wrong: int = 0
    not_judged: int = 0
    mistakes: list[str] = field(default_factory=list)


def labelled_names(path: Path = LABELS) -> tuple[LabelledName, ...]:
    """The labels of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(map(_label, csv.DictReader(file)))


def _label(row: Mapping[str, str]) -> LabelledName:
    is_device = row["category"] in Device.codes()
    return LabelledName(
        row["id"],
        row["name"],
        row["commune"],
        row["stratum"],
        (Device(row["category"]),) if is_device else (),
        frozenset(filter(None, row["told"].split("+"))),
        frozenset(filter(None, row["also_right"].split("+"))),
    )


def claims_of_name(label: LabelledName) -> tuple[SectorClaim, ...]:
    """What the table of words reads in the name alone."""
    clues = SectorClues(label.name, devices=label.devices, commune=label.commune)
    return sectors_of(clues, KNOWLEDGE.trades)


def judged(
    claims: Iterable[tuple[LabelledName, SectorClaim]],
) -> dict[SectorOrigin, Judged]:
    """Claims counted by origin; a name's own claim is judged even where the name tells nothing."""
    found: dict[SectorOrigin, Judged] = defaultdict(Judged)
    for label, claim in claims:
        one = found[claim.origin]
        if claim.sector.value in label.told | label.also_right:
            one.right += 1
        elif label.told or claim.origin is SectorOrigin.NAME:
            one.wrong += 1
            one.mistakes.append(f"{label.name}: {claim.sector.value}")
        else:
            one.not_judged += 1
    return dict(found)


def run(editions: Path) -> None:
    """Print the precision of each origin, what of the told sectors is found, and the mistakes."""
    labels = labelled_names()
    strata = Counter(label.stratum for label in labels)
    print(f"trades on {len(labels)} real names ({dict(sorted(strata.items()))})")
    read = [(label, claim) for label in labels for claim in claims_of_name(label)]
    _say("names alone", labels, read)
    for stratum in sorted(strata):
        of_stratum = [pair for pair in read if pair[0].stratum == stratum]
        _say(f"names alone, {stratum}", [x for x in labels if x.stratum == stratum], of_stratum)
    try:
        edition = Directory(editions, KNOWLEDGE).current()
    except EditionError:
        print(f"no edition in {editions}: its claims are not judged")
        return
    own = edition.own_ids(tuple(label.id for label in labels))
    rows = {row.id: row for row in edition.records(tuple(set(own.values())))}
    held = [label for label in labels if own.get(label.id) in rows]
    claims = [(label, claim) for label in held for claim in rows[own[label.id]].sectors]
    _say(f"edition {edition.edition.id}, {len(held)} of these organisations", held, claims)


def _say(
    title: str, labels: Iterable[LabelledName], claims: list[tuple[LabelledName, SectorClaim]]
) -> None:
    print(f"\n{title}")
    found = judged(claims)
    for origin in sorted(found, key=lambda one: one.rank):
        one = found[origin]
        n = one.right + one.wrong
        said = "right" if origin is SectorOrigin.NAME else "as the name tells"
        told = f"{one.right} of {n} {said}" + (f" ({_share(one.right, n)})" if n else "")
        print(f"  {origin.value:<12} {told}; {one.not_judged} of names that tell none")
        for mistake in one.mistakes[:_SHOWN]:
            print(f"    other than the name: {mistake}")
    expected = {(label.id, sector) for label in labels for sector in label.told}
    got = {(label.id, claim.sector.value) for label, claim in claims}
    n = len(expected & got)
    print(f"  found: {n} of {len(expected)} told sectors ({_share(n, len(expected))})")


def _share(successes: int, n: int) -> str:
    share, low, high = wilson(successes, n)
    return f"{share:.1%}, {low:.1%} to {high:.1%}"

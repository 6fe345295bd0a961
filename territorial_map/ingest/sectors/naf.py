"""Sectors that a NAF code tells (NAF rev. 2), and those codes that tell none."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from territorial_map.domain.vocabulary import Sector


@dataclass(frozen=True, slots=True)
class NafEntry:
    """A beginning of NAF codes, its sectors (none: the code says nothing) and its label."""

    prefix: str
    sectors: tuple[Sector, ...]
    label: str


@cache
def _entries() -> dict[str, NafEntry]:
    text = files(__package__).joinpath("naf.csv").read_text(encoding="utf-8")
    return {
        row["prefix"]: NafEntry(
            row["prefix"],
            tuple(Sector(code) for code in row["sectors"].split("+") if code),
            row["label"],
        )
        for row in csv.DictReader(text.splitlines())
    }


def naf_entry(code: str) -> NafEntry | None:
    """The most precise entry for a code such as ``3832Z`` or ``38.32Z``, or ``None``.

    Source: INSEE, NAF rev. 2 (divisions, and classes where a division mixes trades).

    >>> [sector.value for sector in naf_entry("38.32Z").sectors]
    ['environment_circular']
    """
    compact = code.replace(".", "").strip().upper()
    for length in range(len(compact), 1, -1):
        entry = _entries().get(compact[:length])
        if entry is not None:
            return entry
    return None

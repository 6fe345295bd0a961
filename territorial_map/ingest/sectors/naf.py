"""Sectors that a NAF code tells (NAF rev. 2), and those codes that tell none."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from territorial_map.domain.vocabulary import Sector

NAF_2025 = "NAF25:"
# Divisions whose content NAF 2025 changed (trade and repair of vehicles, publishing, digital and
# cultural divisions, repair, personal services): they tell no sector here.
_MOVED = frozenset({"45", "46", "47", "58", "59", "60", "61", "62", "63", "90", "91", "95", "96"})


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

    A code of NAF 2025, marked ``NAF25:``, is read by its division alone, where the revision left
    the division's trade as it was. Source: INSEE, NAF rev. 2 (divisions, and classes where a
    division mixes trades) and NAF 2025.

    >>> [sector.value for sector in naf_entry("38.32Z").sectors]
    ['environment_circular']
    """
    compact = code.replace(".", "").strip().upper()
    if compact.startswith(NAF_2025):
        division = compact.removeprefix(NAF_2025)[:2]
        return None if division in _MOVED else _entries().get(division)
    for length in range(len(compact), 1, -1):
        entry = _entries().get(compact[:length])
        if entry is not None:
            return entry
    return None

"""Sectors that a NAF code tells, and those codes that tell none."""

from collections.abc import Iterable
from dataclasses import dataclass

from territorial_map.domain.naf import NAF_2025
from territorial_map.domain.vocabulary import Sector

# Divisions whose content NAF 2025 changed (trade and repair of vehicles, publishing, digital and
# cultural divisions, repair, personal services): they tell no sector here.
_MOVED = frozenset({"45", "46", "47", "58", "59", "60", "61", "62", "63", "90", "91", "95", "96"})


@dataclass(frozen=True, slots=True)
class NafEntry:
    """A beginning of NAF codes, its sectors (none: the code says nothing) and its label."""

    prefix: str
    sectors: tuple[Sector, ...]
    label: str


class NafTable:
    """The codes that tell a sector, by their beginnings."""

    def __init__(self, entries: Iterable[NafEntry]) -> None:
        self._entries = {entry.prefix: entry for entry in entries}

    def entry(self, code: str) -> NafEntry | None:
        """The most precise entry for a code such as ``3832Z`` or ``38.32Z``, or ``None``.

        A code of NAF 2025, marked ``NAF25:``, is read by its division alone, where the revision
        left the division's trade as it was. Source: INSEE, NAF rev. 2 (divisions, and classes
        where a division mixes trades) and NAF 2025.
        """
        compact = code.replace(".", "").strip().upper()
        if compact.startswith(NAF_2025):
            division = compact.removeprefix(NAF_2025)[:2]
            return None if division in _MOVED else self._entries.get(division)
        for length in range(len(compact), 1, -1):
            found = self._entries.get(compact[:length])
            if found is not None:
                return found
        return None

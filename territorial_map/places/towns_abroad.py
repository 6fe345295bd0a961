"""Towns of other countries by their folded names: what a French list may hold by its side."""

import csv
from functools import cache
from pathlib import Path
from sys import intern
from typing import NamedTuple

TOWNS = "towns_abroad.csv"
_KNOWN_TO_ALL = 15_000  # inhabitants: enough to tell a country by the name of a town alone


class TownAbroad(NamedTuple):
    """A town of another country; ``population`` in inhabitants, 0 when not known."""

    country: str
    population: int

    @property
    def well_known(self) -> bool:
        """True when its name alone tells the country."""
        return self.population >= _KNOWN_TO_ALL


@cache
def read_towns(folder: Path) -> dict[str, TownAbroad]:
    """The towns of ``data/territories`` by ``city_key``; none where the file is absent."""
    path = folder / TOWNS
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["name"]: TownAbroad(intern(row["country"]), int(row["population"]))
            for row in csv.DictReader(file)
        }

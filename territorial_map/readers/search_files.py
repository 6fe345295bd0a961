"""What people type for devices and places, from the folder ``data/search``."""

import csv
from pathlib import Path

from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.errors import SourceError
from territorial_map.domain.search_words import SearchWords

DEVICES, PLACES, LITTLE = "devices.csv", "places.csv", "little.csv"


def read_search_words(folder: Path) -> SearchWords:
    """The words of a folder.

    Raises:
        SourceError: a filter or a value that the directory has not; it names the line.
    """
    return SearchWords(
        read_device_words(folder / DEVICES),
        {row["words"]: row["name"] for row in _rows(folder / PLACES)},
        {row["word"]: row["before_place"] == "yes" for row in _rows(folder / LITTLE)},
    )


def read_device_words(path: Path) -> dict[str, tuple[tuple[str, str], ...]]:
    """The phrases of a file.

    Raises:
        SourceError: a filter or a value that the directory has not; it names the line.
    """
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for line, row in enumerate(_rows(path), start=2):
        name, values = row["filter"], row["values"].split("+")
        known = BY_NAME.get(name)
        wrong = [v for v in values if known is None or not known.accepts(v)]
        if wrong:
            raise SourceError(f"{path.name}, ligne {line} : « {name}={wrong[0]} » est inconnu.")
        found[row["words"]] = tuple((name, value) for value in values)
    return found


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

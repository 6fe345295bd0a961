"""Whether a list is a newer version of the one of the same name that stands there already."""

import csv
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from territorial_map.domain.errors import SourceError
from territorial_map.domain.text import fold

_LEAST_KEPT = 0.5  # of the rows in place: another list holds fewer
_NUMBERS = ("siret", "finess")
_PLACES = ("commune", "postcode")

_Row = Mapping[str, str]


class Replaced(NamedTuple):
    """The version that a newer one takes the place of: its date, its rows, those still there."""

    vintage: str
    rows: int
    kept: int

    @property
    def sentence(self) -> str:
        """In French, for the report."""
        gone = self.rows - self.kept
        told = f", {gone} n’y est ou n’y sont plus" if gone else ""
        return (
            f"Remplace la version du {self.vintage} : {self.kept} de ses {self.rows} "
            f"organisation(s) y sont encore{told}."
        )


def checked_version(in_place: Path, newer: Path) -> Replaced:
    """The version in place, when the newer list holds most of it and is not older.

    A row is the same by its id, by a number, by its name with its commune or postcode, or by its
    name where one of the two tells no place.

    Raises:
        SourceError: another list, or an older version.
    """
    before, after = _rows_of(in_place), _rows_of(newer)
    found = Replaced(_vintage(before), len(before), _kept(before, after))
    if found.kept < _LEAST_KEPT * found.rows:
        raise SourceError(
            f"{in_place.name} existe déjà et tient une autre liste : de ses {found.rows} "
            f"organisation(s), {found.kept} seulement dans ce fichier. Rien n’a été écrit. "
            "Gardez les deux en nommant celle-ci (--name), ou remplacez l’autre (--replace)."
        )
    told = _vintage(after)
    if told < found.vintage:
        raise SourceError(
            f"{in_place.name} existe déjà, dans une version plus récente ({found.vintage}) que ce "
            f"fichier ({told}). Rien n’a été écrit. Vérifiez la date (--as-of), ou remplacez-la "
            "(--replace)."
        )
    return found


def _rows_of(table: Path) -> list[_Row]:
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _kept(before: Sequence[_Row], after: Sequence[_Row]) -> int:
    there = {key for row in after for key in _keys(row)}
    names = {fold(row["name"]) for row in after}
    unplaced = {fold(row["name"]) for row in after if not _is_placed(row)}
    return sum(
        bool(there.intersection(_keys(row)))
        or fold(row["name"]) in (unplaced if _is_placed(row) else names)
        for row in before
    )


def _keys(row: _Row) -> set[Hashable]:
    """What tells that a row of one version is a row of another."""
    name = fold(row["name"])
    numbers = ((each, row.get(each)) for each in _NUMBERS if row.get(each))
    return {row["id"], *numbers, *((name, fold(row[each])) for each in _PLACES if row.get(each))}


def _is_placed(row: _Row) -> bool:
    return any(row.get(each) for each in _PLACES)


def _vintage(rows: Sequence[_Row]) -> str:
    return max((row.get("vintage", "") for row in rows), default="")

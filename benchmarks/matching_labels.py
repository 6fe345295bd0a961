"""The labels of matching, and the edition they are matched to: some organisations withheld."""

import csv
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from benchmarks.known import KNOWLEDGE
from territorial_map.domain.matching.list_row import Given, given_row
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.store.editions import EditionFile
from territorial_map.store.pointers import current_id

_FOLDER = Path(__file__).parents[1] / "tests" / "labels"
LABELS = _FOLDER / "matches.csv"
FACTS = _FOLDER / "matches_facts.csv"
UNKNOWN, AMBIGUOUS = "unknown", "ambiguous"
_CELLS = ("name", "siret", "siren", "finess", "postcode", "phone")
CONFLICTS = frozenset({"siret of another site", "siret of another organisation"})


@dataclass(frozen=True, slots=True)
class Label:
    """A row, what should be said of it, and what it was made from."""

    given: Given
    cells: dict[str, str]
    split: str
    damage: str
    expected: str
    from_id: str
    note: str

    @property
    def other_id(self) -> str:
        """In a conflict, the organisation that the number designates."""
        told, of, other = self.note.partition("SIRET of ")
        return other if of and not told and self.damage in CONFLICTS else ""


def read_labels(split: str, *files: Path) -> list[Label]:
    """The labels of one part, ``tuning`` or ``held_out``, of both files or of some."""
    return [_label(row) for row in _rows(*files) if row["split"] == split]


def _rows(*files: Path) -> Iterator[dict[str, str]]:
    for file in files or (LABELS, FACTS):
        with file.open(encoding="utf-8", newline="") as handle:
            yield from csv.DictReader(handle)


def _label(row: dict[str, str]) -> Label:
    cells = {field: row[field] for field in _CELLS}
    cells |= {"commune": row["city"], "department_code": row["department"]}
    return Label(
        given_row(int(row["row"]), cells),
        cells,
        row["split"],
        row["damage"],
        row["expected"],
        row["from_id"],
        row["note"],
    )


@contextmanager
def withheld_edition(editions: Path) -> Iterator[OpenEdition]:
    """The current edition without the organisations that the labels withhold.

    A row is unknown because its organisation is not there: real rows, really absent.
    """
    name = current_id(editions)
    assert name is not None, "build an edition first"
    rows = [row for row in _rows() if row["withheld"]]
    persons = [row["from_id"] for row in rows if row["withheld"] == "person"]
    sites = [row["from_id"] for row in rows if row["withheld"] == "site"]
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.duckdb"
        shutil.copyfile(editions / path.name, path)
        with duckdb.connect(str(path)) as connection:
            connection.execute(
                "DELETE FROM organisations WHERE list_contains($sites, id) OR person_key IN "
                "(SELECT person_key FROM organisations WHERE list_contains($persons, id))",
                {"sites": sites, "persons": persons},
            )
            connection.execute("DELETE FROM aliases WHERE id NOT IN (SELECT id FROM organisations)")
        file = EditionFile(Path(folder), name)
        yield OpenEdition(file, KNOWLEDGE)
        file.close()


@contextmanager
def enlarged_edition(editions: Path, copies: int) -> Iterator[tuple[OpenEdition, int]]:
    """The edition with ``copies`` synthetic copies of each organisation, and its size.

    A copy has other ids, numbers and a word of its own; it keeps the place and the other words, so
    that words get commoner as they would in a larger directory.
    """
    name = current_id(editions)
    assert name is not None, "build an edition first"
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.duckdb"
        shutil.copyfile(editions / path.name, path)
        with duckdb.connect(str(path)) as connection:
            connection.execute(
                "INSERT INTO organisations SELECT o.* REPLACE (o.id || ':synthetic' || n AS id, "
                "o.name || ' synthetique' || n AS name, NULL AS siren, NULL AS siret, "
                "NULL AS finess, o.id || n AS person_key, "
                "list_append(o.words, 'synthetique' || n) AS words) "
                "FROM organisations o, range(1, $copies) t(n)",
                {"copies": copies},
            )
            connection.execute(
                "UPDATE vocabulary SET organisations = organisations * $n", {"n": copies}
            )
            counted = connection.execute("SELECT count(*) FROM organisations").fetchone()
        assert counted is not None
        file = EditionFile(Path(folder), name)
        yield OpenEdition(file, KNOWLEDGE), int(counted[0])
        file.close()

"""Merges of a second list into the directory, where the real tables hold too few to be counted.

The default sources hold some thirty duplicates. Here a second list is linked to them: the labelled
rows of matching (``tests/labels/MATCHES.md``), each a real organisation as somebody would have
typed it, some of organisations that are withheld. Its rows are synthetic and named so; whom each is
was known when it was made. Neither address, point, telephone nor website comes with them: names,
numbers and communes alone. Rows that a careful reader could not tell are counted apart.
"""

import csv
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.duplicates import TARGET, Share, merged_by_key, merged_by_linkage, name_and_commune
from benchmarks.duplicates_records import default_records, row_reader
from benchmarks.matching_labels import AMBIGUOUS, LABELS
from territorial_map.ingest.duplicates import Record
from territorial_map.ingest.tables import ORGANISATION_COLUMNS, TABLES, SourceTable, TableShape
from territorial_map.readers import Row, read_table
from territorial_map.settings import data_folder

_LIST = SourceTable(
    "second-list-synthetic.csv",
    TableShape.ORGANISATIONS,
    "Liste synthétique",
    "la liste synthétique",
    ORGANISATION_COLUMNS,
    is_register=False,
    vintage="2026-11",
)
_NOT_TOLD = ("address", "commune_code", "department_code", "lat", "lon", "geo_precision", "phone")
_NEITHER = ("website", "manager_id", "opened_on", "headcount_band", "naf", "legal_category")


def second_list() -> dict[str, dict[str, str]]:
    """The labels of the rows that tell a name, by the id of the row."""
    with LABELS.open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.DictReader(handle) if row["name"]]
    return {f"twin-synthetic:{row['row']}": row for row in rows}


def twins(labels: Mapping[str, dict[str, str]]) -> list[Record]:
    """The rows of the second list, read as those of any table."""
    origins = _cells_by_id()
    read = row_reader(_LIST)
    found = []
    for line, (identity, label) in enumerate(labels.items(), 2):
        origin = origins.get(label["from_id"])
        if origin is None:
            continue  # named on a page of a PTCE: not a row of a list
        cells = origin | dict.fromkeys((*_NOT_TOLD, *_NEITHER), "")
        told = {field: label[field] for field in ("name", "siret", "siren", "finess", "postcode")}
        row = read(Row(line, cells | told | {"id": identity, "commune": label["city"]}))
        if row is not None:
            found.append(Record(_LIST, row))
    return found


def _cells_by_id() -> dict[str, dict[str, str]]:
    folder = data_folder("data") / "sources"
    tables = [table for table in TABLES if table.shape is TableShape.ORGANISATIONS]
    rows = (row for table in tables for row in read_table(folder / table.file).rows)
    return {row.values["id"]: dict(row.values) for row in rows}


def without_withheld(records: list[Record], labels: Iterable[dict[str, str]]) -> list[Record]:
    """The records but those that the labels withhold, alone or with every site of the person."""
    withheld = {label["from_id"]: label["withheld"] for label in labels if label["withheld"]}
    persons = {
        record.organisation.person_key
        for record in records
        if withheld.get(record.organisation.id) == "person"
    }
    return [
        record
        for record in records
        if record.organisation.id not in withheld and record.organisation.person_key not in persons
    ]


@dataclass(frozen=True, slots=True)
class Judged:
    """What one way merges of the second list.

    ``unsure`` are merged rows that nobody could tell; ``wrong`` the rows merged with others than
    their own, and these.
    """

    precision: Share
    recall: Share
    unsure: int
    wrong: dict[str, set[str]]


@dataclass(frozen=True, slots=True)
class Linked:
    """The second list linked to the directory in several ways, by their name.

    ``rows`` and ``real`` count the records of both; ``disturbed`` are the pairs of real records
    that the linkage merges only with the list, or only without it.
    """

    rows: int
    real: int
    ways: dict[str, Judged]
    disturbed: set[tuple[str, str]]


def linked_list() -> Linked:
    """Link the second list to the default sources."""
    labels = second_list()
    known = without_withheld(default_records(), labels.values())
    listed = twins(labels)
    records = [*known, *listed]
    ways = {
        "linkage": merged_by_linkage(records),
        "exact SIRET only": merged_by_key(records, lambda organisation: organisation.siret),
        "name + commune": merged_by_key(records, name_and_commune),
    }
    there = {record.organisation.id for record in records}
    kept = {identity: label for identity, label in labels.items() if identity in there}
    real = {pair for pair in ways["linkage"] if labels.keys().isdisjoint(pair)}
    return Linked(
        len(listed),
        len(known),
        {name: _judged(kept, merged, there) for name, merged in ways.items()},
        real ^ set(merged_by_linkage(known)),
    )


def _judged(
    labels: Mapping[str, dict[str, str]], merged: Collection[tuple[str, str]], there: set[str]
) -> Judged:
    others: dict[str, set[str]] = defaultdict(set)
    for one, other in merged:
        for twin, real in ((one, other), (other, one)):
            if twin in labels and real not in labels:
                others[twin].add(real)
    expected = {identity: label["expected"] for identity, label in labels.items()}
    sure = [identity for identity in others if expected[identity] != AMBIGUOUS]
    wrong = {i: others[i] for i in sure if expected[i] not in others[i]}
    right = len(sure) - len(wrong)
    findable = sum(told in there for told in expected.values())
    return Judged(
        Share(right, len(sure)), Share(right, findable), len(others) - len(sure), dict(wrong)
    )


def run(_editions: Path | None = None) -> None:
    """Print precision and recall of each way, and what the wrong merges are."""
    linked, labels = linked_list(), second_list()
    print(f"{linked.rows} synthetic rows beside {linked.real} real records")
    for name, found in linked.ways.items():
        met = "met" if found.precision.n and found.precision.interval[0] >= TARGET else "MISSED"
        print(
            f"  {name:17} precision {found.precision}  (lower bound {TARGET}: {met})  "
            f"recall {found.recall}  merged though nobody could tell: {found.unsure}"
        )
        for identity, others in sorted(found.wrong.items()):
            told = labels[identity]
            print(f"    wrong ({told['damage']}): {told['name']}, {told['city']}: {sorted(others)}")
    print(f"  pairs of real records whose fate the list changes: {sorted(linked.disturbed)}")


if __name__ == "__main__":
    run()

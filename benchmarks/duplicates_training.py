"""Train the model of likeness, once: ``python -m benchmarks.duplicates_training``.

How often each level is met among pairs that are one organisation (m) is counted on the labelled
pairs of the tuning half; among pairs that are two (u), on pairs inside one register that share a
commune and a word, or a SIREN: two ids of a register are two organisations. Names, places and
contacts are counted between two legal persons, the SIREN between all. A level that was never met
stays possible: m starts from a stated expectation worth two pairs, u from one half per level.
Writes ``territorial_map/ingest/duplicates/model.json``.
"""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from benchmarks.duplicates_labels import Label, labelled_pairs
from benchmarks.duplicates_records import default_records
from territorial_map.ingest.duplicates.blocking import block, block_inside_registers
from territorial_map.ingest.duplicates.comparing import COMPARISONS, scored, splink_settings
from territorial_map.ingest.duplicates.likeness import ALLOWED, compared
from territorial_map.ingest.duplicates.record_table import (
    create_record_table,
    fill,
    record_rows,
)

MODEL = Path("territorial_map/ingest/duplicates/model.json")
_TWO = """
SELECT candidate.* FROM candidate
JOIN record l ON l.position = candidate.l JOIN record r ON r.position = candidate.r
WHERE (len(l.devices) = 0 OR len(r.devices) = 0 OR list_has_any(l.devices, r.devices))
  AND l.commune_code = r.commune_code
"""
_ALL = """
SELECT candidate.* FROM candidate
JOIN record l ON l.position = candidate.l JOIN record r ON r.position = candidate.r
WHERE
"""
_SAME = """
SELECT l.position AS l, r.position AS r FROM same
JOIN record l ON l.id = same.one JOIN record r ON r.id = same.other
"""
# What one expects of two rows of one organisation, before any label: it weighs like two pairs.
_EXPECTED = {
    "name": {"same": 0.55, "near": 0.15, "acronym": 0.05, "part": 0.15},
    "person": {"same": 0.95},
    "place": {"same": 0.75},
    "phone": {"same": 0.6},
    "website": {"same": 0.75},
}


def train() -> dict[str, Any]:
    """The parameters, from the labels and the sources of the repository."""
    with duckdb.connect() as connection:
        create_record_table(connection)
        fill(connection, record_rows((r.table, r.organisation) for r in default_records()))
        same = [p for p in labelled_pairs() if p.label is Label.SAME and not p.holdout]
        ends = pa.table({"one": [p.one for p in same], "other": [p.other for p in same]})
        connection.register("same", ends)
        alike = _levels(connection, _SAME)
        block_inside_registers(connection)
        two = _levels(connection, _TWO)
        persons = _levels(connection, f"{_TWO} AND l.siren IS DISTINCT FROM r.siren")
        candidates = _candidates(connection)
    levels = {
        name: _shares(name, alike, two if name == "person" else persons) for name in COMPARISONS
    }
    # The tuning half holds half of the duplicates.
    return {"prior": round(2 * len(same) / candidates, 4), "levels": levels}


def _candidates(connection: duckdb.DuckDBPyConnection) -> int:
    """How many pairs a build compares."""
    block(connection)
    allowed = connection.execute(_ALL + ALLOWED).fetchall()
    return len(allowed)


def _levels(connection: duckdb.DuckDBPyConnection, query: str) -> list[dict[str, int]]:
    """The level of each comparison, for the pairs that a query gives."""
    even = {name: {label: (0.5, 0.5) for label, _ in v} for name, v in COMPARISONS.items()}
    connection.execute(f"CREATE OR REPLACE TEMP TABLE trained AS {query}")
    pairs = connection.execute("SELECT l, r FROM trained ORDER BY ALL").to_arrow_table()
    found = scored(compared(connection, "trained"), pairs, splink_settings(even, 0.5))
    rows: list[dict[str, int]] = found.to_pylist()
    return rows


def _shares(
    name: str, alike: Iterable[dict[str, int]], two: Iterable[dict[str, int]]
) -> dict[str, dict[str, float]]:
    labels = [label for label, _ in COMPARISONS[name] if label != "unknown"]
    told = _EXPECTED[name]
    spare = [label for label in labels if label not in told]
    rest = (1 - sum(told.values())) / len(spare)
    expected = [2 * told.get(label, rest) for label in labels]
    m = _share(f"gamma_{name}", expected, alike)
    u = _share(f"gamma_{name}", [0.5] * len(labels), two)
    return {label: {"m": m[i], "u": u[i]} for i, label in enumerate(labels)}


def _share(column: str, first: list[float], rows: Iterable[dict[str, int]]) -> list[float]:
    """The share of each level, strongest first; Splink numbers them downwards to 0."""
    counts = Counter(row[column] for row in rows if row[column] >= 0)
    total = counts.total() + sum(first)
    highest = len(first) - 1
    return [round((counts[highest - i] + more) / total, 6) for i, more in enumerate(first)]


if __name__ == "__main__":
    MODEL.parent.mkdir(exist_ok=True)
    MODEL.write_text(json.dumps(train(), indent=2) + "\n", encoding="utf-8")
    print(f"{MODEL} written")

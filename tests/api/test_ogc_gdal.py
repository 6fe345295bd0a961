"""GDAL's driver for OGC API – Features, which QGIS reads with, reads the directory live."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from territorial_map.settings import Settings
from tests.serving import served

# In a process of its own: the driver waits for the server without letting other threads run.
READER = """
import json, sys
import pyogrio

address, questions = sys.argv[1], json.loads(sys.argv[2])
found = [[str(name) for name in pyogrio.list_layers(f"OAPIF:{address}/ogc")[:, 0]]]
for question in questions:
    window = question.pop("bbox", None)
    within = {"bbox": tuple(window)} if window else {}
    frame = pyogrio.read_dataframe(f"OAPIF:{address}/ogc", **question, **within)
    placed = frame.geometry[frame.geometry.notna()]
    found.append([len(frame), sorted(frame["id"]), str(frame.crs), sorted(set(placed.geom_type))])
print(json.dumps(found))
"""
QUESTIONS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("", {}),
    ("kind=ptce", {"where": "kind = 'ptce'"}),
    ("department=26", {"where": "department = '26'"}),
    ("bbox=4.9,45,5.2,45.1", {"bbox": [4.9, 45, 5.2, 45.1]}),
    (
        "bbox=4,44,6,46&kind=sheltered_supplier",
        {"bbox": [4, 44, 6, 46], "where": "kind = 'sheltered_supplier'"},
    ),
)


@pytest.fixture(scope="module")
def address(small_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    ledger = tmp_path_factory.mktemp("gdal-ledger") / "ledger.sqlite"
    with served(Settings(editions=small_editions, ledger=f"sqlite:///{ledger}")) as address:
        yield address


def read(address: str, questions: list[dict[str, Any]]) -> list[Any]:
    command = [sys.executable, "-c", READER, address, json.dumps(questions)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)  # noqa: S603 - our own program
    assert done.returncode == 0, done.stderr
    told: list[Any] = json.loads(done.stdout)
    return told


def test_gdal_finds_the_collections_and_counts_what_the_list_counts(address: str) -> None:
    layers, *found = read(address, [{"layer": "organisations"} | each for _, each in QUESTIONS])
    listed = [
        httpx2.get(f"{address}/api/v1/organisations?limit=500&{query}").json()
        for query, _ in QUESTIONS
    ]

    assert layers == ["organisations", "region", "department", "epci", "commune"]
    counts = [one["total"] for one in listed]
    assert len(set(counts)) > 3
    assert [number for number, *_ in found] == counts
    assert [ids for _, ids, *_ in found] == [
        sorted(item["id"] for item in one["items"]) for one in listed
    ]
    assert {crs for _, _, crs, _ in found} == {"EPSG:4326"}


def test_gdal_reads_territories_with_their_outlines(address: str) -> None:
    levels = ("region", "department", "epci", "commune")
    _, *found = read(address, [{"layer": level} for level in levels])

    assert [number for number, *_ in found] == [1, 1, 1, 5]
    assert [kinds for *_, kinds in found] == [["Polygon"]] * 4

"""DuckDB is kept from pandas for a while, and only where nobody uses it yet."""

import subprocess
import sys

from territorial_map.store.no_data_frames import no_data_frames

_RUN = """
import sys, duckdb
from territorial_map.store.no_data_frames import no_data_frames
with no_data_frames():
    answer = duckdb.execute("SELECT ? || 'é', ?", ["caf", None]).fetchall()
    held = sys.modules.get("numpy") is not None
print(answer, held, "pandas" in sys.modules)
import pandas
print(duckdb.execute("SELECT ? AS n", [1]).df().n.tolist())
"""


def test_parameters_need_no_pandas_and_data_frames_work_afterwards() -> None:
    ended = subprocess.run(  # noqa: S603 - a list without a shell, no input
        [sys.executable, "-c", _RUN], capture_output=True, text=True, check=True
    )

    assert ended.stdout.splitlines() == ["[('café', None)] False False", "[1]"]


def test_pandas_stays_where_it_is_loaded() -> None:
    import pandas as pd  # noqa: PLC0415 - loaded here, whatever ran before

    with no_data_frames():
        assert sys.modules["pandas"] is pd
    assert sys.modules["pandas"] is pd


_PARQUET = """
import sys
from territorial_map.places.boundaries import boundaries_of
from territorial_map.domain.geo import Point
from territorial_map.settings import data_folder
from territorial_map.store.no_data_frames import no_data_frames
with no_data_frames():
    found = boundaries_of(data_folder("data") / "territories").commune_at(Point(4.8357, 45.764))
print(found, "pandas" in sys.modules)
"""


def test_a_point_finds_its_commune_without_pandas() -> None:
    ended = subprocess.run(  # noqa: S603 - a list without a shell, no input
        [sys.executable, "-c", _PARQUET], capture_output=True, text=True, check=True
    )

    assert ended.stdout.split() == ["69123", "False"]

"""What changed between two editions of a million synthetic organisations.

    python -m benchmarks changes

The baseline reads both files into pandas and compares them there, the fields alone, without
selection, merges nor values told: the least that a script would do.
"""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from pandas import DataFrame

from benchmarks.measure import timed
from territorial_map.domain.changes import COMPARED
from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.selection import Selection
from territorial_map.services.editions.comparing import Between, all_changes, change_page
from territorial_map.store.pointers import current_id

ROWS = 1_000_000
OLDER, NEWER = "2026-10-22-synthetic", "2026-11-22-synthetic"
_COPY = (
    "CREATE TABLE organisations AS SELECT * REPLACE (id || '#' || copy AS id, '' AS record) "
    "FROM source.organisations, range(?) copies(copy)"
)
# One in a hundred each: gone, renamed, moved, reached by phone.
_CHANGED = (
    "CREATE TABLE organisations AS SELECT * REPLACE (id || '#' || copy AS id, '' AS record, "
    "name || if(hash(id, copy) % 100 = 1, ' bis', '') AS name, "
    "sort_name || if(hash(id, copy) % 100 = 1, ' bis', '') AS sort_name, "
    "if(hash(id, copy) % 100 = 2, '2 rue Fictive', address) AS address, "
    "if(hash(id, copy) % 100 = 3, '0102030405', phone) AS phone) "
    "FROM source.organisations, range(?) copies(copy) WHERE hash(id, copy) % 100 <> 0"
)


def run(editions: Path) -> None:
    """Compare two synthetic editions copied from the current one, then ask selections of them."""
    current = current_id(editions)
    if current is None:
        print("changes: no edition to copy")
        return
    with TemporaryDirectory() as name:
        folder = Path(name)
        copies = _write(editions / f"{current}.duckdb", folder)
        start = time.perf_counter()
        counts = change_page(Between(folder, OLDER, NEWER), Selection.of({})).counts
        ours = time.perf_counter() - start
        start = time.perf_counter()
        plain = _by_pandas(folder)
        baseline = time.perf_counter() - start
        print(f"two editions of {copies} organisations: {counts.total} changed ({plain} by pandas)")
        print(f"compared in {ours:.1f} s; by pandas {baseline:.1f} s (×{baseline / ours:.1f})")
        _ask(Between(folder, OLDER, NEWER), counts.total)


def _ask(between: Between, total: int) -> None:
    departments = [f"{n:02d}" for n in range(1, 96) if n != 20]
    asked = timed(
        lambda i: change_page(between, Selection.of({"department": [departments[i]]})), n=30
    )
    print(f"a selection of them  {asked}")
    start = time.perf_counter()
    told = sum(1 for _ in all_changes(between, Selection.of({})))
    spent = time.perf_counter() - start
    print(f"all {told} of {total} told in {spent:.1f} s ({told / spent:,.0f} a second)")


def _write(source: Path, folder: Path) -> int:
    """The older edition repeats the current one; the newer one is the same, changed a little."""
    rows = 0
    for edition_id in (OLDER, NEWER):
        with duckdb.connect(str(folder / f"{edition_id}.duckdb")) as connection:
            connection.execute(f"ATTACH '{source}' AS source (READ_ONLY)")
            (known,) = connection.execute(
                "SELECT count(*) FROM source.organisations"
            ).fetchone() or (0,)
            copies = ROWS // known + 1
            connection.execute(_CHANGED if edition_id == NEWER else _COPY, [copies])
            connection.execute("CREATE TABLE about AS FROM source.about")
            connection.execute("CREATE TABLE vocabulary AS FROM source.vocabulary")
            connection.execute("CREATE TABLE aliases AS SELECT id AS alias, id FROM organisations")
            rows = copies * known
    return rows


def _by_pandas(folder: Path) -> int:
    lists = {c.field for c in COMPARED if c.field in BY_NAME and BY_NAME[c.field].many}
    columns = ", ".join(
        f"list_aggregate({c.field}, 'string_agg', ' ') AS {c.field}"
        if c.field in lists
        else c.field
        for c in COMPARED
    )
    tables: list[DataFrame] = []
    for edition_id in (OLDER, NEWER):
        with duckdb.connect(str(folder / f"{edition_id}.duckdb"), read_only=True) as connection:
            query = f"SELECT id, {columns} FROM organisations"  # noqa: S608 - COMPARED is a constant, no input
            tables.append(connection.execute(query).df().fillna(""))
    older, newer = tables
    both = older.merge(newer, on="id", how="outer", suffixes=("_old", "_new"), indicator=True)
    changed = both["_merge"] != "both"
    for compared in COMPARED:
        changed |= both[f"{compared.field}_old"] != both[f"{compared.field}_new"]
    return int(changed.sum())

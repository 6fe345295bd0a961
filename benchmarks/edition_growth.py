"""What two editions hold, side by side: kinds, régions, trades, contacts, licences, positions.

Usage: python -m benchmarks.edition_growth OLDER.duckdb NEWER.duckdb

Editions of any schema: only columns that all have are read. Prints Markdown, as
docs/edition-growth.md holds it: the two editions, then the tables of the newer one that the older
had not, with how many of their rows were somebody already known (merged) or perhaps are (marked).
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from territorial_map.domain.licences import Licence, licence_of
from territorial_map.domain.vocabulary import Kind

SHELTERED = ("esat", "ea", "eatt")
SIAE = ("aci", "ei", "ai", "etti", "eiti")
# « Insertion » tells a device, not a trade: older editions had it as a sector of every SIAE.
_KNOWN_TRADE = "len(list_filter(sector, s -> s NOT IN ('unknown', 'work_integration'))) > 0"
_MARKED = "json_array_length(record, '$.perhaps_same') > 0"


@dataclass(frozen=True, slots=True)
class Content:
    """An edition as rows ``(what, count, of)``; ``of`` is ``None`` for plain counts."""

    id: str
    rows: tuple[tuple[str, int, int | None], ...]
    sources: dict[str, dict[str, Any]]
    marked: dict[str, bool]


def content_of(path: Path) -> Content:
    """What an edition holds."""
    with duckdb.connect(str(path), read_only=True) as connection:
        told = connection.execute("SELECT value FROM about WHERE key = 'edition'").fetchone()
        edition = json.loads(told[0] if told else "{}")
        sources = {source["file"]: source for source in edition["report"]["sources"]}
        marked = connection.execute(f"SELECT id, {_MARKED} FROM organisations").fetchall()  # noqa: S608 - ours
        return Content(edition["id"], tuple(_rows(connection)), sources, dict(marked))


def _rows(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, int, int | None]]:
    def count(condition: str) -> int:
        statement = f"SELECT count(*) FROM organisations WHERE {condition}"  # noqa: S608 - ours
        (found,) = connection.execute(statement).fetchone() or (0,)
        return int(found)

    total = count("true")
    yield "Organisations", total, None
    for kind in Kind:
        yield kind.label, count(f"kind = '{kind.value}'"), None
    for title, devices in (("ESAT, EA et EATT", SHELTERED), ("SIAE", SIAE)):
        own = f"list_has_any(device, {list(devices)})"
        yield f"{title} : activité connue", count(f"{own} AND {_KNOWN_TRADE}"), count(own)
    yield "Téléphone", count("phone IS NOT NULL"), total
    yield "Site web", count("website IS NOT NULL"), total
    yield "Peut-être la même qu’une autre", count(_MARKED), total
    yield "À l’adresse", count("located = 'address'"), total
    yield "Licence dite par le producteur ou un dépôt, partout", _stated(connection), total
    regions = connection.execute(
        "SELECT coalesce(region_name, '(sans région)'), count(*) FROM organisations "
        "GROUP BY ALL ORDER BY 1"
    )
    for name, found in regions.fetchall():
        yield f"Région : {name}", int(found), None


def _stated(connection: duckdb.DuckDBPyConnection) -> int:
    """Organisations none of whose sources is under a licence that is not stated."""
    found = connection.execute(
        "SELECT json_extract_string(record, '$.sources[*].licence') AS told, count(*) "
        "FROM organisations GROUP BY ALL"
    ).fetchall()
    return sum(
        count
        for licences, count in found
        if all(licence_of(each) is not Licence.NOT_STATED for each in licences)
    )


def table_of(older: Content, newer: Content) -> Iterator[str]:
    """The two editions, line by line."""
    before = {what: (count, of) for what, count, of in older.rows}
    after = {what: (count, of) for what, count, of in newer.rows}
    yield f"| | {older.id} | {newer.id} |"
    yield "|---|---|---|"
    for what in dict.fromkeys((*after, *before)):
        yield f"| {what} | {_cell(before.get(what))} | {_cell(after.get(what))} |"


def _cell(told: tuple[int, int | None] | None) -> str:
    if told is None:
        return "0"
    count, of = told
    return f"{count:,}" if of is None else f"{count:,} / {of:,} ({count / max(1, of):.1%})"


def facts_of(older: Content, newer: Content) -> Iterator[str]:
    """The tables that came in, and their rows that were known already."""
    yield "| table | read | kept | merged | rejected |"
    yield "|---|---|---|---|---|"
    for file, source in newer.sources.items():
        if file in older.sources:
            continue
        counts = [source[key] for key in ("read", "kept", "merged", "rejected")]
        yield f"| `{file}` | {' | '.join(f'{n:,}' for n in counts)} |"
    new = newer.marked.keys() - older.marked.keys()
    marked = sum(newer.marked[each] for each in new)
    gone = len(older.marked.keys() - newer.marked.keys())
    yield ""
    yield f"Of {len(new):,} organisations that the older edition had not, {marked:,} are marked"
    yield f"« perhaps the same as another »; {gone:,} of the older are gone or joined to another."


def main(older: Path, newer: Path) -> None:
    """Print both tables."""
    before, after = content_of(older), content_of(newer)
    for line in (*table_of(before, after), "", *facts_of(before, after)):
        print(line)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))

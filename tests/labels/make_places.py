"""Draw the labelled place cells of PLACES.md from the tables of the project; hand rows stay.

    python tests/labels/make_places.py

Nothing here calls the code that reads places: the right commune is the code that the source wrote,
checked against its polygon where the source gives a point.
"""

import csv
import sys
import unicodedata
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path

import pyarrow.parquet as pq
import shapely

ROOT = Path(__file__).parents[2]
SOURCES, TERRITORIES = ROOT / "data" / "sources", ROOT / "data" / "territories"
DRAWN, BY_HAND = (
    Path(__file__).with_name("places.csv"),
    Path(__file__).with_name("places_by_hand.csv"),
)
COLUMNS = ("id", "kind", "origin", "address", "postcode", "city", "commune_code", "department",
           "region", "country", "lon", "lat", "expected")  # fmt: skip
TABLES = ("sheltered_suppliers", "insertion_enterprises", "ess_employers_guyane",
          "cooperation_spaces", "ptce", "ptce_members")  # fmt: skip
_CITIES = {"75": "75056", "6938": "69123", "132": "13055"}
_MOST_METRES_AWAY = 0.001  # degrees: about a hundred metres
Row = dict[str, str]
Keep = Callable[[Row], bool]


def _folded(text: str) -> str:
    opened = unicodedata.normalize("NFKD", text.lower())
    kept = (c if c.isalnum() else " " for c in opened if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def _rows() -> Iterator[Row]:
    for table in TABLES:
        path = SOURCES / f"{table}.csv"
        if path.is_file():
            with path.open(encoding="utf-8", newline="") as file:
                for rank, row in enumerate(csv.DictReader(file)):
                    yield row | {"id": row.get("id") or f"{row['ptce_id']}#{rank}", "table": table}


def _arrondissement(code: str) -> str:
    for begins, commune in _CITIES.items():
        if code.startswith(begins) and code != commune and len(code) == 5:
            inside = {"75": "101" <= code[2:] <= "120", "6938": code[4] > "0", "132": True}[begins]
            if inside:
                return commune
    return code


class Truth:
    """The codes of today, their polygons, and the names that INSEE's events say are former."""

    def __init__(self) -> None:
        table = pq.read_table(
            TERRITORIES / "communes.parquet", columns=["code", "name", "geometry"]
        )
        self.name = dict(zip(*(table[c].to_pylist() for c in ("code", "name")), strict=True))
        polygons = shapely.from_wkb(table["geometry"].to_numpy())
        self._polygon = dict(zip(table["code"].to_pylist(), polygons, strict=True))
        with (TERRITORIES / "cog_events.csv").open(encoding="utf-8", newline="") as file:
            self.former = {_folded(row["libelle_av"]) for row in csv.DictReader(file)}
        with_name = (_folded(name) for name in self.name.values())
        self.former -= set(with_name)

    def of(self, row: Row) -> str:
        """The commune that a source wrote, blank where its own point is not there."""
        code = _arrondissement(row.get("commune_code", ""))
        if code not in self._polygon:
            return ""
        if row.get("geo_precision") != "address" or not row.get("lon"):
            return code
        point = shapely.Point(float(row["lon"]), float(row["lat"]))
        near = shapely.distance(self._polygon[code], point) <= _MOST_METRES_AWAY
        return code if near else ""

    def merged(self, number: int) -> list[tuple[str, str]]:
        """Former communes of a name that nobody else has or had, with today's commune."""
        with (TERRITORIES / "cog_events.csv").open(encoding="utf-8", newline="") as file:
            events = [row for row in csv.DictReader(file) if row["date_eff"] >= "2012"]
        held: dict[str, set[str]] = {}
        for row in events:
            held.setdefault(_folded(row["libelle_av"]), set()).add(row["com_av"])
        found = {
            (row["libelle_av"], row["com_ap"])
            for row in events
            if row["mod"] == "32"
            and row["typecom_ap"] == "COM"
            and row["com_ap"] in self.name
            and len(held[_folded(row["libelle_av"])]) == 1
            and _folded(row["libelle_av"]) in self.former
        }
        return sorted(found, key=lambda pair: blake2b("|".join(pair).encode()).digest())[:number]


def _drawn(rows: list[Row], kind: str, number: int, keep: Keep) -> list[Row]:
    """The first rows that are kept, in an order that depends on their ids alone."""

    def order(row: Row) -> bytes:
        return blake2b(f"{kind}|{row['table']}|{row['id']}".encode(), digest_size=8).digest()

    return sorted((row for row in rows if keep(row)), key=order)[:number]


def _with_ordinal(row: Row) -> bool:
    return _folded(row["commune"]).split()[0] in {"paris", "lyon", "marseille"} and any(
        c.isdigit() for c in row["commune"]
    )


def _written(row: Row, rank: int, names: dict[str, str]) -> str:
    """A town with its département, in one of the ways that people write both in one cell."""
    city, code = row["commune"], row["department_code"]
    ways = (f"{city} ({code})", f"{code} - {city}", f"{city}, {names[code]}", f"{city} {code}")
    return ways[rank % len(ways)]


def _any_row(_: Row) -> bool:
    return True


def _cells(kind: str, number: int, pool: list[Row], told: str, keep: Keep = _any_row) -> list[Row]:
    """Rows of a pool with the cells ``told`` alone, and what is right."""
    found = []
    for row in _drawn(pool, kind, number, keep):
        named = {"city": row["commune"], "department": row.get("department_code", "")}
        shown = {name: named.get(name) or row.get(name, "") for name in told.split()}
        label = {"id": row["id"], "kind": kind, "origin": row["table"]}
        found.append(label | {"expected": row["expected"]} | shown)
    return found


def labels() -> Iterator[Row]:
    """Every drawn label."""
    truth, rows = Truth(), list(_rows())
    placed = [row | {"expected": truth.of(row)} for row in rows if truth.of(row)]
    yield from _as_written(placed, truth)
    yield from _as_people_write(placed)
    yield from _areas(rows)
    for name, code in truth.merged(60):
        label = {"id": f"{code}:{name}", "kind": "former_name_alone", "origin": "cog_events"}
        yield label | {"city": name, "expected": code}


def _as_written(placed: list[Row], truth: Truth) -> Iterator[Row]:
    """Cells as the sources write them."""
    whole = [r for r in placed if r.get("postcode") and r["commune"]]
    towns = [r for r in placed if r["commune"]]
    pointed = [r for r in placed if r.get("geo_precision") == "address"]
    overseas = [r for r in whole if r["expected"].startswith("97")]
    both = "postcode city"
    yield from _cells("postcode_and_town", 120, whole, both)
    yield from _cells("cedex", 60, whole, both, lambda r: "cedex" in r["commune"].lower())
    yield from _cells("town_alone", 150, towns, "city")
    yield from _cells("arrondissement", 40, towns, "city", _with_ordinal)
    yield from _cells(
        "former_name", 40, towns, both, lambda r: _folded(r["commune"]) in truth.former
    )
    yield from _cells("overseas", 60, overseas, both)
    yield from _cells("postcode_alone", 40, whole, "postcode")
    yield from _cells("point_alone", 80, pointed, "lon lat")
    yield from _cells("town_and_point", 40, pointed, "city lon lat")


def _as_people_write(placed: list[Row]) -> Iterator[Row]:
    """Cells of a source put in one, as people write them."""
    whole = [r for r in placed if r.get("postcode") and r["commune"]]
    names = _department_names()
    drawn = _cells("town_and_department", 80, whole, "city department")
    for rank, row in enumerate(drawn):
        told = {"commune": row["city"], "department_code": row["department"]}
        yield row | {"city": _written(told, rank, names), "department": ""}
    for row in _cells("postcode_in_the_town_cell", 40, whole, "postcode city"):
        yield row | {"city": f"{row['postcode']} {row['city']}", "postcode": ""}


def _areas(rows: list[Row]) -> Iterator[Row]:
    """Départements and régions of PTCEs of which no town is known."""
    names = _department_names()
    for row in _drawn(rows, "area_alone", 30, lambda r: r["table"] == "ptce" and not r["commune"]):
        code, label = row["department_code"], {"id": row["id"], "kind": "area_alone"}
        label["origin"] = "ptce"
        if code:
            yield label | {"department": names[code], "expected": f"department:{code}"}
        elif row["region"]:
            yield label | {"region": row["region"], "expected": f"region:{row['region']}"}


def _department_names() -> dict[str, str]:
    table = pq.read_table(TERRITORIES / "departments.parquet", columns=["code", "name"])
    return dict(zip(*(table[c].to_pylist() for c in ("code", "name")), strict=True))


def main() -> None:
    """Write the drawn labels."""
    found = list(labels())
    with DRAWN.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        table.writeheader()
        table.writerows(found)
    sys.stdout.write(f"{len(found)} labels drawn\n")


if __name__ == "__main__":
    main()

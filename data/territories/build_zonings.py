"""Rebuild the zonings of this folder from a table of communes and one of State programmes.

Usage: python data/territories/build_zonings.py FOLDER

The folder holds ``communes_zonages_2026.parquet`` (one row per commune, its zones beside it) and
``state_programmes.csv`` (the territories of « Territoires d'industrie » by name): see SOURCE.md.
Figures that SOURCE.md lists are asserted here, so that a wrong layer is never written.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pyarrow.parquet as pq

from territorial_map.domain.zoning_terms import ZoningKind
from territorial_map.places.zonings import ZoningArea, ZoningLayer

OUT = Path(__file__).parent
COMMUNES = 34_875
# kind, columns of the code and of the name, vintage, zones, communes
ZONED = (
    (ZoningKind.EMPLOYMENT_ZONE, "employment_zone_code", "employment_zone", "2026", 306, 34_875),
    (ZoningKind.LIVING_AREA, "living_area_code", "living_area", "2026", 1_707, 34_875),
    (ZoningKind.DENSITY, "density_level", "density_label", "2026", 7, 34_875),
)
FLAGGED = (
    (ZoningKind.SMALL_TOWNS, "2024-09", 1_645),
    (ZoningKind.VILLAGES, "2024-09", 2_493),
    (ZoningKind.CITY_HEARTS, "2024-09", 245),
)
INDUSTRY_VINTAGE = "2026-07"


def layer_of(
    kind: ZoningKind, vintage: str, held: Iterable[tuple[tuple[str, str], str]]
) -> ZoningLayer:
    """A layer of ``((code, name), commune)``."""
    communes: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for zone, commune in held:
        communes[zone].append(commune)
    zones = [ZoningArea(*zone, tuple(communes[zone])) for zone in sorted(communes)]
    return ZoningLayer(kind, vintage, zones)


def check(layer: ZoningLayer, zones: int, communes: int) -> None:
    """Stop unless the layer has these zones and communes."""
    found = len(layer.zones), sum(len(zone.communes) for zone in layer.zones)
    if found != (zones, communes):
        raise SystemExit(f"{layer.kind.value}: {found}, {(zones, communes)} expected")


def main(folder: Path) -> None:
    """Write every layer."""
    rows = pq.read_table(folder / "communes_zonages_2026.parquet").to_pylist()
    if len(rows) != COMMUNES:
        raise SystemExit(f"{len(rows)} communes, {COMMUNES} expected")
    for kind, code, name, vintage, zones, communes in ZONED:
        layer = layer_of(kind, vintage, (((r[code], r[name]), r["commune_code"]) for r in rows))
        check(layer, zones, communes)
        layer.write(OUT)
    for kind, vintage, communes in FLAGGED:
        held = (((kind.value, kind.label), r["commune_code"]) for r in rows if r[kind.value] == "1")
        layer = layer_of(kind, vintage, held)
        check(layer, 1, communes)
        layer.write(OUT)
    with (folder / "state_programmes.csv").open(encoding="utf-8", newline="") as file:
        codes = {
            row["territory"]: row["territory_id"]
            for row in csv.DictReader(file)
            if row["programme"] == "ti"
        }
    told = [(r["territoire_industrie"], r["commune_code"]) for r in rows]
    industry = [((codes[name], name), commune) for name, commune in told if name]
    layer_of(ZoningKind.INDUSTRY, INDUSTRY_VINTAGE, industry).write(OUT)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))

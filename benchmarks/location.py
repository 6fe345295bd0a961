"""Location quality: real rows placed by their postcode and city label alone, their codes hidden."""

import time
from pathlib import Path

from territorial_map.ingest.territories import load_territories
from territorial_map.places import PlaceCells
from territorial_map.readers import read_table
from territorial_map.settings import data_folder

TARGET_LOCATED = 0.995
_TABLES = (
    "sheltered_suppliers",
    "insertion_enterprises",
    "ess_employers_guyane",
    "cooperation_spaces",
)


def run(_editions: Path | None = None) -> None:
    """Share of real rows whose postcode and city label alone find the commune that is coded."""
    started = time.perf_counter()
    reference = load_territories(data_folder("data") / "territories")
    right, coded = 0, 0
    misses: list[str] = []
    for table in _TABLES:
        for row in read_table(data_folder("data") / "sources" / f"{table}.csv").rows:
            cells = row.values
            told = reference.reader.index.commune(cells["commune_code"])
            if told is None or not cells["postcode"]:
                continue
            place = PlaceCells(postcode=cells["postcode"], city=cells["commune"])
            found = reference.reader.settle(place).commune
            coded += 1
            right += found == told.code
            if found != told.code:
                misses.append(
                    f"{cells['id']}: {cells['postcode']} {cells['commune']}, coded {told.name}, "
                    f"found {reference.communes[found].name if found else 'none'}"
                )
    spent = time.perf_counter() - started
    print(
        f"Location by postcode and city alone: {right / coded:.2%} of {coded} coded rows "
        f"(target {TARGET_LOCATED:.1%}), {spent:.1f} s; the {len(misses)} misses:"
    )
    for miss in misses:
        print(f"  {miss}")

"""Imports at national size: the ESS list beside plain pandas, Sirene's stock, location quality.

    python -m benchmarks.imports                 a tenth of the real sizes
    python -m benchmarks.imports --full          1.13 million lines, 10 million establishments
    python -m benchmarks.imports --no-sirene     without Sirene; --no-build without the edition

Every organisation here is synthetic and named so; communes, postcodes and labels are real. The
pandas baseline only reads the list and merges it with communes on postcode and city label, in the
same run.
"""

import csv
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

from benchmarks.measure import cost
from territorial_map.ingest.locate import RawPlace
from territorial_map.ingest.locate.commune import commune_by_label
from territorial_map.ingest.sources.sirene.constants import (
    ESS_CATEGORIES,
    SITE_REQUIRED,
    UNIT_REQUIRED,
)
from territorial_map.ingest.territories import load_territories
from territorial_map.readers import read_table
from territorial_map.settings import data_folder

ESS_LINES = 1_130_000
SITES = 10_000_000
REDUCED = 10
TARGET_SECONDS, TARGET_MIB = 300, 2_048
TARGET_LOCATED = 0.995
LIST_HEADER = (
    "SIREN",
    "Nom ou raison sociale de l'entreprise",
    "Famille juridique de l'entreprise",
    "Code postal",
    "Libellé de la commune de l'établissement",
    "Code du département de l'établissement",
    "Département de l'établissement",
    "Région de l'établissement",
)
_TABLES = (
    "sheltered_suppliers",
    "insertion_enterprises",
    "ess_employers_guyane",
    "cooperation_spaces",
)
_UNIT_COLUMNS = UNIT_REQUIRED
_SITE_COLUMNS = (
    *SITE_REQUIRED,
    "numeroVoieEtablissement",
    "typeVoieEtablissement",
    "libelleVoieEtablissement",
)
_FAMILIES = ("Associations",) * 9 + ("Coopératives", "Mutuelles", "Fondations")
_WORDS = ("AMIS", "JARDIN", "ATELIER", "CULTURE", "SPORT", "ENTRAIDE", "QUARTIER", "RECYCLERIE")
_PANDAS = """
import sys, pandas as pd
rows = pd.read_csv(sys.argv[1], dtype=str)
communes = pd.read_parquet(sys.argv[2], columns=["code", "name", "postcodes"]).explode("postcodes")
communes["label"] = communes["name"].str.upper()
merged = rows.merge(communes, how="left", left_on=list(rows.columns[3:5]),
                    right_on=["postcodes", "label"])
print(f"  pandas found {merged['code'].notna().mean():.1%} of the communes")
"""


def places() -> list[tuple[str, str, str]]:
    """Postcode, label in capitals as registers write it, and code of every commune."""
    table = pq.read_table(data_folder("data") / "territories" / "communes.parquet").to_pylist()
    return [
        (row["postcodes"][0], row["name"].upper().replace("-", " "), row["code"])
        for row in table
        if row["postcodes"]
    ]


def siren(number: int) -> str:
    """A SIREN of nobody with a right check digit, from its first eight digits."""
    first = f"{number:08d}"
    total = sum(
        sum(divmod(int(digit) * (2 if rank % 2 == 0 else 1), 10))
        for rank, digit in enumerate(reversed(first))
    )
    return f"{first}{-total % 10}"


def siret(number: int) -> str:
    """The first SIRET of that SIREN with a right check digit."""
    begun = f"{siren(number)}0001"
    total = sum(
        sum(divmod(int(digit) * (2 if rank % 2 == 0 else 1), 10))
        for rank, digit in enumerate(reversed(begun))
    )
    return f"{begun}{-total % 10}"


def list_lines(count: int) -> Iterator[tuple[str, ...]]:
    """Synthetic lines of the national list; the SIRENs lost their leading zeros."""
    chance, where = random.Random(7), places()
    for number in range(count):
        postcode, city, code = chance.choice(where)
        department = code[:3] if code.startswith("97") else code[:2]
        name = f"ASSOCIATION SYNTHETIQUE {chance.choice(_WORDS)} {number}"
        found = str(int(siren(number + 30_000_000)))
        family = chance.choice(_FAMILIES)
        yield (found, name, family, postcode, city, department, "", "")


def write_stock(folder: Path, count: int) -> tuple[Path, Path]:
    """Two synthetic stock files of ``count`` establishments, of as many units; one in eight ESS."""
    units, sites = folder / "StockUniteLegale.csv", folder / "StockEtablissement.csv"
    chance, where = random.Random(11), places()
    with units.open("w", newline="") as unit_file, sites.open("w", newline="") as site_file:
        unit, site = csv.writer(unit_file), csv.writer(site_file)
        unit.writerow(_UNIT_COLUMNS)
        site.writerow(_SITE_COLUMNS)
        for number in range(count):
            is_ess = chance.random() < 0.125
            category = chance.choice(ESS_CATEGORIES) if is_ess else chance.choice(("1000", "5710"))
            status = "P" if chance.random() < 0.1 else "O"
            state = "A" if chance.random() < 0.6 else "C"
            own, first = siren(number + 10_000_000), siret(number + 10_000_000)
            name = f"UNITE SYNTHETIQUE {number}"
            unit.writerow((own, status, state, category, "" if is_ess else "N", name))
            postcode, city, code = chance.choice(where)
            where_told = (postcode, city, code)
            site.writerow((own, first, status, "A", *where_told, "9499Z", "1", "RUE", "FICTIVE"))
    return units, sites


def read_and_merge(path: Path) -> list[str]:
    """The baseline: pandas reads the list and merges it with communes."""
    communes = data_folder("data") / "territories" / "communes.parquet"
    return ["-c", _PANDAS, str(path), str(communes)]


def import_command(source: str, folder: str, *files: Path) -> list[str]:
    """Import files of a source into ``in`` of a folder."""
    dated = ["--into", f"{folder}/in", "--as-of", "2026-11-01"]
    return ["-m", "territorial_map.cli", "import", source, *map(str, files), *dated]


def build_command(folder: str) -> list[str]:
    """Build what was imported into ``out`` of the same folder."""
    folders = ["--sources", f"{folder}/in", "--out", f"{folder}/out"]
    return ["-m", "territorial_map.cli", "build", *folders]


def ess_list(lines: int, *, build: bool) -> None:
    """Import the list, build it into an edition, and let pandas do the read and the merge."""
    print(
        f"ESS list, {lines:,} lines (targets for all of it: {TARGET_SECONDS} s, {TARGET_MIB} MiB)"
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "ess-list.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(LIST_HEADER)
            writer.writerows(list_lines(lines))
        usual, _ = cost("pandas: read and merge", read_and_merge(path), lines)
        spent, _ = cost("import", import_command("ess-list", name, path), lines)
        if build:
            spent += cost("build", build_command(name), lines)[0]
        print(f"  together {spent:.1f} s, {spent / usual:.1f} times the bare read and merge")


def sirene(count: int) -> None:
    """Filter a stock to the ESS, in a process of its own."""
    print(f"Sirene stock, {count:,} establishments")
    with tempfile.TemporaryDirectory() as name:
        units, sites = write_stock(Path(name), count)
        cost("import", import_command("sirene", name, units, sites), count)


def location_quality() -> None:
    """Share of real rows whose postcode and city label alone find the commune that is coded."""
    started = time.perf_counter()
    reference = load_territories(data_folder("data") / "territories")
    right, coded = 0, 0
    misses: list[str] = []
    for table in _TABLES:
        for row in read_table(data_folder("data") / "sources" / f"{table}.csv").rows:
            cells = row.values
            told = reference.commune(cells["commune_code"])
            if told is None or not cells["postcode"]:
                continue
            place = RawPlace(postcode=cells["postcode"], city=cells["commune"])
            found = commune_by_label(place, reference)
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


def run(_editions: Path | None = None, *, options: tuple[str, ...] = ()) -> None:
    """Print every figure; ``options`` are those of the command line."""
    share = 1 if "--full" in options else REDUCED
    location_quality()
    ess_list(ESS_LINES // share, build="--no-build" not in options)
    if "--no-sirene" not in options:
        sirene(SITES // share)


if __name__ == "__main__":
    run(options=tuple(sys.argv[1:]))

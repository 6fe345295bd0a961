"""A national ESS list built into an edition, and Sirene's stock filtered, at their real sizes.

    python -m benchmarks national               1.13 million lines, 10 million establishments
    python -m benchmarks.national 100000        another number of lines, without Sirene
    python -m benchmarks.national 0 1000000     another number of establishments, without the list

Every organisation is synthetic and named so; communes, postcodes and labels are real. Beside it, in
the same run, plain pandas only reads the list and merges it with communes on postcode and city. The
list's layout has no NAF code; that of the stock has. CPU time tells what a busy machine hides.
"""

import csv
import os
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq
from numpy.typing import NDArray

from benchmarks.measure import cost
from territorial_map.ingest.sources.sirene.constants import (
    ESS_CATEGORIES,
    SITE_REQUIRED,
    UNIT_REQUIRED,
)
from territorial_map.settings import data_folder

ESS_LINES = 1_130_000
SITES = 10_000_000
TARGET_SECONDS, TARGET_MIB = 300, 2_048
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
_FAMILIES = ("Associations",) * 9 + ("Coopératives", "Mutuelles", "Fondations")
_NOUNS = (
    "AMIS JARDIN ATELIER CULTURE SPORT ENTRAIDE QUARTIER RECYCLERIE THEATRE MUSIQUE ECOLE FOYER "
    "CRECHE RURAL SOLIDARITE MAISON COMITE CERCLE CHORALE RANDONNEE HABITAT LOGEMENT EMPLOI "
    "INSERTION EPICERIE COOPERATIVE FORMATION PREVENTION SANTE HANDICAP FAMILLES PATRIMOINE PECHE "
    "CINEMA MEDIATION NUMERIQUE MOBILITE VELO COMPOST BOIS TEXTILE REPARATION ENFANCE JEUNESSE"
)
_NAF = ("9499Z", "8899B", "8891A", "9312Z", "9001Z", "8559A", "3832Z", "4778C", "5610A", "6201Z")
_CHUNK = 500_000
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


def list_lines(count: int) -> Iterator[tuple[str, ...]]:
    """Synthetic lines of the national list, each name different; SIRENs lost leading zeros."""
    chance, where, nouns = random.Random(7), places(), _NOUNS.split()
    for number in range(count):
        postcode, city, code = chance.choice(where)
        department = code[:3] if code.startswith("97") else code[:2]
        first, second = chance.choice(nouns), chance.choice(nouns)
        name = f"ASSOCIATION SYNTHETIQUE {first} ET {second} DE {city} {number}"
        found = str(int(siren(number + 30_000_000)))
        yield (found, name, chance.choice(_FAMILIES), postcode, city, department, "", "")


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


def ess_list(lines: int) -> None:
    """Import the list and build it into an edition; let pandas do the read and the merge."""
    busy = os.getloadavg()[0]
    print(f"ESS list, {lines:,} lines, {os.cpu_count()} cores, load before the run {busy:.1f}")
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "ess-list-synthetic.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(LIST_HEADER)
            writer.writerows(list_lines(lines))
        usual, _ = cost("pandas: read and merge", read_and_merge(path), lines)
        imported, first = cost("import", import_command("ess-list", name, path), lines)
        built, second = cost("build", build_command(name), lines)
    _judge("together", imported + built, max(first, second))
    print(f"  {(imported + built) / usual:.1f} times the bare read and merge")


def sirene(count: int) -> None:
    """Filter a stock to the ESS, in a process of its own."""
    print(f"Sirene stock, {count:,} establishments, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as name:
        units, sites = write_stock(Path(name), count)
        seconds, mib = cost("import", import_command("sirene", name, units, sites), count)
    _judge("filtered", seconds, mib)


def _judge(label: str, seconds: float, mib: float) -> None:
    time_met = "met" if seconds <= TARGET_SECONDS else "MISSED"
    memory_met = "met" if mib <= TARGET_MIB else "MISSED"
    print(
        f"  {label}: {seconds:.0f} s (target {TARGET_SECONDS} s: {time_met}), peak {mib:,.0f} MiB "
        f"(target {TARGET_MIB:,} MiB: {memory_met})"
    )


def write_stock(folder: Path, count: int) -> tuple[Path, Path]:
    """Two synthetic stock files of ``count`` establishments, of as many units; one in eight ESS."""
    units = folder / "StockUniteLegale-synthetic.csv"
    sites = folder / "StockEtablissement-synthetic.csv"
    chance, where = np.random.default_rng(11), places()
    columns = [pa.array(column) for column in zip(*where, strict=True)]
    with (
        pa_csv.CSVWriter(units, _text(UNIT_REQUIRED)) as unit,
        pa_csv.CSVWriter(sites, _text(SITE_REQUIRED)) as site,
    ):
        for first in range(0, count, _CHUNK):
            n = min(_CHUNK, count - first)
            own, siret = _numbers(np.arange(first, first + n) + 10_000_000)
            is_ess = chance.random(n) < 0.125
            category = np.where(
                is_ess, chance.choice(ESS_CATEGORIES, n), chance.choice(("1000", "5710"), n)
            )
            status = np.where(chance.random(n) < 0.1, "P", "O")
            state = np.where(chance.random(n) < 0.6, "A", "C")
            told = np.where(is_ess, "", "N")
            names = pc.binary_join_element_wise("UNITE SYNTHETIQUE", own, " ")
            unit.write(_rows(UNIT_REQUIRED, [own, status, state, category, told, names]))
            rank = pa.array(chance.integers(0, len(where), n))
            there = [column.take(rank) for column in columns]
            naf = chance.choice(_NAF, n)
            open_ = np.full(n, "A")
            site.write(_rows(SITE_REQUIRED, [own, siret, status, open_, *there, naf]))
    return units, sites


def _text(columns: tuple[str, ...]) -> pa.Schema:
    return pa.schema([(column, pa.string()) for column in columns])


def _rows(columns: tuple[str, ...], values: list[object]) -> pa.Table:
    return pa.table([pa.array(each, pa.string()) for each in values], schema=_text(columns))


def _numbers(first: NDArray[np.int64]) -> tuple[pa.Array, pa.Array]:
    """SIRENs of nobody with a right check digit, and the first SIRET of each."""
    own = first * 10 + _check_digits(first, 8)
    site = own * 10_000 + 1
    return pa.array(own).cast(pa.string()), pa.array(site * 10 + _check_digits(site, 13)).cast(
        pa.string()
    )


def _check_digits(numbers: NDArray[np.int64], length: int) -> NDArray[np.int64]:
    """Luhn's digit for numbers of that length."""
    total = np.zeros_like(numbers)
    for rank in range(length):
        digit = numbers // 10**rank % 10
        doubled = digit * 2 if rank % 2 == 0 else digit
        total += doubled // 10 + doubled % 10
    return -total % 10


def run(_editions: Path | None = None) -> None:
    """Print every figure."""
    main(ESS_LINES, SITES)


def main(lines: int = ESS_LINES, sites: int = 0) -> None:
    """Print the figures of so many lines and establishments."""
    if lines:
        ess_list(lines)
    if sites:
        sirene(sites)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

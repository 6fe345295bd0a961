"""The two stock files joined and filtered in DuckDB, in one streaming pass and bounded memory."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from territorial_map.domain.errors import SourceError
from territorial_map.domain.text import fold
from territorial_map.ingest.sources.file_beginning import glimpse
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.problems import LeftOut, Noted, Rejected
from territorial_map.ingest.sources.sirene import constants as c
from territorial_map.ingest.status.natural_persons import NATURAL_PERSONS
from territorial_map.store.databases import database, part_of, watched

_MEMORY = "1GB"
_THREADS = 2
_BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Stock:
    """The two files: legal units and establishments."""

    units: Path
    sites: Path


def stock_of(files: Sequence[Path]) -> Stock:
    """Which file is which, by their columns.

    Raises:
        SourceError: one of the two is missing, or cannot be read.
    """
    units = [path for path in files if glimpse(path).has(*c.UNIT_REQUIRED)]
    sites = [path for path in files if glimpse(path).has(*c.SITE_REQUIRED)]
    if len(units) != 1 or len(sites) != 1:
        names = ", ".join(path.name for path in files)
        raise SourceError(
            f"{names} : il faut un fichier StockUniteLegale et un fichier StockEtablissement, du "
            "même mois, en CSV ou en Parquet. Donnez les deux."
        )
    for path in (*units, *sites):
        if path.suffix.lower() == ".zip":
            raise SourceError(f"{path.name} : extrayez d’abord le fichier CSV de cette archive.")
    return Stock(units[0], sites[0])


def ess_sites(stock: Stock, intake: Intake) -> Iterator[dict[str, Any]]:
    """Open and public establishments of open, public ESS units, by SIRET; the rest is counted.

    Raises:
        SourceError: a file that DuckDB cannot read.
    """
    with _connection() as connection:
        try:
            for path, keep in ((stock.units, _keep_units), (stock.sites, _keep_sites)):
                intake.file = path.name
                keep(connection, path, intake)
            reader = connection.execute("SELECT * FROM kept ORDER BY siret").to_arrow_reader(_BATCH)
            for batch in reader:
                for row in batch.to_pylist():
                    intake.count()
                    yield row
        except duckdb.Error as error:
            raise SourceError(
                f"{stock.units.name}, {stock.sites.name} : fichier Sirene illisible "
                f"({str(error).splitlines()[0]}). Téléchargez-le de nouveau."
            ) from error
    intake.done()


@contextmanager
def _connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with TemporaryDirectory(prefix="sirene-") as spill:
        connection = database(
            memory_limit=_MEMORY,
            threads=_THREADS,
            temp_directory=spill,
            preserve_insertion_order=False,
        )
        try:
            yield connection
        finally:
            connection.close()


def _keep_units(connection: duckdb.DuckDBPyConnection, path: Path, intake: Intake) -> None:
    """The temporary table ``units`` of those kept; the others are counted by reason."""
    codes = ", ".join(f"'{code}'" for code in c.ESS_CATEGORIES)
    reason = f"""CASE
        WHEN statutDiffusionUniteLegale IS DISTINCT FROM 'O' THEN '{LeftOut.NOT_PUBLIC.value}'
        WHEN categorieJuridiqueUniteLegale LIKE '{NATURAL_PERSONS}%'
            THEN '{LeftOut.SOLE_TRADER.value}'
        WHEN etatAdministratifUniteLegale IS DISTINCT FROM 'A' THEN '{LeftOut.CLOSED.value}'
        WHEN economieSocialeSolidaireUniteLegale = 'O'
             AND categorieJuridiqueUniteLegale NOT LIKE '7%' THEN NULL
        WHEN coalesce(economieSocialeSolidaireUniteLegale, '') = ''
             AND categorieJuridiqueUniteLegale IN ({codes}) THEN NULL
        ELSE '{LeftOut.NOT_ESS.value}' END"""
    source = source_of(path, (*c.UNIT_REQUIRED, *c.UNIT_OPTIONAL))
    with watched(connection, part_of(intake.tell_share, 0, 2)):
        counted = connection.execute(
            f"SELECT {reason} AS reason, count(*) FROM ({source}) GROUP BY ALL"  # noqa: S608 - our own names and codes
        ).fetchall()
    for told, count in counted:
        if told is not None:
            intake.noted[_UNIT_NOTES[LeftOut(told)]] += count
    with watched(connection, part_of(intake.tell_share, 1, 2)):
        connection.execute(
            f"CREATE TEMP TABLE units AS SELECT * FROM ({source}) WHERE ({reason}) IS NULL"  # noqa: S608 - our own names and codes
        )
    _reject_unread(connection, path, intake, counts=False)


_UNIT_NOTES = {
    LeftOut.NOT_PUBLIC: Noted.UNIT_NOT_PUBLIC,
    LeftOut.SOLE_TRADER: Noted.UNIT_SOLE_TRADER,
    LeftOut.CLOSED: Noted.UNIT_CLOSED,
    LeftOut.NOT_ESS: Noted.UNIT_NOT_ESS,
}


def _keep_sites(connection: duckdb.DuckDBPyConnection, path: Path, intake: Intake) -> None:
    """The temporary table ``kept``; establishments left out are counted by reason."""
    source = source_of(path, (*c.SITE_REQUIRED, *c.SITE_OPTIONAL))
    with watched(connection, part_of(intake.tell_share, 0, 2)):
        connection.execute(
            "CREATE TEMP TABLE joined AS SELECT sites.*, "  # noqa: S608 - our own names
            "units.* EXCLUDE (siren, statutDiffusionUniteLegale, etatAdministratifUniteLegale) "
            f"FROM ({source}) AS sites JOIN units USING (siren)"
        )
    _reject_unread(connection, path, intake, counts=True)
    with watched(connection, part_of(intake.tell_share, 1, 2)):
        total = _number(connection, f"SELECT count(*) FROM ({source})")  # noqa: S608 - our own names and codes
    joined = _number(connection, "SELECT count(*) FROM joined")
    public = "statutDiffusionEtablissement = 'O'"
    hidden = _number(connection, f"SELECT count(*) FROM joined WHERE NOT coalesce({public}, false)")  # noqa: S608 - the same
    connection.execute(
        f"CREATE TEMP TABLE kept AS SELECT * FROM joined WHERE {public} "  # noqa: S608 - the same
        "AND etatAdministratifEtablissement = 'A'"
    )
    kept = _number(connection, "SELECT count(*) FROM kept")
    intake.read += total - kept
    for kind, count in (
        (LeftOut.OTHER_UNIT, total - joined),
        (LeftOut.NOT_PUBLIC, hidden),
        (LeftOut.CLOSED, joined - hidden - kept),
    ):
        if count:
            intake.leave_out(kind, count=count)


def _number(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    row = connection.execute(query).fetchone()
    return int(row[0]) if row else 0


def source_of(path: Path, columns: Sequence[str]) -> str:
    """A query of the columns of a file, as text; those it lacks are blank."""
    there = glimpse(path).columns
    chosen = ", ".join(
        f'CAST("{name}" AS VARCHAR) AS "{name}"'
        if fold(name) in there
        else f'NULL::VARCHAR AS "{name}"'
        for name in columns
    )
    quoted = str(path).replace("'", "''")
    if path.suffix.lower() == ".parquet":
        return f"SELECT {chosen} FROM read_parquet('{quoted}')"  # noqa: S608 - a quoted path
    return (
        f"SELECT {chosen} FROM read_csv('{quoted}', delim=',', quote='\"', escape='\"', "  # noqa: S608 - the same
        "header=true, all_varchar=true, auto_detect=true, store_rejects=true, "
        "rejects_limit=100000)"
    )


def _reject_unread(
    connection: duckdb.DuckDBPyConnection, path: Path, intake: Intake, *, counts: bool
) -> None:
    """Lines that DuckDB could not split, each once; ``counts`` tells whether they count as read."""
    intake.file = path.name
    if path.suffix.lower() == ".parquet":
        return
    found = connection.execute(
        "SELECT line, min(column_name) FROM reject_errors GROUP BY line ORDER BY line"
    ).fetchall()
    for line, column in found:
        if counts:
            intake.read += 1
            intake.reject(Rejected.UNREADABLE, int(line), column or "")
        else:
            intake.note(Noted.UNIT_UNREADABLE, int(line))
    for table in ("reject_errors", "reject_scans"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - two names of DuckDB's

"""Which SIRENs are those of legal persons: told by the tables of a folder and by Sirene's units."""

import csv
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import duckdb

from territorial_map.domain.errors import SourceError
from territorial_map.domain.identifiers import is_public_siren
from territorial_map.ingest.companies import CompanyState
from territorial_map.ingest.sources.file_beginning import Glimpse
from territorial_map.ingest.sources.sirene.stock import source_of
from territorial_map.ingest.status.natural_persons import NATURAL_PERSONS, is_natural_person
from territorial_map.store.databases import database

_NOT_TOLD = frozenset({CompanyState.REFUSED.value, CompanyState.UNKNOWN.value})
_UNIT = ("siren", "statutDiffusionUniteLegale", "categorieJuridiqueUniteLegale")


def is_units_file(seen: Glimpse) -> bool:
    """True for a file of Sirene's legal units."""
    return seen.has(*_UNIT)


def legal_persons(
    asked: Collection[str], units: Sequence[Path], folder: Path | None, *, besides: str
) -> frozenset[str]:
    """Those of the SIRENs asked for that are known to be legal persons' and may be named.

    By the number itself (persons of public law), by the tables of ``folder`` (``besides`` one), or
    by ``units``, files of Sirene's legal units: what these say of a SIREN stands above the tables.

    Raises:
        SourceError: a file of units that cannot be read.
    """
    wanted = frozenset(filter(None, asked))
    told = {siren for siren in wanted if is_public_siren(siren)}
    if folder is not None:
        told |= wanted.intersection(_of_tables(folder, besides))
    for path in units:
        for siren, legal in _of_units(path, wanted):
            (told.add if legal else told.discard)(siren)
    return frozenset(told)


def _of_tables(folder: Path, besides: str) -> Iterator[str]:
    for path in sorted(folder.glob("*.csv")):
        if path.name == besides:
            continue
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                told = row.get("state") not in _NOT_TOLD  # a column of answers on companies alone
                if told and not is_natural_person(row.get("legal_category") or ""):
                    yield (row.get("siren") or "").strip()


def _of_units(path: Path, wanted: frozenset[str]) -> list[tuple[str, bool]]:
    """The SIRENs of a stock that are wanted, and whether each is a legal person's, to be named."""
    connection = database(memory_limit="1GB", threads=2)
    try:
        return connection.execute(
            "SELECT siren, coalesce(statutDiffusionUniteLegale = 'O' AND NOT "  # noqa: S608 - our own names, a quoted path
            f"starts_with(categorieJuridiqueUniteLegale, '{NATURAL_PERSONS}'), false) "
            f"FROM ({source_of(path, _UNIT)}) JOIN (SELECT unnest(?) AS siren) USING (siren)",
            [sorted(wanted)],
        ).fetchall()
    except duckdb.Error as error:
        raise SourceError(
            f"{path.name} : fichier Sirene illisible ({str(error).splitlines()[0]}). "
            "Téléchargez-le de nouveau."
        ) from error
    finally:
        connection.close()

"""Tables that ``territorial-map import`` wrote in a sources folder, by their sidecars."""

import tomllib
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.ingest.tables import ORGANISATION_COLUMNS, TABLES, SourceTable, TableShape

_NEEDED = ("table", "name", "register", "is_register", "vintage", "licence")


def tables_of(sources: Path) -> tuple[SourceTable, ...]:
    """The known tables and the imported ones of a folder, in the order of trust.

    Imported tables come after the organisation tables that the project knows, by file name, and
    before those of PTCEs, whose members may be organisations of any table. An import that
    replaces a known table is read in its place.

    Raises:
        SourceError: a sidecar that cannot be read.
    """
    known = {table.file for table in TABLES}
    imported = [table for table in _imported(sources) if table.file not in known]
    last = max(i for i, table in enumerate(TABLES) if table.shape is TableShape.ORGANISATIONS) + 1
    return (*TABLES[:last], *imported, *TABLES[last:])


def _imported(sources: Path) -> list[SourceTable]:
    return [_table(path) for path in sorted(sources.glob("*.toml"))]


def _table(sidecar: Path) -> SourceTable:
    try:
        told = tomllib.loads(sidecar.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(
            f"{sidecar.name} : fichier d’accompagnement illisible ({error}). Refaites l’import."
        ) from error
    missing = [key for key in _NEEDED if key not in told]
    if missing:
        raise SourceError(
            f"{sidecar.name} : il manque « {missing[0]} » dans ce fichier d’accompagnement. "
            "Refaites l’import."
        )
    return SourceTable(
        file=str(told["table"]),
        shape=TableShape.ORGANISATIONS,
        name=str(told["name"]),
        register=str(told["register"]),
        columns=ORGANISATION_COLUMNS,
        is_register=bool(told["is_register"]),
        vintage=str(told["vintage"]),
        licence=str(told["licence"]),
    )

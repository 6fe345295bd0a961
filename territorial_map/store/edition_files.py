"""The folder of editions as files: listing them, and removing some."""

import shutil
from contextlib import suppress
from pathlib import Path

import duckdb
import orjson

from territorial_map.domain.edition_list import EditionState, ShelvedEdition
from territorial_map.queries import schema
from territorial_map.store.columns.folder import columns_folder
from territorial_map.store.databases import database
from territorial_map.store.editions import edition_ids
from territorial_map.store.pointers import current_id, previous_id
from territorial_map.store.refresh_files import is_held


def shelved_editions(folder: Path) -> tuple[ShelvedEdition, ...]:
    """Every edition of the folder, oldest first; one that cannot be read is told as such."""
    current, previous = current_id(folder), previous_id(folder)
    found = []
    with database() as connection:
        for edition_id in edition_ids(folder):
            path = folder / f"{edition_id}.duckdb"
            with suppress(FileNotFoundError):  # removed meanwhile
                status = path.stat()
                state, built_on, organisations = _glance(connection, path)
                found.append(
                    ShelvedEdition(
                        edition_id,
                        built_on,
                        organisations,
                        status.st_size + _size_of(columns_folder(folder, edition_id)),
                        status.st_mtime,
                        state,
                        current=edition_id == current,
                        previous=edition_id == previous,
                        held=is_held(folder, edition_id),
                    )
                )
    return tuple(sorted(found, key=lambda e: (e.built_on or e.id[:10], e.written_at, e.id)))


def _size_of(columns: Path) -> int:
    """The bytes of the columns beside an edition; none where it has none."""
    return sum(path.stat().st_size for path in columns.glob("*"))


def _glance(
    connection: duckdb.DuckDBPyConnection, path: Path
) -> tuple[EditionState, str, int | None]:
    """State, date and number of organisations, without opening the edition for questions."""
    quoted = str(path).replace("'", "''")
    try:
        connection.execute(f"ATTACH '{quoted}' AS glanced (READ_ONLY)")
    except duckdb.Error:
        return EditionState.UNREADABLE, "", None
    try:
        about = dict(connection.execute("SELECT key, value FROM glanced.about").fetchall())
        counted = connection.execute("SELECT count(*) FROM glanced.organisations").fetchone()
        built_on = str(orjson.loads(about["edition"])["built_on"])
    except (duckdb.Error, KeyError, ValueError):
        return EditionState.UNREADABLE, "", None
    finally:
        connection.execute("DETACH glanced")
    ours = about.get("schema_version") == str(schema.SCHEMA_VERSION)
    state = EditionState.READABLE if ours else EditionState.OTHER_VERSION
    return state, built_on, int(counted[0]) if counted else None


def held_open(folder: Path, edition_id: str) -> bool:
    """Whether another program of this machine has the edition open (DuckDB locks what it reads)."""
    try:
        import fcntl  # noqa: PLC0415 - Windows has none, and there a file in use is not removed
    except ImportError:
        return False
    try:
        with (folder / f"{edition_id}.duckdb").open("rb+") as handle:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def remove_edition(folder: Path, edition_id: str) -> None:
    """Remove an edition and what stands beside it under its name."""
    for path in folder.glob("*"):
        if path.name.startswith(f"{edition_id}."):
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)

"""Writing the folder of columns: apart, then renamed."""

from contextlib import suppress
from pathlib import Path
from shutil import rmtree

import numpy as np
import orjson
from sqlalchemy import Connection

from territorial_map.store.columns.folder import FORMAT, META, open_columns
from territorial_map.store.columns.making import made_columns
from territorial_map.store.temporary_folders import passing_folder


def _write(connection: Connection, content_hash: str, into: Path) -> None:
    """Write the columns of an edition into a new folder."""
    into.mkdir()
    arrays = made_columns(connection)
    for name, array in arrays.items():
        np.save(into / f"{name}.npy", array, allow_pickle=False)
    told = {"format": FORMAT, "content_hash": content_hash, "arrays": sorted(arrays)}
    (into / META).write_bytes(orjson.dumps(told))


def put_columns(connection: Connection, content_hash: str, place: Path) -> None:
    """Write the columns of an edition to their place; what another process put there stays.

    Columns of another format that stand there go.

    Raises:
        OSError: the folder around cannot be written.
    """
    with passing_folder(place.parent) as folder:
        written = folder / place.name
        _write(connection, content_hash, written)
        if open_columns(place, content_hash) is None:
            rmtree(place, ignore_errors=True)
        with suppress(OSError):  # another process was there first
            written.replace(place)

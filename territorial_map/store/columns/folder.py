"""The folder of columns beside an edition's file: written apart, renamed, mapped.

It is bound to the content hash of its edition; one that is not of it, or of another format, is as
if it were not there.
"""

from pathlib import Path

import numpy as np
import orjson

from territorial_map.store.columns.edition_columns import EditionColumns
from territorial_map.store.columns.texts import Arrays

FORMAT = 1
META = "columns.json"


def columns_folder(editions: Path, edition_id: str) -> Path:
    """Where the columns of an edition stand: clearing an edition clears them."""
    return editions / f"{edition_id}.columns"


def open_columns(place: Path, content_hash: str) -> EditionColumns | None:
    """The columns of a folder, mapped; ``None`` when there are none of that edition."""
    try:
        told = orjson.loads((place / META).read_bytes())
        if (told["format"], told["content_hash"]) != (FORMAT, content_hash):
            return None
        names: list[str] = told["arrays"]
        arrays: Arrays = {
            name: np.asarray(np.load(place / f"{name}.npy", mmap_mode="r", allow_pickle=False))
            for name in names
        }
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return EditionColumns(arrays)

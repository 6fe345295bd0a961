"""Parquet files as records of text, a batch at a time."""

from collections.abc import Iterator
from pathlib import Path

import orjson

from territorial_map.domain.errors import SourceError
from territorial_map.readers.records import Record

_BATCH = 2_000


def parquet_records(path: Path) -> Iterator[Record]:
    """A header record, then one per row, numbered from 2; memory holds one batch.

    Raises:
        SourceError: absent, cut, or no Parquet.
    """
    if not path.is_file():
        raise SourceError(f"{path.name} : fichier introuvable dans {path.parent}.")
    import pyarrow as pa  # noqa: PLC0415 - slow and large to load, for Parquet only
    import pyarrow.parquet as pq  # noqa: PLC0415 - the same

    try:
        with pq.ParquetFile(path) as file:
            yield 1, list(file.schema_arrow.names)
            number = 1
            for batch in file.iter_batches(_BATCH):
                for row in batch.to_pylist():
                    number += 1
                    yield number, [cell_of(value) for value in row.values()]
    except (pa.ArrowException, OSError) as error:
        raise SourceError(
            f"{path.name} : fichier Parquet illisible ou coupé ({error}). "
            "Téléchargez-le de nouveau."
        ) from error


def cell_of(value: object) -> str:
    """A value as a cell: lists joined by « ; », dates in ISO 8601, whole numbers without « .0 ».

    >>> cell_of(["ccas-cias", "aci"]), cell_of(26281), cell_of(None), cell_of(True)
    ('ccas-cias;aci', '26281', '', 'true')
    """
    match value:
        case None:
            cell = ""
        case bool():
            cell = "true" if value else "false"
        case float():
            cell = repr(value).removesuffix(".0")
        case list():
            cell = ";".join(map(cell_of, value))
        case dict():
            cell = orjson.dumps(value, default=str).decode()
        case _:
            cell = str(value).strip()
    return cell

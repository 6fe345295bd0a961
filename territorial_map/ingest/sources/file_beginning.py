"""The beginning of a file, to tell which source it is of."""

import re
from dataclasses import dataclass
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.domain.text import fold
from territorial_map.readers import (
    Layout,
    is_archive_of_several,
    is_book,
    open_table,
    read_json,
    sample_of,
    unpacked_files,
)
from territorial_map.readers.column_names import is_known

_TEXTS = frozenset({".csv", ".txt", ".tsv", ".zip", ".gz"})


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A file's first line of text, its folded column names, and the keys of a JSON document."""

    path: Path
    first_line: str = ""
    columns: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()

    def has(self, *columns: str) -> bool:
        """True when every column is there, whatever case and accents."""
        return all(fold(column) in self.columns for column in columns)


def glimpse(path: Path, sheet: str = "") -> Glimpse:
    """Look at the beginning of a file, of a workbook at the sheet that is named or looks likest.

    Raises:
        SourceError: absent, empty or of an unknown format.
    """
    if found := _keys_of_feed(path):
        return Glimpse(path, keys=found)
    if is_archive_of_several(path):
        with unpacked_files(path, ".csv") as files:
            return _glimpse_of_table(next(files))
    return _glimpse_of_book(path, sheet) if is_book(path) else _glimpse_of_table(path)


def _glimpse_of_book(path: Path, sheet: str) -> Glimpse:
    layout = Layout(header_line=0, sheet=sheet)
    with open_table(path, layout=layout, known=is_known, forgiving=True) as table:
        return Glimpse(path, columns=frozenset(map(fold, table.columns)))


def _glimpse_of_table(path: Path) -> Glimpse:
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        return Glimpse(path, columns=_parquet_columns(path))
    if suffix == ".json":
        document = read_json(path)
        if isinstance(document, dict) and "features" not in document:
            return Glimpse(path, keys=frozenset(document))
        if isinstance(document, list):
            return Glimpse(path, keys=frozenset({"list"}))
    first_line = ""
    if suffix in _TEXTS:
        first_line = sample_of(path, 4_096).decode("latin-1").partition("\n")[0].strip()
    try:
        with open_table(path) as table:
            return Glimpse(path, first_line, frozenset(map(fold, table.columns)))
    except SourceError:
        if first_line:
            return Glimpse(path, first_line)
        raise


_FEED_KEY = re.compile(rb'"(pmej|schemaVersion|generatedAt)"\s*:')


def _keys_of_feed(path: Path) -> frozenset[str]:
    """The keys of a FINESS feed that stand in its beginning: it is too large to be read whole."""
    if not path.name.lower().endswith((".json", ".json.gz")):
        return frozenset()
    return frozenset(key.decode() for key in _FEED_KEY.findall(sample_of(path)))


def _parquet_columns(path: Path) -> frozenset[str]:
    import pyarrow as pa  # noqa: PLC0415 - slow to load, needed for Parquet only
    import pyarrow.parquet as pq  # noqa: PLC0415 - the same

    try:
        return frozenset(map(fold, pq.read_schema(path).names))
    except (pa.ArrowException, OSError) as error:
        raise SourceError(f"{path.name} : fichier Parquet illisible ({error}).") from error

"""A file format of a list, as one value: its names, what it holds, what writes and reads it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from territorial_map.domain.errors import TooLarge
from territorial_map.services.export.cells import number
from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.read_file import ReadFile

Writer = Callable[[ExportTable], Iterator[bytes]]
Reader = Callable[[Path], ReadFile]


@dataclass(frozen=True, slots=True)
class Format:
    """``code`` is the extension; ``name`` and ``purpose`` are msgids of the export dialog.

    ``most_rows`` is how many rows the format can usefully hold, ``None`` for no limit. ``write``
    makes the file of a table, ``read`` reads one back to verify it.
    """

    code: str
    name: str
    purpose: str
    media_type: str
    write: Writer
    read: Reader
    most_rows: int | None = None

    def file_name(self, table: ExportTable) -> str:
        """A name that says what and of which edition."""
        return f"cooperation-territoriale_{table.about.edition.id}.{self.code}"

    def chunks(self, table: ExportTable) -> Iterator[bytes]:
        """The file as chunks of bytes.

        Raises:
            TooLarge: the format cannot usefully hold so many rows; raised before any byte.
        """
        most, rows = self.most_rows, table.about.rows
        if most is not None and rows > most:
            raise TooLarge(
                f"Cette liste a {number(rows)} lignes ; le format {self.code.upper()} en "
                f"tient {number(most)} au plus. Choisissez le format XLSX, ou restreignez la "
                "sélection."
            )
        return self.write(table)

"""A file that is in memory only: sent by a visitor, read, and forgotten."""

import io
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import BinaryIO, TypeAlias


@dataclass(frozen=True, slots=True)
class Upload:
    """The name and the bytes of a file, read by the same readers as a file on disk.

    The bytes never show in its ``repr``: nothing that logs an upload can log its content.
    """

    name: str
    content: bytes = field(repr=False)

    @property
    def suffix(self) -> str:
        """The extension with its dot, as ``Path.suffix``."""
        return PurePath(self.name).suffix

    @property
    def parent(self) -> str:
        """Where the file is, in words."""
        return "l’envoi"

    def open(self, _mode: str = "rb") -> BinaryIO:
        """The bytes as a file."""
        return io.BytesIO(self.content)

    def is_file(self) -> bool:
        """Always: its bytes are here."""
        return True


TableFile: TypeAlias = Path | Upload


def size_of(file: TableFile) -> int:
    """Bytes, as stored or sent."""
    return len(file.content) if isinstance(file, Upload) else file.stat().st_size


def opened(file: TableFile) -> BinaryIO:
    """The bytes as a file, wherever they are; to be closed."""
    return file.open("rb")

"""Lines of a text file, plain or compressed, in bounded memory, whatever its encoding."""

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from territorial_map.domain.errors import SourceError
from territorial_map.domain.language.writing import megabytes
from territorial_map.readers.unreadable_lines import Flaw, FlawKind
from territorial_map.readers.upload import TableFile, size_of

MAX_LINE = 262_144  # characters: a longer line is no record of a register
_MAX_INFLATED = 64 * 2**30  # the largest stock file holds some 10 GiB
_MAX_RATIO = 200  # text compresses by 5 to 20
_UNDECODED = re.compile("[\udc80-\udcff]")
_SHOWN = 60
_MARKS = re.compile("(?:[\ufeff\u200b\u2060]|ï»¿)+")  # of the beginning of files pasted together


def without_marks(text: str) -> str:
    """A text without the byte order marks before it, however many and however decoded."""
    found = _MARKS.match(text)
    return text[found.end() :] if found else text


class TextFile:
    """An open text file: ``lines()`` once, ``share`` read, and what was repaired.

    ``repaired`` counts the lines of a UTF-8 file that held Windows-1252 bytes, read as such;
    ``ends_open`` says that the last line has no end.
    """

    def __init__(self, raw: BinaryIO, size: int, text: io.TextIOWrapper) -> None:
        self._raw = raw
        self._size = size
        self._text = text
        self.repaired = 0
        self.ends_open = False

    @property
    def share(self) -> float:
        """How much of the file, as stored on disk, has been read: 0 to 1."""
        return min(1.0, self._raw.tell() / self._size) if self._size else 1.0

    def lines(self) -> Iterator[tuple[int, str] | Flaw]:
        """Lines with their ends, numbered from 1; an endless one is a flaw, and passed over."""
        number = 0
        while line := self._text.readline(MAX_LINE):
            number += 1
            self.ends_open = not line.endswith(("\n", "\r"))
            if self.ends_open and len(line) >= MAX_LINE:
                yield Flaw(number, FlawKind.ENDLESS, value=line[:_SHOWN])
                self._pass_over()
            elif "\0" in line:
                yield Flaw(number, FlawKind.NUL_BYTE, value=line[:_SHOWN].replace("\0", "␀"))
            else:
                yield number, without_marks(self._repaired(line))

    def _pass_over(self) -> None:
        while (rest := self._text.readline(MAX_LINE)) and not rest.endswith(("\n", "\r")):
            continue

    def _repaired(self, line: str) -> str:
        if line.isascii() or not _UNDECODED.search(line):
            return line
        self.repaired += 1
        return _UNDECODED.sub(_as_windows_1252, line)


def _as_windows_1252(found: re.Match[str]) -> str:
    return bytes([ord(found[0]) - 0xDC00]).decode("cp1252", errors="replace")


@contextmanager
def open_text(path: TableFile, encoding: str) -> Iterator[TextFile]:
    """Open a text file, or the only file of a ``.zip`` or ``.gz``, for reading line by line.

    Raises:
        SourceError: absent, not a whole archive, several files in it, or a compression bomb.
    """
    unicode8 = encoding.replace("_", "-").lower().startswith(("utf-8", "ascii"))
    name = "utf-8-sig" if unicode8 else encoding
    errors = "surrogateescape" if unicode8 else "replace"
    try:
        with path.open("rb") as raw, _inflated(path, raw) as content:
            text = io.TextIOWrapper(content, encoding=name, errors=errors, newline="")
            yield TextFile(raw, size_of(path), text)
    except FileNotFoundError as error:
        raise SourceError(f"{path.name} : fichier introuvable dans {path.parent}.") from error
    except (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise SourceError(
            f"{path.name} : archive abîmée ou incomplète ({error}). Téléchargez-la de nouveau."
        ) from error


@dataclass(frozen=True, slots=True)
class ByteFile:
    """The bytes of a file, out of its archive if it is in one, and how much of it is read."""

    content: BinaryIO
    raw: BinaryIO
    size: int

    @property
    def share(self) -> float:
        """How much of the file, as stored on disk, has been read: 0 to 1."""
        return min(1.0, self.raw.tell() / self.size) if self.size else 1.0


@contextmanager
def open_bytes(path: TableFile) -> Iterator[ByteFile]:
    """Open a file, or the only file of a ``.zip`` or ``.gz``, for reading its bytes.

    Raises:
        SourceError: as ``open_text``.
    """
    try:
        with path.open("rb") as raw, _inflated(path, raw) as content:
            yield ByteFile(content, raw, size_of(path))
    except FileNotFoundError as error:
        raise SourceError(f"{path.name} : fichier introuvable dans {path.parent}.") from error
    except (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise SourceError(
            f"{path.name} : archive abîmée ou incomplète ({error}). Téléchargez-la de nouveau."
        ) from error


def sample_of(path: TableFile, size: int = 65_536) -> bytes:
    """The first bytes of the text, out of its archive if it is in one.

    Raises:
        SourceError: as ``open_text``.
    """
    with open_text(path, "latin-1") as file:
        return bytes(file._text.buffer.read(size))  # noqa: SLF001 - the same module


@contextmanager
def _inflated(path: TableFile, raw: BinaryIO) -> Iterator[BinaryIO]:
    """The bytes of the text: of the file itself, or of the only file of the archive."""
    kind = path.suffix.lower()
    if kind == ".zip":
        with zipfile.ZipFile(raw) as archive, archive.open(_only_file(path, archive)) as inside:
            yield io.BufferedReader(inside)  # type: ignore[type-var] # a raw reader by its methods
    elif kind == ".gz":
        with gzip.GzipFile(fileobj=raw) as inside:
            yield inside  # type: ignore[misc] # a binary reader by its methods
    else:
        yield raw


def _only_file(path: TableFile, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    files = [each for each in archive.infolist() if not each.is_dir()]
    if len(files) != 1:
        raise SourceError(
            f"{path.name} : l’archive contient {len(files)} fichiers, il en faut un seul. "
            "Extrayez celui à lire et donnez-le."
        )
    inside = files[0]
    ratio = inside.file_size / max(1, inside.compress_size)
    if inside.file_size > _MAX_INFLATED or (ratio > _MAX_RATIO and inside.file_size > 2**24):
        raise SourceError(
            f"{path.name} : l’archive annonce {megabytes(inside.file_size)} pour "
            f"{megabytes(inside.compress_size, 3)} compressés. "
            "C’est démesuré : elle n’est pas ouverte."
        )
    if inside.flag_bits & 1:
        raise SourceError(
            f"{path.name} : l’archive est protégée par un mot de passe. Extrayez-la d’abord."
        )
    return inside

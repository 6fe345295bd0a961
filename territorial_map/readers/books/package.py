"""The parts of a zipped workbook: found by name or relationship, inflated within a budget."""

import posixpath
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from territorial_map.domain.errors import SourceError, SourceTooLarge
from territorial_map.readers.books.limits import Budget
from territorial_map.readers.books.xml_stream import XmlStream, attribute

_CHUNK = 2**18
_MOST_PARTS = 5_000


class Package:
    """An open archive; parts are looked for whatever the case of their name."""

    def __init__(self, archive: zipfile.ZipFile, budget: Budget) -> None:
        self.budget = budget
        self._archive = archive
        infos = archive.infolist()
        if len(infos) > _MOST_PARTS:
            raise SourceTooLarge(f"{budget.name} : ce classeur a trop de parties.")
        told = sum(info.file_size for info in infos)
        budget.check_inflated(told)
        self._counted: dict[str, int] = {}
        self._parts = {info.filename.replace("\\", "/").lower().lstrip("/"): info for info in infos}

    def has(self, name: str) -> bool:
        """True when the part is there."""
        return name.lower().lstrip("/") in self._parts

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, piece by piece, counted.

        Raises:
            SourceError: an absent, damaged or encrypted part.
            SourceTooLarge: beyond the budget.
        """
        info = self._parts.get(name.lower().lstrip("/"))
        if info is None:
            raise SourceError(f"{self.budget.name} : classeur incomplet (« {name} » manque).")
        with damage_told(self.budget.name), self._archive.open(info) as content:
            read = 0
            while chunk := content.read(_CHUNK):
                read += len(chunk)
                self._count(info.filename, read)
                yield chunk

    def _count(self, name: str, read: int) -> None:
        """Count what was not inflated before: a part that is read twice counts once."""
        before = self._counted.get(name, 0)
        if read > before:
            self.budget.inflate(read - before)
            self._counted[name] = read

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """By id, the kind and the part that the relationships of ``part`` name."""
        folder, name = posixpath.split(part)
        source = posixpath.join(folder, "_rels", f"{name}.rels")
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship":
                kind = attribute(attributes, "Type").rpartition("/")[2]
                target = attribute(attributes, "Target")
                path = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
                if not self.has(path):
                    path = urllib.parse.unquote(path)  # « Feuille%201.xml »
                found[attribute(attributes, "Id")] = kind, path

        if self.has(source):
            for _ in XmlStream(self.budget.name, start, lambda _: None).feed(self.pieces(source)):
                continue
        return found


@contextmanager
def open_package(content: BinaryIO, budget: Budget) -> Iterator[Package]:
    """The parts of an archive.

    Raises:
        SourceError: a damaged or encrypted archive.
    """
    with damage_told(budget.name), zipfile.ZipFile(content) as archive:
        yield Package(archive, budget)


@contextmanager
def damage_told(name: str) -> Iterator[None]:
    """Errors of the archive as a sentence."""
    try:
        yield
    except (zipfile.BadZipFile, RuntimeError, EOFError, zlib.error, OSError) as error:
        raise SourceError(
            f"{name} : ce classeur ne peut pas être lu ({error}) : abîmé, incomplet ou protégé. "
            "Ouvrez-le dans un tableur et enregistrez-le de nouveau, sans mot de passe."
        ) from error

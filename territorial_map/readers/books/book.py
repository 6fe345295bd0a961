"""The one door to workbooks: what the file is tells the reader, whatever its extension says."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from territorial_map.domain.errors import SourceError
from territorial_map.readers.books.limits import BookLimits, Budget
from territorial_map.readers.books.ods import open_ods
from territorial_map.readers.books.package import open_package
from territorial_map.readers.books.sheet import Book
from territorial_map.readers.books.xls import open_xls
from territorial_map.readers.books.xlsx import open_xlsx
from territorial_map.readers.upload import TableFile, opened

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@contextmanager
def open_book(path: TableFile, limits: BookLimits) -> Iterator[Book]:
    """The sheets of a workbook.

    Raises:
        SourceError: absent, not a workbook, damaged or encrypted.
        SourceTooLarge: beyond the limits; also raised while rows are read.
    """
    if not path.is_file():
        raise SourceError(f"{path.name} : fichier introuvable dans {path.parent}.")
    budget = Budget(path.name, limits)
    with opened(path) as content:
        if zipfile.is_zipfile(content):
            content.seek(0)
            with open_package(content, budget) as package:
                yield open_ods(package) if package.has("content.xml") else open_xlsx(package)
            return
        content.seek(0)
        if content.read(len(_OLE)) != _OLE:
            raise SourceError(
                f"{path.name} : ce classeur ne peut pas être lu, ou n’en est pas un. Ouvrez-le "
                "dans un tableur et enregistrez-le en .xlsx, .ods ou .csv."
            )
        content.seek(0)
        yield open_xls(content, budget)

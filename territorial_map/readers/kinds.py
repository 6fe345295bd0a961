"""What a table file is: by its extension, and by its first bytes where the extension is wrong.

Portals call « .xls » what is text or a web page; a workbook that somebody renames stays one.
"""

import zipfile
from enum import Enum

from territorial_map.readers.layout import detect_encoding
from territorial_map.readers.upload import TableFile, opened

BOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
_PLAIN = frozenset({".csv", ".txt", ".tsv"})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SNIFFED = 4_096
_NO_TEXT = frozenset(map(chr, range(9))) | {"\ufffd"}
_HTML = ("<html", "<!doctype html", "<table", "<head", "<meta", "<body", "<style", "<div")


class FileKind(Enum):
    """How a file is read where its extension does not settle it."""

    AS_NAMED = "as_named"
    BOOK = "book"
    TEXT = "text"
    WEB_PAGE = "web_page"


def kind_of(file: TableFile) -> FileKind:
    """What a file is; one that cannot be opened is what its name says."""
    suffix = file.suffix.lower()
    if suffix not in BOOKS | _PLAIN or not file.is_file():
        return FileKind.AS_NAMED
    with opened(file) as content:
        start = content.read(_SNIFFED)
        if start.startswith(_OLE) or (start.startswith(b"PK") and zipfile.is_zipfile(content)):
            return FileKind.BOOK
    return _of_text(start) if suffix in BOOKS else FileKind.AS_NAMED


def is_book(file: TableFile) -> bool:
    """True for a workbook, whatever its extension."""
    kind = kind_of(file)
    return kind is FileKind.BOOK or (kind is FileKind.AS_NAMED and file.suffix.lower() in BOOKS)


def _of_text(start: bytes) -> FileKind:
    """Of what is called a workbook and is none: text, a web page, or neither."""
    if start.startswith((b"PK", b"%PDF")):
        return FileKind.AS_NAMED
    text = start.decode(detect_encoding(start), errors="ignore").lstrip("\ufeff \r\n\t").lower()
    if text.startswith(_HTML) or (text.startswith("<?xml") and "<html" in text):
        return FileKind.WEB_PAGE
    plain = len(text.splitlines()) > 1 and text[0] != "<" and _NO_TEXT.isdisjoint(text)
    return FileKind.TEXT if plain or not start.strip() else FileKind.AS_NAMED

"""Exports to be read by people, read back: the lines that PDF, DOCX and HTML carry inside."""

import re
import zipfile
import zlib
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import orjson

from territorial_map.domain.errors import SourceError
from territorial_map.services.export.checking.file_content import Carried, carried_from
from territorial_map.services.export.embedded_rows import MARK, NAMESPACE, parse_trace
from territorial_map.services.standalone_map.packing import unpacked

_STREAM = re.compile(rb"stream\r?\n")
_MOST_BYTES = 200_000_000  # of one unpacked stream: more is not a list of ours


def read_pdf(path: Path) -> Carried:
    """A PDF: its attached list, found among its compressed streams (ISO 32000-1, 7.3.8).

    Raises:
        SourceError: no list of ours is attached.
    """
    content = path.read_bytes()
    for found in _STREAM.finditer(content):
        start = content[found.end() : found.end() + len(MARK)]
        if start == MARK:
            whole = content[found.end() : content.index(b"endstream", found.end())]
            return _carried(path, parse_trace(whole.rstrip()))
        trace = _inflated(content, found.end())
        if trace is not None:
            return _carried(path, parse_trace(trace))
    return _carried(path, None)


def _inflated(content: bytes, start: int) -> bytes | None:
    """The stream's text when it begins as a list of ours does."""
    try:
        head = zlib.decompressobj().decompress(content[start : start + 4096], len(MARK))
        if head != MARK:
            return None
        return zlib.decompressobj().decompress(memoryview(content)[start:], _MOST_BYTES)
    except zlib.error:
        return None


def read_docx(path: Path) -> Carried:
    """A DOCX: its custom XML part.

    Raises:
        SourceError: the file is not a DOCX, or carries no list of ours.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if re.fullmatch(r"customXml/item\d+\.xml", name):
                    root = ET.fromstring(archive.read(name))  # noqa: S314 - expat refuses entity bombs since 2.4.1
                    if root.tag == f"{{{NAMESPACE}}}list":
                        return _carried(path, parse_trace((root.text or "").encode()))
    except (zipfile.BadZipFile, ET.ParseError) as error:
        raise SourceError(f"{path.name} n’est pas un DOCX lisible : {error}") from error
    return _carried(path, None)


def read_page(path: Path) -> Carried:
    """A map page: the list beside its map.

    Raises:
        SourceError: the page holds no list of ours.
    """
    text = path.read_text(encoding="utf-8", errors="replace")
    found = re.search(r'<script type="application/json" id="liste">(.*?)</script>', text)
    try:
        packed = orjson.loads(found[1]) if found else None
        return _carried(path, unpacked(packed) if packed else None)
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError, IndexError) as error:
        raise SourceError(f"{path.name} : la liste de la page est abîmée ({error}).") from error


def _carried(path: Path, trace: dict[str, Any] | None) -> Carried:
    if trace is None:
        return carried_from(path, None, None, ())
    about, columns = trace["about"], trace["columns"]
    rows = [dict(zip(columns, row, strict=True)) for row in trace["rows"]]
    return carried_from(path, about["link"], about["edition"], rows)

"""A PDF read back: the list that it carries inside."""

import re
import zlib
from pathlib import Path

from territorial_map.services.export_formats.embedded_rows import MARK, parse_trace
from territorial_map.services.export_formats.read_file import NOTHING, ReadFile, traced

_STREAM = re.compile(rb"stream\r?\n")
_MOST_BYTES = 200_000_000  # of one unpacked stream: more is not a list of ours


def read_pdf(path: Path) -> ReadFile:
    """A PDF: its attached list, found among its compressed streams (ISO 32000-1, 7.3.8).

    Raises:
        SourceError: no list of ours is attached.
    """
    content = path.read_bytes()
    for found in _STREAM.finditer(content):
        start = content[found.end() : found.end() + len(MARK)]
        if start == MARK:
            whole = content[found.end() : content.index(b"endstream", found.end())]
            return traced(parse_trace(whole.rstrip()))
        trace = _inflated(content, found.end())
        if trace is not None:
            return traced(parse_trace(trace))
    return NOTHING


def _inflated(content: bytes, start: int) -> bytes | None:
    """The stream's text when it begins as a list of ours does."""
    try:
        head = zlib.decompressobj().decompress(content[start : start + 4096], len(MARK))
        if head != MARK:
            return None
        return zlib.decompressobj().decompress(memoryview(content)[start:], _MOST_BYTES)
    except zlib.error:
        return None

"""A map and its list in one page that needs no network."""

from collections.abc import Iterator
from pathlib import Path

from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.format import Format
from territorial_map.services.export_formats.read_file import ReadFile


def _write(table: ExportTable) -> Iterator[bytes]:
    from territorial_map.services.standalone_map.page import page_chunks

    return page_chunks(table)


def _read(path: Path) -> ReadFile:
    from territorial_map.services.export_formats.html.reader import read_page

    return read_page(path)


FORMAT = Format(
    code="html",
    name="Carte autonome",
    purpose="Une page à ouvrir sans réseau : carte, liste et recherche.",
    media_type="text/html; charset=utf-8",
    write=_write,
    read=_read,
    most_rows=20_000,
)

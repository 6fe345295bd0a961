"""Cards for address books."""

from collections.abc import Iterator
from pathlib import Path

from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.format import Format
from territorial_map.services.export_formats.read_file import ReadFile


def _write(table: ExportTable) -> Iterator[bytes]:
    from territorial_map.services.export_formats.vcf.writer import vcard_chunks

    return vcard_chunks(table)


def _read(path: Path) -> ReadFile:
    from territorial_map.services.export_formats.vcf.reader import read_cards

    return read_cards(path)


FORMAT = Format(
    code="vcf",
    name="Contacts vCard",
    purpose="Pour un carnet d’adresses : des organisations, jamais des personnes.",
    media_type="text/vcard; charset=utf-8",
    write=_write,
    read=_read,
)

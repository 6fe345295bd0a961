"""The file formats of a list, and which module writes each."""

from importlib import import_module
from typing import TYPE_CHECKING

from territorial_map.domain.term import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from territorial_map.services.export.table import ExportTable

MAX_DOCUMENT_ROWS = 2_000
MAX_MAP_ROWS = 20_000


class ExportFormat(Term):
    """The file formats of a list; ``description`` is the media type."""

    CSV = "csv", "CSV (séparateur point-virgule)", "text/csv; charset=utf-8"
    XLSX = (
        "xlsx",
        "Classeur XLSX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    )
    ODS = "ods", "Classeur ODS", "application/vnd.oasis.opendocument.spreadsheet"
    PDF = "pdf", "Document PDF à imprimer", "application/pdf"
    DOCX = (
        "docx",
        "Document DOCX à compléter",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    )
    HTML = "html", "Carte autonome (un seul fichier)", "text/html; charset=utf-8"
    GEOJSON = "geojson", "GeoJSON", "application/geo+json"
    GPKG = "gpkg", "GeoPackage", "application/geopackage+sqlite3"
    KML = "kml", "KML", "application/vnd.google-earth.kml+xml"
    VCF = "vcf", "Contacts vCard", "text/vcard; charset=utf-8"

    @property
    def media_type(self) -> str:
        """The media type of the file."""
        return self.description

    @property
    def most_rows(self) -> int | None:
        """How many rows the format can usefully hold; ``None`` for no limit."""
        return _MOST_ROWS.get(self)

    @property
    def writer(self) -> "Callable[[ExportTable], Iterator[bytes]]":
        """The function that writes a table in this format; its libraries are loaded on use."""
        module, function = _WRITERS[self]
        found: Callable[[ExportTable], Iterator[bytes]] = getattr(
            import_module(f"territorial_map.services.{module}"), function
        )
        return found


class RowsPer(Term):
    """What one row stands for."""

    SITE = "site", "Une ligne par site"
    PERSON = "person", "Une ligne par personne morale, ses sites repliés"


_MOST_ROWS = {
    ExportFormat.PDF: MAX_DOCUMENT_ROWS,
    ExportFormat.DOCX: MAX_DOCUMENT_ROWS,
    ExportFormat.HTML: MAX_MAP_ROWS,
}
_WRITERS = {
    ExportFormat.CSV: ("export.csv_file", "csv_chunks"),
    ExportFormat.XLSX: ("export.xlsx_file", "xlsx_chunks"),
    ExportFormat.ODS: ("export.ods_file", "ods_chunks"),
    ExportFormat.PDF: ("export.pdf_file", "pdf_chunks"),
    ExportFormat.DOCX: ("export.docx_file", "docx_chunks"),
    ExportFormat.HTML: ("standalone_map.page", "page_chunks"),
    ExportFormat.GEOJSON: ("export.geojson_file", "geojson_chunks"),
    ExportFormat.GPKG: ("export.geopackage_file", "geopackage_chunks"),
    ExportFormat.KML: ("export.kml_file", "kml_chunks"),
    ExportFormat.VCF: ("export.vcard_file", "vcard_chunks"),
}

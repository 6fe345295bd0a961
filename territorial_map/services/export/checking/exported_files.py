"""The one door to exported files: the extension tells the reader."""

from collections.abc import Callable
from pathlib import Path

from territorial_map.domain.errors import BadParameter, NotFound, SourceError
from territorial_map.services.export.checking import (
    card_files,
    document_files,
    geo_files,
    table_files,
)
from territorial_map.services.export.checking.file_content import Carried
from territorial_map.services.export.formats import ExportFormat

_READERS: dict[ExportFormat, Callable[[Path], Carried]] = {
    ExportFormat.CSV: table_files.read_csv,
    ExportFormat.XLSX: table_files.read_workbook,
    ExportFormat.ODS: table_files.read_workbook,
    ExportFormat.PDF: document_files.read_pdf,
    ExportFormat.DOCX: document_files.read_docx,
    ExportFormat.HTML: document_files.read_page,
    ExportFormat.GEOJSON: geo_files.read_geojson,
    ExportFormat.GPKG: geo_files.read_geopackage,
    ExportFormat.KML: geo_files.read_kml,
    ExportFormat.VCF: card_files.read_cards,
}


def read_export(path: Path) -> Carried:
    """What an exported file carries.

    Raises:
        NotFound: the file is not there.
        BadParameter: its extension is none of ours.
        SourceError: it cannot be read, or carries no query.
    """
    extension = path.suffix.removeprefix(".").lower()
    if extension not in ExportFormat.codes():
        known = tuple(f".{code}" for code in ExportFormat.codes())
        raise BadParameter("FICHIER", str(path), "extension inconnue.", known)
    if not path.is_file():
        raise NotFound(f"Le fichier « {path} » n’existe pas.")
    try:
        return _READERS[ExportFormat(extension)](path)
    except (UnicodeDecodeError, PermissionError) as error:
        raise SourceError(f"{path.name} ne peut être lu : {error}") from error

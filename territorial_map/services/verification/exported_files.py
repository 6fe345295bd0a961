"""The one door to exported files: the extension tells the reader."""

from pathlib import Path

from territorial_map.domain.errors import BadParameter, NotFound, SourceError
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.verification.file_content import Carried, carried_from

# What spreadsheets save a table or a workbook of ours as.
_SAVED_AS = {"txt": "csv", "tsv": "csv", "xls": "xlsx", "xlsm": "xlsx"}


def read_export(path: Path) -> Carried:
    """What an exported file carries.

    Raises:
        NotFound: the file is not there.
        BadParameter: its extension is none of ours.
        SourceError: it cannot be read, or carries no query.
    """
    written = path.suffix.removeprefix(".").lower()
    extension = _SAVED_AS.get(written, written)
    if extension not in FORMATS:
        known = tuple(f".{code}" for code in FORMATS)
        raise BadParameter("FICHIER", str(path), "extension inconnue.", known)
    if not path.is_file():
        raise NotFound(f"Le fichier « {path} » n’existe pas.")
    try:
        return carried_from(path, FORMATS[extension].read(path))
    except (UnicodeDecodeError, PermissionError) as error:
        raise SourceError(f"{path.name} ne peut être lu : {error}") from error

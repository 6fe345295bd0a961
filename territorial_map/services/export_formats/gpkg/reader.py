"""A GeoPackage read back."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.services.export.about import EDITION_HEADING, LINK_HEADING
from territorial_map.services.export_formats.read_file import NamedBy, ReadFile, in_every_language


def read_geopackage(path: Path) -> ReadFile:
    """A GeoPackage: the link and the edition stand in the table « a_propos ».

    Raises:
        SourceError: the file is not a GeoPackage, or not an export of ours.
    """
    address = f"{path.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            about = dict(connection.execute("SELECT rubrique, valeur FROM a_propos"))
            connection.row_factory = sqlite3.Row
            rows = [dict(row) for row in connection.execute("SELECT * FROM organisations")]
    except sqlite3.Error as error:
        raise SourceError(
            f"{path.name} n’est pas un GeoPackage de cet annuaire : {error}"
        ) from error
    return ReadFile(_of(about, LINK_HEADING), _of(about, EDITION_HEADING), rows, NamedBy.FIELD)


def _of(about: Mapping[str, str], wanted: str) -> str | None:
    """What stands under a heading, in whichever language the file is."""
    return next((about[name] for name in in_every_language(wanted) if name in about), None)

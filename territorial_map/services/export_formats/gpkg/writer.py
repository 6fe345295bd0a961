"""GeoPackage 1.3 (OGC 12-128r17): a layer of points and a table « a_propos ».

Written with SQLite, which a GeoPackage is: row by row on disk, without a data frame.
"""

import sqlite3
import struct
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from territorial_map.domain.geo import Point
from territorial_map.services.export.table import ExportLine, ExportTable
from territorial_map.services.export_formats.zip_stream import CHUNK_BYTES

LAYER = "organisations"
ABOUT = "a_propos"
_APPLICATION_ID = 0x47504B47  # "GPKG"
_VERSION = 10300
_BATCH = 2_000
_WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,'
    'AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,'
    'AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],'
    'AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]'
)
_TABLES = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,
  description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
  identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL,
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL,
  m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE a_propos (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, rubrique TEXT,
  valeur TEXT);
"""


def geopackage_chunks(table: ExportTable) -> Iterator[bytes]:
    """The finished file, in chunks."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.gpkg"
        _write(path, table)
        with path.open("rb") as handle:
            while chunk := handle.read(CHUNK_BYTES):
                yield chunk


def _write(path: Path, table: ExportTable) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {_VERSION}")
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(_TABLES)
        _describe(connection, table)
        _fill(connection, table)
        connection.commit()
    finally:
        connection.close()


def _describe(connection: sqlite3.Connection, table: ExportTable) -> None:
    systems = [
        ("Undefined cartesian SRS", -1, "NONE", -1, "undefined", None),
        ("Undefined geographic SRS", 0, "NONE", 0, "undefined", None),
        ("WGS 84 geodetic", 4326, "EPSG", 4326, _WGS84, "longitude, latitude"),
    ]
    connection.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", systems)
    built = datetime.fromisoformat(table.about.edition.built_on).replace(tzinfo=UTC)
    changed = built.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    told = f"{table.about.query} — {table.about.link}"
    connection.executemany(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, "
        "srs_id) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (LAYER, "features", LAYER, told, changed, 4326),
            (ABOUT, "attributes", ABOUT, "Ce que dit le fichier de lui-même", changed, 0),
        ],
    )
    connection.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POINT', 4326, 0, 0)", (LAYER,)
    )
    connection.executemany(
        "INSERT INTO a_propos (rubrique, valeur) VALUES (?, ?)",
        [(name, None if value is None else str(value)) for name, value in table.about.lines()],
    )


def _fill(connection: sqlite3.Connection, table: ExportTable) -> None:
    columns = ", ".join(
        f'"{column.field}" {"DOUBLE" if column.numeric else "TEXT"}' for column in table.columns
    )
    connection.execute(
        f"CREATE TABLE {LAYER} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, "
        f"{columns})"
    )
    places = ", ".join("?" for _ in range(len(table.columns) + 2))
    lines = table.lines()
    at, extent = 0, _Extent()
    while batch := list(islice(lines, _BATCH)):
        rows = [(at + n, *_values(line, extent)) for n, line in enumerate(batch, start=1)]
        connection.executemany(f"INSERT INTO {LAYER} VALUES ({places})", rows)  # noqa: S608 - places are « ? »
        at += len(batch)
    if extent.sides is not None:
        connection.execute(
            "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? "
            "WHERE data_type = 'features'",
            extent.sides,
        )


class _Extent:
    """The window of the points seen so far."""

    def __init__(self) -> None:
        self.sides: tuple[float, float, float, float] | None = None

    def add(self, point: Point) -> None:
        """Widen to hold the point."""
        w, s, e, n = self.sides or (point.lon, point.lat, point.lon, point.lat)
        lon, lat = point.lon, point.lat
        self.sides = (min(w, lon), min(s, lat), max(e, lon), max(n, lat))


def _values(line: ExportLine, extent: _Extent) -> tuple[object, ...]:
    if line.point is None:
        return (None, *line.cells)
    extent.add(line.point)
    return (_geometry(line.point), *line.cells)


def _geometry(point: Point) -> bytes:
    """GeoPackage binary: header without envelope, little endian, then a WKB point."""
    header = b"GP" + struct.pack("<BBi", 0, 1, 4326)
    return header + struct.pack("<BIdd", 1, 1, point.lon, point.lat)

"""GeoJSON, GeoPackage and KML, opened by GDAL, hold the selection with its points."""

import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely

from territorial_map.services.export.cells import plain
from territorial_map.services.export.table import ExportTable
from tests.services.export.conftest import Writer


def features(path: Path, layer: str | None = None) -> tuple[dict[str, list[Any]], list[Any]]:
    """Fields by name and geometries, as GDAL reads them."""
    about, _, shapes, columns = pyogrio.raw.read(path, layer=layer)
    assert about["crs"] == (None if shapes is None else "EPSG:4326")
    fields = {n: list(c) for n, c in zip(about["fields"], columns, strict=True)}
    found = [] if shapes is None else list(shapes)
    return fields, [None if s is None else shapely.from_wkb(s) for s in found]


def as_python(cell: Any) -> Any:
    """A value of NumPy as one of Python; GDAL takes a column of ISO dates for dates."""
    value = cell.item() if isinstance(cell, np.generic) else cell
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize(
    ("extension", "layer"), [("geojson", None), ("gpkg", "organisations"), ("kml", None)]
)
def test_gdal_reads_every_line_field_and_point(
    table: ExportTable, written: Writer, extension: str, layer: str | None
) -> None:
    fields, shapes = features(written(extension), layer)

    points = [(line.point.lon, line.point.lat) if line.point else None for line in table.lines()]
    assert [(s.x, s.y) if s is not None else None for s in shapes] == points
    assert len(table.columns) > 20
    for n, column in enumerate(table.columns):
        cells = [plain(row[n]) for row in table.rows()]
        if not any(cells):
            continue
        read = [None if c != c else c for c in fields[column.field]]  # noqa: PLR0124 - NaN is no number
        assert [plain(as_python(c)) for c in read] == cells, column.heading


def test_a_geojson_tells_its_query_edition_sources_and_counts(
    table: ExportTable, written: Writer
) -> None:
    about = json.loads(written("geojson").read_text())["about"]

    assert about["link"] == table.about.link
    assert about["query"] == "Toutes les organisations"
    assert about["edition"] == table.about.edition.id
    assert about["content_hash"] == table.about.edition.content_hash
    assert (about["total"], about["unlocated"]) == (14, 2)
    assert about["sources"] == ["Table synthétique — millésime 2026-01 — CC0 — 14 lignes lues"]


def test_a_geopackage_carries_its_about_as_a_table(table: ExportTable, written: Writer) -> None:
    fields, _ = features(written("gpkg"), "a_propos")
    told = dict(zip(fields["rubrique"], fields["valeur"], strict=True))

    assert told["Lien de la requête"] == table.about.link
    assert told["Édition"] == table.about.edition.id


def test_a_geopackage_declares_itself_and_its_extent(written: Writer) -> None:
    with closing(sqlite3.connect(written("gpkg"))) as connection:
        (kind,) = connection.execute("PRAGMA application_id").fetchone()
        extent = connection.execute(
            "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name='organisations'"
        ).fetchone()
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()

    assert kind.to_bytes(4, "big") == b"GPKG"
    assert extent == pytest.approx((2.36, 45.04, 5.35, 48.83))
    assert broken == []


def test_a_kml_tells_its_query_and_edition(table: ExportTable, written: Writer) -> None:
    text = written("kml").read_text(encoding="utf-8")

    assert f'<Data name="link"><value>{table.about.link}</value></Data>' in text
    assert f'<Data name="edition"><value>{table.about.edition.id}</value></Data>' in text
    assert "Source 1\u00a0: Table synthétique" in text


@pytest.mark.parametrize(
    ("extension", "layer"), [("geojson", None), ("gpkg", "organisations"), ("kml", None)]
)
def test_gdal_reads_any_other_list(
    other_table: ExportTable, written_other: Writer, extension: str, layer: str | None
) -> None:
    test_gdal_reads_every_line_field_and_point(other_table, written_other, extension, layer)

"""Files of maps as people make them: shapes, projections, KML and GPX, GeoPackage."""

from pathlib import Path

import orjson
import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.ingest.sources import check_files, importer_for
from territorial_map.ingest.sources.problems import Noted
from territorial_map.readers import Row, Upload
from territorial_map.readers.column_names import matched
from territorial_map.services.matching.list_files import read_list
from tests.readers.field_files import cells, read

SQUARE = [[[5.0, 46.3], [5.2, 46.3], [5.2, 46.5], [5.0, 46.5], [5.0, 46.3]]]


@pytest.mark.parametrize(
    ("geometry", "placed", "on_surface"),
    [
        ({"type": "Point", "coordinates": [5.07, 46.39]}, True, 0),
        ({"type": "Point", "coordinates": ["5,07", "46.39", 210]}, True, 0),
        ({"type": "MultiPoint", "coordinates": [[5.07, 46.39]]}, True, 1),
        ({"type": "Polygon", "coordinates": SQUARE}, True, 1),
        ({"type": "LineString", "coordinates": [[5.0, 46.3], [5.2, 46.5]]}, True, 1),
        ({"type": "LineString", "coordinates": []}, False, 0),
        ({"type": "GeometryCollection", "geometries": []}, False, 0),
        ({"type": "Polygon", "coordinates": [[["a"]]]}, False, 0),
        (None, False, 0),
    ],
)
@pytest.mark.parametrize("kind", ["collection", "feature", "umap"])
def test_a_shape_takes_a_point_that_lies_on_it(
    geometry: object, *, placed: bool, on_surface: int, kind: str
) -> None:
    feature = {"type": "Feature", "geometry": geometry, "properties": {"name": "A"}}
    documents: dict[str, tuple[str, object]] = {
        "collection": ("l.geojson", {"type": "FeatureCollection", "features": [feature]}),
        "feature": ("l.geojson", feature),
        "umap": ("l.umap", {"type": "umap", "layers": [{"features": [feature]}]}),
    }
    name, document = documents[kind]

    table, (row,) = read(name, orjson.dumps(document))

    told = cells(row)
    assert told[0] == "A"
    assert all(told[1:]) is placed
    assert table.shapes.on_surface == on_surface
    if placed:
        assert 5.0 <= float(told[1]) <= 5.2
        assert 46.3 <= float(told[2]) <= 46.5


def test_metres_are_put_in_degrees_where_the_file_tells_its_projection() -> None:
    feature = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [860000, 6592000]},
        "properties": {"name": "A"},
    }
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}
    document = {"type": "FeatureCollection", "features": [feature], "crs": crs}

    _, (row,) = read("l.geojson", orjson.dumps(document))

    assert [round(float(cell), 1) for cell in cells(row)[1:]] == [5.1, 46.4]


KML = """<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>
<Placemark><name>A synthétique</name><ExtendedData><Data name="ville"><value>Vernoux</value></Data>
</ExtendedData><Point><coordinates>5.07,46.39</coordinates></Point></Placemark>
</Document></kml>"""


GPX = """<?xml version="1.0"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">
<wpt lat="46.39" lon="5.07"><name>A synthétique</name></wpt></gpx>"""


@pytest.mark.parametrize(("name", "content"), [("l.kml", KML), ("l.gpx", GPX)])
def test_files_of_maps_are_read_as_tables(name: str, content: str) -> None:
    table, (row,) = read(name, content)

    assert isinstance(row, Row)
    assert matched(table.columns)["name"] in table.columns
    assert row.values[matched(table.columns)["name"]] == "A synthétique"
    assert (float(row.values["longitude"]), float(row.values["latitude"])) == (5.07, 46.39)


def test_a_geopackage_in_metres_is_read_in_degrees(tmp_path: Path) -> None:
    import geopandas as gpd  # noqa: PLC0415 - slow to load, for this test only
    from shapely.geometry import Point  # noqa: PLC0415 - the same

    path = tmp_path / "l.gpkg"
    frame = gpd.GeoDataFrame({"nom": ["A"]}, geometry=[Point(860000, 6592000)], crs=2154)
    frame.to_file(path, driver="GPKG")

    _, (row,) = read("l.gpkg", path.read_bytes())

    assert [round(float(cell), 1) for cell in cells(row)[1:]] == [5.1, 46.4]


@pytest.mark.parametrize("name", ["l.kml", "l.gpx", "l.gpkg"])
def test_what_is_no_map_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(SourceError, match="fichier de carte") as refused:
        read(name, "ceci n’est pas une carte")

    assert "/" not in str(refused.value), "no path of ours, no word of the reader's library"


def _kml(*points: str) -> bytes:
    marks = "".join(
        f"<Placemark><name>{n} synthétique</name>{point}</Placemark>"
        for n, point in enumerate(points)
    )
    return (
        f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{marks}</Document></kml>'.encode()
    )


def _features(*geometries: object) -> bytes:
    features = [
        {"type": "Feature", "geometry": geometry, "properties": {"name": f"{n} synthétique"}}
        for n, geometry in enumerate(geometries)
    ]
    return orjson.dumps({"type": "FeatureCollection", "features": features})


PLACED = {"type": "Point", "coordinates": [5.07, 46.39]}
POINT = "<Point><coordinates>5.07,46.39</coordinates></Point>"
UNPLACED = {
    "l.kml": _kml(POINT, "", "<address>Lyon</address>"),
    "l.geojson": _features(PLACED, None, {"type": "Point", "coordinates": ["nord", "est"]}),
    "l.umap": b'{"layers": [' + _features(PLACED, None, {"type": "Point"}) + b"]}",
    "none.geojson": _features(PLACED, None, None).replace(b'"type":"Point"', b'"type":"Nothing"'),
}


@pytest.mark.parametrize(("name", "content"), UNPLACED.items(), ids=UNPLACED.keys())
def test_what_has_no_position_is_counted_and_shown_in_a_match_and_in_an_import(
    name: str, content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    lines = [2, 3, 4] if name == "none.geojson" else [3, 4]

    notes = read_list(Upload(name, content)).notes
    report = check_files(importer_for("generic", [path]), [path])

    shown = ", ".join(map(str, lines))
    assert f"{len(lines)} entité(s) de la carte sans position lisible (lignes {shown})" in notes[-1]
    assert report.intake.noted[Noted.SHAPE_UNPLACED] == len(lines)
    assert [e.line for e in report.intake.examples[Noted.SHAPE_UNPLACED]] == lines


def test_of_many_without_position_the_first_are_shown() -> None:
    (note,) = read_list(Upload("l.geojson", _features(PLACED, *[None] * 9))).notes

    assert note.startswith("9 entité(s)")
    assert "(lignes 3, 4, 5, 6, 7…)" in note


def test_a_map_whose_features_all_have_a_position_says_nothing() -> None:
    assert read_list(Upload("l.geojson", _features(PLACED, PLACED))).notes == ()

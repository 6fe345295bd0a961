"""Priority neighbourhoods: read in every form they come in, told on the organisations they hold."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.domain.geo import Point
from territorial_map.domain.organisation import Place, Zoning
from territorial_map.domain.vocabulary import Located
from territorial_map.domain.zoning_terms import PriorityPlace, ZoningKind
from territorial_map.ingest.sources import layer_importer_for
from territorial_map.ingest.sources.qpv import QPV
from territorial_map.places.zonings import ZoningArea, ZoningLayer, Zonings

FIXTURE = Path(__file__).parents[2] / "fixtures" / "qpv-2024-synthetic.geojson"
NATIONAL = "QP2024_France_Hexagonale_Outre_Mer_WGS84"
KEPT = {"QN02601M", "QN02602M", "QN02603M", "QP974001"}


def layer() -> gpd.GeoDataFrame:
    return gpd.read_file(FIXTURE)


def bare(folder: Path) -> Path:
    path = folder / "qpv.geojson"
    path.write_bytes(FIXTURE.read_bytes())
    return path


def published_zip(folder: Path) -> Path:
    path = folder / "qpv.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(FIXTURE, f"GEOJSON/{NATIONAL}.geojson")
        archive.writestr("GEOJSON/QP2024_France_Hexagonale_LB93.geojson", "{}")
        archive.writestr("GEOJSON/QP2024_Guadeloupe_WGS84.geojson", "{}")
        archive.writestr("LISEZMOI.txt", "rien")
    return path


def geopackage(folder: Path) -> Path:
    path = folder / "qpv.gpkg"
    layer().drop(columns="fid").to_file(path)
    return path


def shapefile_in_zip(folder: Path) -> Path:
    whole = layer().to_crs(2154).drop(index=5)  # the far one has no place in Lambert 93
    whole.to_file(folder / "QP2024_France.shp", encoding="utf-8")
    path = folder / "shape.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for each in folder.glob("QP2024_France.*"):
            archive.write(each, f"SHP/{each.name}")
    return path


def csv_of_shapes(folder: Path) -> Path:
    path = folder / "qpv.csv"
    rows = layer()
    rows["geo_shape"] = rows.geometry.to_wkt()
    rows.drop(columns="geometry").to_csv(path, sep=";", index=False)
    return path


@pytest.mark.parametrize("form", [bare, published_zip, geopackage, shapefile_in_zip, csv_of_shapes])
def test_every_form_gives_the_same_neighbourhoods(
    form: Callable[[Path], Path], tmp_path: Path
) -> None:
    QPV.read([form(tmp_path)], tmp_path, "").write(tmp_path)

    zonings = Zonings.of_folder(tmp_path)

    inside = Place(Located.ADDRESS, commune_code="26281", point=Point(5.055, 45.045))
    overseas = Place(Located.ADDRESS, commune_code="97411", point=Point(55.455, -20.895))
    assert zonings.of(inside) == (
        Zoning(ZoningKind.QPV, "QN02601M", "Quartier synthétique", "2024", Located.ADDRESS),
    )
    if form is not shapefile_in_zip:
        assert [zone.code for zone in zonings.of(overseas)] == ["QP974001"]


def test_what_was_read_left_out_and_put_right_is_told() -> None:
    update = QPV.read([FIXTURE], FIXTURE.parent, "")
    told = "\n".join(update.lines)

    assert "6 lignes lues, 4 quartiers, dont 4 avec leur contour" in told
    assert "sans code de quartier : 1" in told
    assert "sans contour ni commune en France : 1" in told
    assert "contours réparés : 1" in told
    assert "1 584 quartiers sont attendus" in told.replace("\u00a0", " ")


def test_an_organisation_known_by_its_commune_alone_is_told_nothing(tmp_path: Path) -> None:
    QPV.read([FIXTURE], tmp_path, "").write(tmp_path)

    zonings = Zonings.of_folder(tmp_path)

    by_commune = Place(Located.COMMUNE, commune_code="26281", point=Point(5.055, 45.045))
    outside = Place(Located.ADDRESS, commune_code="26281", point=Point(5.2, 45.2))
    assert zonings.of(by_commune) == ()
    assert zonings.of(outside) == ()


def test_a_list_without_boundaries_puts_no_organisation_in_a_neighbourhood(tmp_path: Path) -> None:
    path = tmp_path / "qpv.csv"
    layer().drop(columns="geometry").to_csv(path, sep=";", index=False)

    update = QPV.read([path], tmp_path, "")
    update.write(tmp_path)

    assert "4 quartiers, dont 0 avec leur contour" in update.lines[1]
    assert any("aucune organisation" in line for line in update.lines)
    inside = Place(Located.ADDRESS, commune_code="26281", point=Point(5.055, 45.045))
    assert Zonings.of_folder(tmp_path).of(inside) == ()


def test_a_zip_and_a_bare_file_are_recognised(tmp_path: Path) -> None:
    assert layer_importer_for("auto", [published_zip(tmp_path)]) is QPV
    assert layer_importer_for("auto", [FIXTURE]) is QPV
    assert layer_importer_for("qpv", [FIXTURE]) is QPV


def zip_of(folder: Path, **files: str) -> Path:
    path = folder / "autre.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_geojson", ".geojson"), content)
    return path


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "carte illisible"),
        ("<html>maintenance</html>", "carte illisible"),
        ('{"type": "FeatureCollection", "features": []}', "aucune entité|carte illisible"),
        (FIXTURE.read_text(encoding="utf-8")[:900], "carte illisible"),
        (FIXTURE.read_text(encoding="utf-8").replace("code_qp", "code"), "aucun quartier"),
        (FIXTURE.read_text(encoding="utf-8").replace('"QN', '"QP'), "géographie de 2015"),
    ],
)
def test_a_file_that_is_not_it_is_one_sentence_and_writes_nothing(
    content: str, sentence: str, tmp_path: Path
) -> None:
    path = tmp_path / "qpv.geojson"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(SourceError, match=sentence) as caught:
        QPV.read([path], tmp_path, "").write(tmp_path)

    assert str(caught.value).startswith("qpv.geojson")
    assert not (tmp_path / "zonings").exists()


def test_archives_without_one_clear_file_are_refused_with_the_list(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"a\.geojson, b\.geojson"):
        QPV.read([zip_of(tmp_path, a_geojson="{}", b_geojson="{}")], tmp_path, "")
    with pytest.raises(SourceError, match="0 fichiers"):
        QPV.read([zip_of(tmp_path, lisezmoi="rien")], tmp_path, "")


def test_a_shapefile_without_projection_is_refused(tmp_path: Path) -> None:
    shapefile_in_zip(tmp_path)
    (tmp_path / "QP2024_France.prj").unlink()

    with pytest.raises(SourceError, match="projection n’est pas dite"):
        QPV.read([tmp_path / "QP2024_France.shp"], tmp_path, "")


def test_only_an_address_is_told_inside_or_outside(tmp_path: Path) -> None:
    inside, outside = Point(5.055, 45.045), Point(5.2, 45.2)
    without = Zonings.of_folder(tmp_path)
    QPV.read([FIXTURE], tmp_path, "").write(tmp_path)
    zonings = Zonings.of_folder(tmp_path)

    def told(located: Located, point: Point) -> PriorityPlace:
        return zonings.priority(Place(located, commune_code="26281", point=point))

    assert told(Located.ADDRESS, inside) is PriorityPlace.INSIDE
    assert told(Located.ADDRESS, outside) is PriorityPlace.OUTSIDE
    assert told(Located.COMMUNE, inside) is PriorityPlace.UNKNOWN
    here = Place(Located.ADDRESS, commune_code="26281", point=inside)
    assert without.priority(here) is PriorityPlace.UNKNOWN


def test_neighbourhoods_without_boundaries_tell_nothing_of_addresses(tmp_path: Path) -> None:
    zones = [ZoningArea("QN02601M", "Quartier synthétique", ("26281",))]
    ZoningLayer(ZoningKind.QPV, "2024", zones).write(tmp_path)

    place = Place(Located.ADDRESS, commune_code="26281", point=Point(5.055, 45.045))
    told = Zonings.of_folder(tmp_path).priority(place)

    assert told is PriorityPlace.UNKNOWN

"""Draw the picture of link previews, one per language: the product's name beside a map of France.

Usage: python data/preview/build.py [FOLDER]

FOLDER is ``assets/preview`` by default. The outlines are those of ``data/territories/screen``; the
page is set by Typst (``preview.typ``) with the fonts of printed lists, so that a machine needs
nothing but the project's own requirements.
"""

import json
import sys
import tempfile
from pathlib import Path

import geopandas as gpd
import typst
from shapely import affinity
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from territorial_map.services.paper.typesetting import fonts
from territorial_map.web.base.head import IMAGE_HEIGHT, IMAGE_WIDTH, preview_image, preview_lead
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.base.titles import PRODUCT

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
OUTLINES = ROOT / "data" / "territories" / "screen" / "departments.geojson"

# Metres on the ground (EPSG), and where each part stands: left, top, width, height in points.
METROPOLE = 2154
METROPOLE_BOX = (640.0, 35.0, 530.0, 470.0)
OVERSEAS = {"971": 5490, "972": 5490, "973": 2972, "974": 2975, "976": 4471}
OVERSEAS_SIDE, OVERSEAS_TOP, OVERSEAS_STEP = 72.0, 525.0, 100.0
LAND, BORDER = "#9cc3ea", "#12355b"
NARROWEST = 0.4  # points: nearer corners are one


def main() -> None:
    """Write a picture per language."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "assets" / "preview"
    out.mkdir(parents=True, exist_ok=True)
    for language in Language:
        path = out / Path(preview_image(language)).name
        path.write_bytes(picture(language))
        print(f"{path}: {path.stat().st_size} bytes")


def picture(language: Language) -> bytes:
    """The PNG of a language, ``IMAGE_WIDTH`` by ``IMAGE_HEIGHT`` pixels."""
    t = Texts(language)
    words = {
        "lang": language.value,
        "name": t(PRODUCT),
        "lead": preview_lead(t),
    }
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "preview.typ").write_bytes((HERE / "preview.typ").read_bytes())
        (folder / "logo.svg").write_bytes((ROOT / "assets" / "favicon.svg").read_bytes())
        (folder / "words.json").write_text(json.dumps(words), encoding="utf-8")
        (folder / "map.svg").write_text(map_svg(), encoding="utf-8")
        made = typst.compile(
            folder / "preview.typ", root=folder, font_paths=fonts(), format="png", ppi=72
        )
    return bytes(made)


def map_svg() -> str:
    """The départements: metropolitan France, and those overseas in a row, each at its own scale."""
    layer = gpd.read_file(OUTLINES).set_crs(4326, allow_override=True).set_index("code")
    at_home = layer[~layer.index.isin(list(OVERSEAS))].to_crs(METROPOLE)
    paths = _paths(list(at_home.geometry), METROPOLE_BOX)
    for rank, (code, crs) in enumerate(OVERSEAS.items()):
        left = METROPOLE_BOX[0] + 20 + rank * OVERSEAS_STEP
        box = (left, OVERSEAS_TOP, OVERSEAS_SIDE, OVERSEAS_SIDE)
        paths += _paths(list(layer.loc[[code]].to_crs(crs).geometry), box)
    size = f'viewBox="0 0 {IMAGE_WIDTH} {IMAGE_HEIGHT}"'
    drawn = "".join(f'<path d="{path}"/>' for path in paths)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}><g fill="{LAND}" stroke="{BORDER}" '
        f'stroke-width="0.9" stroke-linejoin="round">{drawn}</g></svg>'
    )


def _paths(shapes: list[BaseGeometry], box: tuple[float, float, float, float]) -> list[str]:
    """Each shape as path commands, all at one scale in the middle of a box."""
    bounds = [shape.bounds for shape in shapes]
    west, south = min(b[0] for b in bounds), min(b[1] for b in bounds)
    east, north = max(b[2] for b in bounds), max(b[3] for b in bounds)
    left, top, width, height = box
    scale = min(width / (east - west), height / (north - south))
    across = left + width / 2 - scale * (west + east) / 2
    down = top + height / 2 + scale * (south + north) / 2
    placed = (affinity.affine_transform(s, [scale, 0, 0, -scale, across, down]) for s in shapes)
    return [_path(shape.simplify(NARROWEST, preserve_topology=True)) for shape in placed]


def _path(shape: BaseGeometry) -> str:
    parts = shape.geoms if isinstance(shape, MultiPolygon) else [shape]
    rings = [ring for p in parts if isinstance(p, Polygon) for ring in (p.exterior, *p.interiors)]
    return "".join(
        "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring.coords[:-1]) + "Z" for ring in rings
    )


if __name__ == "__main__":
    main()

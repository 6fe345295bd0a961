"""Priority neighbourhoods read from whatever form they are published in."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely

from territorial_map.domain.errors import SourceError
from territorial_map.domain.zoning_terms import ZoningKind
from territorial_map.ingest.sources.about import SourceAbout
from territorial_map.ingest.sources.file_beginning import Glimpse
from territorial_map.ingest.sources.layers import LayerImporter
from territorial_map.ingest.sources.qpv.shapes import ShapedRow, shaped_rows
from territorial_map.places.coordinates import in_france
from territorial_map.places.zonings import ZoningArea, ZoningLayer
from territorial_map.readers import unpacked_folder

ABOUT = SourceAbout(
    code="qpv",
    title="Quartiers prioritaires de la politique de la ville (QPV 2024)",
    publisher="Agence nationale de la cohésion des territoires (ANCT)",
    page="https://www.data.gouv.fr/fr/datasets/quartiers-prioritaires-de-la-politique-de-la-ville-qpv/",
    licence="Licence Ouverte 2.0",
    refresh="par décret : géographie de 2024",
    formats="ZIP publié, GeoJSON, GeoPackage, shapefile ou CSV",
    table="zonings/qpv.parquet",
    register="la géographie prioritaire",
)
VINTAGE = "2024"
_CODE = re.compile(r"Q[NP][0-9A-Z]{4,7}")
_OF_2024 = "QN"
_USUAL = 1_400  # 1,584 in the whole country
_FORMS = (".geojson", ".json", ".gpkg", ".shp", ".csv")
_SIBLINGS = (".shx", ".dbf", ".prj", ".cpg")


@dataclass(frozen=True, slots=True)
class QpvUpdate:
    """Neighbourhoods to write, and what was met while they were read."""

    layer: ZoningLayer
    lines: tuple[str, ...]

    def write(self, folder: Path) -> None:
        """Write the layer."""
        self.layer.write(folder)


def read(files: Sequence[Path], folder: Path, as_of: str) -> QpvUpdate:
    """The neighbourhoods of one file.

    Raises:
        SourceError: several files, no form that is read, no neighbourhood of 2024 in it.
    """
    del folder, as_of
    if len(files) != 1 and not all(path.suffix.lower() in (".shp", *_SIBLINGS) for path in files):
        names = ", ".join(path.name for path in files)
        raise SourceError(f"{names} : donnez un seul fichier de quartiers prioritaires.")
    told: Counter[str] = Counter()
    path = next((each for each in files if each.suffix.lower() == ".shp"), files[0])
    with _bare(path) as bare:
        zones = _zones(shaped_rows(bare), told)
    _check(path, zones, told)
    layer = ZoningLayer(ZoningKind.QPV, VINTAGE, list(zones.values()))
    return QpvUpdate(layer, tuple(_lines(path, zones, told)))


@contextmanager
def _bare(path: Path) -> Iterator[Path]:
    """The one file to read: the path itself, or the national one in WGS 84 of an archive."""
    if path.suffix.lower() != ".zip":
        yield path
        return
    with unpacked_folder(path, (*_FORMS, *_SIBLINGS)) as folder:
        yield _national(path, sorted(folder.iterdir()))


def _national(archive: Path, members: Sequence[Path]) -> Path:
    for form in _FORMS:
        found = [each for each in members if each.suffix.lower() == form]
        degrees = [each for each in found if "wgs84" in each.stem.lower()] or found
        whole = [each for each in degrees if "france" in each.stem.lower()] or degrees
        widest = [each for each in whole if "outre" in each.stem.lower()] or whole
        if len(widest) == 1:
            return widest[0]
        if widest:
            names = ", ".join(each.name for each in widest)
            raise SourceError(
                f"{archive.name} : plusieurs fichiers conviennent : {names}. Extrayez celui de "
                "toute la France et donnez-le seul."
            )
    raise SourceError(
        f"{archive.name} : ni GeoJSON, ni GeoPackage, ni shapefile, ni CSV dans l’archive."
    )


def _zones(rows: Iterator[ShapedRow], told: Counter[str]) -> dict[str, ZoningArea]:
    zones: dict[str, ZoningArea] = {}
    for row in rows:
        told["lues"] += 1
        code = _cell(row.cells, "code_qp", "codeqp", "code_qpv", "code qp").upper()
        if not _CODE.fullmatch(code):
            told["sans code de quartier"] += 1
            continue
        shape = _in_degrees(row.shape, told)
        communes = re.findall(r"\b(?:\d[\dAB]\d{3})\b", _cell(row.cells, "insee_com", "insee com"))
        if shape is None and not communes:
            told["sans contour ni commune en France"] += 1
            continue
        name = _cell(row.cells, "lib_qp", "nom_qp", "lib qp", "nom") or code
        zones[code] = _joined(
            zones.get(code), ZoningArea(code, name, tuple(communes), _packed(shape))
        )
    return zones


def _cell(cells: Mapping[str, str], *names: str) -> str:
    return next((cells[name].strip() for name in names if cells.get(name, "").strip()), "")


def _in_degrees(shape: Any, told: Counter[str]) -> Any:  # noqa: ANN401 - untyped library
    """A valid surface inside France, or nothing."""
    if shape is None or shape.is_empty:
        return None
    if not shape.is_valid:
        told["contours réparés"] += 1
        shape = shapely.make_valid(shape)
    middle = shape.representative_point()
    return shape if shape.area and in_france(middle.x, middle.y) else None


def _packed(shape: Any) -> bytes | None:  # noqa: ANN401 - untyped library
    return None if shape is None else bytes(shapely.to_wkb(shape))


def _joined(first: ZoningArea | None, second: ZoningArea) -> ZoningArea:
    """Two rows of one neighbourhood as one."""
    if first is None:
        return second
    packed = [shapely.from_wkb(each.geometry) for each in (first, second) if each.geometry]
    communes = tuple(dict.fromkeys((*first.communes, *second.communes)))
    union = _packed(shapely.union_all(packed)) if packed else None
    return ZoningArea(first.code, first.name, communes, union)


def _check(path: Path, zones: Mapping[str, ZoningArea], told: Counter[str]) -> None:
    if not zones:
        raise SourceError(
            f"{path.name} : aucun quartier parmi {told['lues']} lignes (colonnes « code_qp » et "
            "« lib_qp » attendues). Vérifiez que c’est le bon fichier."
        )
    if not any(code.startswith(_OF_2024) for code in zones):
        raise SourceError(
            f"{path.name} : aucun code « QN… » : c’est la géographie de 2015, remplacée en 2024. "
            "Téléchargez le fichier de 2024."
        )


def _lines(path: Path, zones: Mapping[str, ZoningArea], told: Counter[str]) -> Iterator[str]:
    shaped = sum(zone.geometry is not None for zone in zones.values())
    yield f"{ABOUT.title} : {path.name}"
    read = told.pop("lues")
    yield f"  {read} lignes lues, {len(zones)} quartiers, dont {shaped} avec leur contour"
    for what, count in sorted(told.items()):
        yield f"  · {what} : {count}"
    if not shaped:
        yield "  Sans contour, aucune organisation ne peut être dite dans un quartier prioritaire."
    if len(zones) < _USUAL:
        yield "  1 584 quartiers sont attendus pour toute la France : ce fichier est-il partiel ?"


def is_qpv_file(name: str) -> bool:
    """True for a name that the files of neighbourhoods have.

    >>> is_qpv_file("GEOJSON/QP2024_France_Hexagonale_Outre_Mer_WGS84.geojson")
    True
    """
    return bool(re.match(r"QPV?_?20\d\d", name.rpartition("/")[2], re.IGNORECASE))


def recognises(seen: Glimpse) -> bool:
    """True for a table of neighbourhoods; archives are told by their name."""
    return seen.has("code_qp", "lib_qp")


QPV = LayerImporter(ABOUT, read, recognises)

"""A zoning by its composition: one row per commune, its zone beside it."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.domain.text import fold
from territorial_map.domain.zoning_terms import ZoningKind
from territorial_map.ingest.sources.about import SourceAbout
from territorial_map.ingest.sources.file_beginning import Glimpse
from territorial_map.ingest.sources.layers import LayerImporter
from territorial_map.ingest.territories import load_territories
from territorial_map.places.zonings import ZoningArea, ZoningLayer
from territorial_map.readers import Layout, Row, open_table, unpacked_folder

ABOUT = SourceAbout(
    code="insee-zonings",
    title="Insee, zonages : composition communale",
    publisher="Insee",
    page="https://www.insee.fr/fr/information/2028028",
    licence="Licence Ouverte 2.0",
    refresh="chaque année, au 1er janvier",
    formats="XLSX ou son ZIP, feuille « Composition_communale » (zones d’emploi, bassins de vie…)",
    table="zonings/<zonage>.parquet",
    register="les zonages de l’Insee",
)
SHEET = "Composition_communale"
COMMUNE = "CODGEO"
# The beginning of the column of zones → the zoning; INSEE adds the year of its definition.
_KINDS: dict[str, ZoningKind] = {
    "ZE": ZoningKind.EMPLOYMENT_ZONE,
    "BV": ZoningKind.LIVING_AREA,
    "AAV": ZoningKind.ATTRACTION_AREA,
    "UU": ZoningKind.URBAN_UNIT,
}
_COLUMN = re.compile(r"(ZE|BV|AAV|UU)(20\d\d)")
# The year of the communes; that of the definition stands right after letters (« ZE2020 »).
_DATED = re.compile(r"(?<![0-9A-Za-z])(20\d\d)(?!\d)")
# Codes that stand for « outside every area ».
_NONE = re.compile(r"0+|\d[\dAB]000")


@dataclass(frozen=True, slots=True)
class ZoningUpdate:
    """A zoning to write, and what was met while it was read."""

    layer: ZoningLayer
    lines: tuple[str, ...]

    def write(self, folder: Path) -> None:
        """Write the layer."""
        self.layer.write(folder)


def read(files: Sequence[Path], folder: Path, as_of: str) -> ZoningUpdate:
    """The zoning of one file, for the communes of the folder's COG.

    Raises:
        SourceError: no such sheet or columns, a date that is not told, or communes of another year.
    """
    if len(files) != 1:
        raise SourceError("Donnez un zonage à la fois.")
    path = files[0]
    dated = _DATED.search(path.stem)
    vintage = as_of[:4] or (dated[1] if dated else "")
    if not vintage:
        raise SourceError(
            f"{path.name} ne dit pas de quelle année il est : donnez-la, par exemple "
            "--as-of 2026-01-01."
        )
    with _workbook(path) as book:
        kind, zones = _composition(book)
    told = {commune for zone in zones for commune in zone.communes}
    known = load_territories(folder).communes.keys()
    foreign, missing = sorted(told - known), sorted(known - told)
    if len(foreign) > len(told) // 100 or len(missing) > len(known) // 10:
        raise SourceError(
            f"{path.name} : {len(foreign)} communes inconnues et {len(missing)} absentes, par "
            f"exemple {', '.join([*foreign[:3], *missing[:3]])}. Ce zonage est d’une autre année "
            "que le code officiel géographique en place, ou incomplet."
        )
    lines = [
        f"{kind.label} : {path.name}",
        f"  {len(told)} communes dans {len(zones)} zones, millésime {vintage}",
    ]
    if foreign:
        lines.append(f"  · communes d’un autre millésime, sans effet : {', '.join(foreign[:10])}")
    if missing:
        lines.append(f"  · communes sans zone : {len(missing)} ({', '.join(missing[:10])})")
    return ZoningUpdate(ZoningLayer(kind, vintage, zones), tuple(lines))


@contextmanager
def _workbook(path: Path) -> Iterator[Path]:
    if path.suffix.lower() != ".zip":
        yield path
        return
    with unpacked_folder(path, (".xlsx", ".csv")) as folder:
        found = sorted(folder.iterdir())
        if len(found) != 1:
            names = ", ".join(each.name for each in found)
            raise SourceError(f"{path.name} : plusieurs tableaux dans l’archive : {names}.")
        yield found[0]


def _composition(path: Path) -> tuple[ZoningKind, list[ZoningArea]]:
    sheet = SHEET if path.suffix.lower() != ".csv" else ""
    names: dict[str, str] = {}
    communes: dict[str, list[str]] = {}
    layout = Layout(header_line=0, sheet=sheet)
    with open_table(path, layout=layout, known=_is_known) as table:
        column = next((name for name in table.columns if _COLUMN.fullmatch(name)), "")
        label = f"LIB{column}"
        if not column or label not in table.columns or COMMUNE not in table.columns:
            found = ", ".join(f"« {name} »" for name in table.columns[:10])
            raise SourceError(
                f"{path.name} : colonnes « {COMMUNE} », « ZE2020 » et « LIBZE2020 » (ou BV, AAV, "
                f"UU) attendues dans la feuille « {SHEET} ». Colonnes trouvées : {found}."
            )
        for row in table.rows:
            if not isinstance(row, Row):
                continue
            code, commune = row.values[column].strip(), row.values[COMMUNE].strip().upper()
            if commune and code and not _NONE.fullmatch(code):
                names[code] = row.values[label].strip()
                communes.setdefault(code, []).append(commune.zfill(5))
    if not names:
        raise SourceError(f"{path.name} : aucune commune dans ce zonage.")
    kind = _KINDS[_COLUMN.fullmatch(column)[1]]  # type: ignore[index] # it matched above
    return kind, [ZoningArea(code, names[code], tuple(communes[code])) for code in sorted(names)]


def _is_known(column: str) -> bool:
    return fold(column) == fold(COMMUNE)


def recognises(seen: Glimpse) -> bool:
    """True for a composition by commune."""
    return seen.has(COMMUNE) and any(_COLUMN.fullmatch(name.upper()) for name in seen.columns)


INSEE_ZONINGS = LayerImporter(ABOUT, read, recognises)

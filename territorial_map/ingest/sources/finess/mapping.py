"""An establishment of FINESS as a row of our tables."""

from collections.abc import Sequence
from pathlib import Path

from territorial_map.ingest.sources.about import SourceAbout
from territorial_map.ingest.sources.cell_cleaning import (
    date_of,
    phone_of,
    shown,
    siret_of,
    text,
)
from territorial_map.ingest.sources.file_beginning import Glimpse
from territorial_map.ingest.sources.finess import constants as c
from territorial_map.ingest.sources.finess.feed import feed_rows, generated_on, is_feed
from territorial_map.ingest.sources.finess.reader import (
    Position,
    Structure,
    read_extract,
    vintage_of,
)
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.importer import Choices, Importer, Rows
from territorial_map.ingest.sources.problems import LeftOut, Noted, Rejected
from territorial_map.ingest.sources.projections import EPSG, degrees
from territorial_map.ingest.sources.table_row import OrganisationCells
from territorial_map.places.coordinates import in_france

ABOUT = SourceAbout(
    code="finess",
    title="FINESS",
    publisher="Agence du numérique en santé",
    page="https://www.data.gouv.fr/fr/datasets/finess-structures-1/",
    licence="Licence Ouverte 2.0",
    refresh="chaque jour (JSON) ; le CSV s’est arrêté le 4 mai 2026",
    formats="JSON « finess-structures-journalier » (.json.gz), CSV « etalab-cs1100507-stock »",
    table="sheltered_suppliers.csv",
    register="le registre Finess",
)


def rows(files: Sequence[Path], choices: Choices, intake: Intake) -> Rows:
    """Establishments of the chosen categories, in the order of the files, with their points.

    Positions may stand before or after the establishments: those kept wait for theirs.
    """
    wanted = frozenset(choices.categories or c.DEFAULT_CATEGORIES)
    kept: dict[str, tuple[Structure, int]] = {}
    places: dict[str, Position] = {}
    others: set[str] = set()
    feeds = [path for path in files if is_feed(path)]
    yield from feed_rows(feeds, choices, intake)
    for path in (path for path in files if path not in feeds):
        intake.file = path.name
        for item in read_extract(path, intake):
            if isinstance(item, Position):
                places.setdefault(item.finess, item)
            elif item.fields["categetab"] not in wanted:
                others.add(item.fields["nofinesset"])
                intake.leave_out(LeftOut.OTHER_CATEGORY)
            elif item.fields["nofinesset"] in kept:
                intake.reject(
                    Rejected.ALREADY_READ, item.line, "nofinesset", item.fields["nofinesset"]
                )
            else:
                kept[item.fields["nofinesset"]] = item, len(kept)
        intake.done()
    _reject_orphans(places, kept.keys() | others, intake)
    for finess, (structure, _) in kept.items():
        yield structure.line, _cells(structure, places.get(finess), intake)


def _reject_orphans(places: dict[str, Position], known: set[str], intake: Intake) -> None:
    for finess, place in places.items():
        if finess not in known:
            intake.read += 1
            intake.reject(Rejected.NO_PLACE_LINE, place.line, "nofinesset", finess)


def _cells(structure: Structure, place: Position | None, intake: Intake) -> OrganisationCells:
    f, line = structure.fields, structure.line
    department = c.DEPARTMENTS.get(f["departement"].upper(), f["departement"])
    postcode, _, city = f["ligneacheminement"].partition(" ")
    siret = siret_of(f["siret"], intake, line)
    lon, lat = _point(place, intake, line)
    is_sheltered = f["categetab"] in c.CATEGORIES
    return OrganisationCells(
        id=f"finess:{f['nofinesset']}",
        kind="sheltered_supplier" if is_sheltered else "territorial_partner",
        category=c.CATEGORIES.get(f["categetab"], c.OTHER_CATEGORY),
        name=text(f["rslongue"]) or text(f["rs"]),
        siren=siret[:9] if len(siret) == 14 else "",
        siret=siret,
        finess=f["nofinesset"],
        naf=text(f["codeape"]),
        address=_address(f),
        postcode=postcode,
        commune=text(city),
        commune_code=_commune_code(department, f["commune"]),
        department_code=department,
        lat=lat,
        lon=lon,
        geo_precision="address" if lat else "",
        phone=phone_of(f["telephone"], intake, line),
        manager_id=f"finess-ej:{f['nofinessej']}" if f["nofinessej"] else "",
        opened_on=date_of(f["dateouv"], intake, line),
        source_ref=f["nofinesset"],
    )


def _address(f: dict[str, str]) -> str:
    street = " ".join(f[name] for name in ("numvoie", "typvoie", "voie"))
    return text(" ".join((street, f["compvoie"], f["lieuditbp"])))


def _commune_code(department: str, commune: str) -> str:
    """The INSEE code: département and three characters, of which overseas it shares one."""
    if not commune:
        return ""
    if len(department) == 3:
        return f"{department}{commune[-2:]}"
    return f"{department}{commune.zfill(3)}"


def _point(place: Position | None, intake: Intake, line: int) -> tuple[str, str]:
    """Longitude and latitude in degrees, as text; blank without a position that can be read."""
    if place is None or not (place.x.strip() and place.y.strip()):
        intake.note(Noted.WITHOUT_POINT, line)
        return "", ""
    if place.projection not in EPSG:
        intake.note(Noted.PROJECTION_UNKNOWN, place.line, place.origin)
        return "", ""
    try:
        lon, lat = degrees(place.projection, float(place.x), float(place.y))
    except ValueError:
        intake.note(Noted.POINT_UNREADABLE, place.line, f"{place.x} ; {place.y}")
        return "", ""
    if not in_france(lon, lat):
        intake.note(Noted.POINT_ABROAD, place.line, f"{place.x} ; {place.y}")
        return "", ""
    return shown(lon), shown(lat)


def _recognises(seen: Glimpse) -> bool:
    if "pmej" in seen.keys or {"schemaVersion", "generatedAt"} <= seen.keys:
        return True
    first = seen.first_line.lower()
    return first.startswith(("finess;", f"{c.STRUCTURE};", f"{c.POSITION};"))


def _vintage(path: Path) -> str:
    return generated_on(path) if is_feed(path) else vintage_of(path)


FINESS = Importer(ABOUT, rows, _recognises, _vintage)

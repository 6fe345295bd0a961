"""A tiers-lieu of the census as a row of our tables."""

import re
from collections.abc import Sequence
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.domain.text import fold
from territorial_map.ingest.sources.about import LayoutKnown, SourceAbout
from territorial_map.ingest.sources.cell_cleaning import phone_of, point_of, postcode_of, text
from territorial_map.ingest.sources.file_beginning import Glimpse, glimpse
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.importer import Choices, Importer, Rows
from territorial_map.ingest.sources.problems import LeftOut
from territorial_map.ingest.sources.table_row import OrganisationCells
from territorial_map.ingest.sources.tabular import ForeignShape, SourceLine, table_rows
from territorial_map.ingest.sources.tiers_lieux import constants as c
from territorial_map.readers import Row, open_table

ABOUT = SourceAbout(
    code="tiers-lieux",
    title="France Tiers-Lieux, recensement",
    publisher="France Tiers-Lieux",
    page="https://www.data.gouv.fr/fr/datasets/recensement-des-tiers-lieux-en-france-2026/",
    licence="Licence Ouverte 2.0",
    refresh="un recensement : 2023, puis 2026",
    formats="CSV « bdftl-AAAA-01 » (identité) et, si on l’a, « bdftl-AAAA-04 » (activités)",
    table="tiers_lieux.csv",
    register="le recensement des tiers-lieux",
    layout=LayoutKnown.PARTLY,
)


def rows(files: Sequence[Path], choices: Choices, intake: Intake) -> Rows:
    """Places of the identity files; the activity files complete them.

    Raises:
        SourceError: no identity file among the files.
    """
    del choices
    identity = [path for path in files if glimpse(path).has(*c.IDENTITY)]
    if not identity:
        raise SourceError(
            f"{files[0].name} : le fichier d’identité (« bdftl-AAAA-01-fiche-identite ») manque : "
            f"il a les colonnes {', '.join(c.IDENTITY)}."
        )
    activities: dict[str, str] = {}
    for path in files:
        if path not in identity:
            activities |= _activities(path)

    def cells(line: SourceLine, intake: Intake) -> OrganisationCells | None:
        if text(line.get("statut_lieu")).lower() in c.PROJECT:
            intake.leave_out(LeftOut.NOT_OPEN_YET, line.number)
            return None
        return _cells(line, activities.get(text(line.get(c.KEY)), ""), intake)

    shape = ForeignShape(required=c.IDENTITY, checked=("TELEPHONE",))
    return table_rows(identity, shape, cells, intake)


def _activities(path: Path) -> dict[str, str]:
    """For each place of an activity file, the words of the activities ticked."""
    found: dict[str, str] = {}
    with open_table(path) as table:
        if c.KEY not in table.columns:
            raise SourceError(f"{path.name} : colonne absente : « {c.KEY} ».")
        told = {
            column: c.ACTIVITIES[column.removeprefix(c.ACTIVITY)]
            for column in table.columns
            if column.removeprefix(c.ACTIVITY) in c.ACTIVITIES
        }
        for row in table.rows:
            if isinstance(row, Row):
                ticked = [word for column, word in told.items() if c.is_yes(row.values[column])]
                found[text(row.values[c.KEY])] = ";".join(ticked)
    return found


def _cells(line: SourceLine, activities: str, intake: Intake) -> OrganisationCells:
    own = text(line.get(c.KEY))
    lon, lat = ("", "")
    if line.get("LONGITUDE") or line.get("LATITUDE"):
        lon, lat = point_of(line.get("LONGITUDE"), line.get("LATITUDE"), intake, line.number)
    return OrganisationCells(
        id=f"ftl:{own}" if own else "",
        kind="cooperation_space",
        category="tiers_lieu",
        name=text(line.get("NOM")),
        address=text(line.get("ADRESSE")),
        postcode=postcode_of(line.get("CODPOST")),
        commune=text(line.get("VILLE")),
        commune_code=text(line.get("Insee")).upper().removesuffix(".0").zfill(5)
        if text(line.get("Insee"))
        else "",
        lat=lat,
        lon=lon,
        geo_precision="address" if lat else "",
        website=text(line.get("INTERNET")),
        phone=phone_of(line.get("TELEPHONE"), intake, line.number),
        opened_on=_opened_on(line.get("DATE_OUV")),
        sectors=activities,
        source_ref=own,
    )


def _opened_on(told: str) -> str:
    """The year or date of opening, where it is written as one."""
    found = re.search(r"\b(?:19|20)\d\d\b(?:-\d\d-\d\d)?", told)
    return found.group() if found else ""


def _recognises(seen: Glimpse) -> bool:
    return seen.has("ID_UNIQUE") and (
        seen.has("CODPOST", "NOM_STRC_PORT")
        or seen.has("CODPOST", "LATITUDE", "LONGITUDE")
        or any(column.startswith(fold(c.ACTIVITY)) for column in seen.columns)
    )


TIERS_LIEUX = Importer(ABOUT, rows, _recognises)

"""A tiers-lieu of the census as a row of our tables."""

from collections.abc import Sequence
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.domain.text import fold
from territorial_map.ingest.sources.about import LayoutKnown, SourceAbout
from territorial_map.ingest.sources.cell_cleaning import postcode_of, text
from territorial_map.ingest.sources.file_beginning import Glimpse, glimpse
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.importer import Choices, Importer, Rows
from territorial_map.ingest.sources.table_row import OrganisationCells
from territorial_map.ingest.sources.tabular import ForeignShape, SourceLine, table_rows
from territorial_map.ingest.sources.tiers_lieux import constants as c
from territorial_map.readers import Row, open_table

ABOUT = SourceAbout(
    code="tiers-lieux",
    title="France Tiers-Lieux, recensement 2023",
    publisher="France Tiers-Lieux",
    page="https://www.data.gouv.fr/fr/datasets/recensement-des-tiers-lieux-en-france-2023/",
    licence="Licence Ouverte 2.0",
    refresh="recensement de 2023",
    formats="CSV « bdftl-2023-01 » (identité) et, si on l’a, « bdftl-2023-04 » (activités)",
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
            f"{files[0].name} : le fichier d’identité (« bdftl-2023-01-fiche-identite ») manque : "
            f"il a les colonnes {', '.join(c.IDENTITY)}."
        )
    activities: dict[str, str] = {}
    for path in files:
        if path not in identity:
            activities |= _activities(path)

    def cells(line: SourceLine, _: Intake) -> OrganisationCells:
        return _cells(line, activities.get(text(line.get(c.KEY)), ""))

    return table_rows(identity, ForeignShape(required=c.IDENTITY), cells, intake)


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


def _cells(line: SourceLine, activities: str) -> OrganisationCells:
    own = text(line.get(c.KEY))
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
        website=text(line.get("INTERNET")),
        sectors=activities,
        source_ref=own,
    )


def _recognises(seen: Glimpse) -> bool:
    return seen.has("ID_UNIQUE") and (
        seen.has("CODPOST", "NOM_STRC_PORT")
        or any(column.startswith(fold(c.ACTIVITY)) for column in seen.columns)
    )


TIERS_LIEUX = Importer(ABOUT, rows, _recognises)

"""A certified training body as a row of our tables; only those known to be legal persons come in.

The list does not tell natural persons from legal ones, and many of its bodies are sole traders.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from pathlib import Path

from territorial_map.domain.cells import read_siren
from territorial_map.domain.text import fold
from territorial_map.ingest.sources.about import SourceAbout
from territorial_map.ingest.sources.cell_cleaning import postcode_of, siren_of, siret_of, text
from territorial_map.ingest.sources.file_beginning import Glimpse, glimpse
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.importer import Choices, Importer, Rows
from territorial_map.ingest.sources.legal_persons import is_units_file, legal_persons
from territorial_map.ingest.sources.problems import LeftOut
from territorial_map.ingest.sources.table_row import OrganisationCells
from territorial_map.ingest.sources.tabular import ForeignShape, SourceLine, table_rows
from territorial_map.readers import Row, open_table

ABOUT = SourceAbout(
    code="qualiopi",
    title="Liste publique des organismes de formation (Qualiopi)",
    publisher="Ministère du Travail (DGEFP)",
    page="https://dgefp.opendatasoft.com/explore/dataset/liste-publique-des-of-v2/",
    licence="non indiquée : à vérifier avant de publier",
    refresh="chaque jour ouvré",
    formats=(
        "CSV de l’export, avec ses libellés ; et, si on l’a, StockUniteLegale (CSV ou Parquet) "
        "pour reconnaître les personnes morales"
    ),
    table="qualiopi.csv",
    register="la liste publique des organismes de formation",
)
NUMBER = "Numéro Déclaration Activité"
SIREN = "Code SIREN"
REQUIRED = (NUMBER, "denomination", SIREN, "Siret Etablissement Déclarant")
STREET = "Adresse Organisme de Formation"
POSTCODE = "Code Postal Organisme de Formation"
CITY = "Ville Organisme de Formation"
# The columns of the four actions that a Qualiopi certificate may cover (code du travail, L6313-1).
ACTIONS = (
    "Actions de formations",
    "Bilans de compétences",
    "VAE",
    "Actions de formations par apprentissage",
)
_CERTIFIED = "true"
_SIREN = fold(SIREN)


def rows(files: Sequence[Path], choices: Choices, intake: Intake) -> Rows:
    """Certified bodies whose SIREN is known as a legal person's; the others are counted."""
    units = [path for path in files if is_units_file(glimpse(path))]
    lists = [path for path in files if path not in units]
    asked = {siren for path in lists for siren in _sirens(path)}
    known = legal_persons(asked, units, choices.beside, besides=ABOUT.table)
    shape = ForeignShape(required=REQUIRED)
    return table_rows(lists, shape, partial(_cells, known), intake)


def _sirens(path: Path) -> Iterator[str]:
    """The SIRENs of a list, for those of legal persons to be found among them."""
    with open_table(path) as table:
        column = next((name for name in table.columns if fold(name) == _SIREN), "")
        for row in table.rows if column else ():
            if isinstance(row, Row):
                yield read_siren(row.values[column]).value or ""


def _cells(known: Collection[str], line: SourceLine, intake: Intake) -> OrganisationCells | None:
    number = line.number
    siren = siren_of(line.get(SIREN), intake, number)
    if siren not in known:
        intake.leave_out(LeftOut.MAYBE_NATURAL_PERSON, number)
        return None
    if not any(line.get(action).strip().lower() == _CERTIFIED for action in ACTIONS):
        intake.leave_out(LeftOut.NOT_CERTIFIED, number)
        return None
    own = text(line.get(NUMBER))
    siret = siret_of(line.get("Siret Etablissement Déclarant"), intake, number)
    return OrganisationCells(
        id=f"nda:{own}" if own else "",
        kind="territorial_partner",
        category="training",
        name=text(line.get("denomination")),
        siren=siren,
        siret=siret if siret.startswith(siren) else "",
        address=text(line.get(STREET)),
        postcode=postcode_of(line.get(POSTCODE)),
        commune=text(line.get(CITY)),
        source_ref=own,
    )


def _recognises(seen: Glimpse) -> bool:
    return seen.has(*REQUIRED)


QUALIOPI = Importer(ABOUT, rows, _recognises)

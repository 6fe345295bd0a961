"""A labelled GEIQ as a row of our tables."""

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

from territorial_map.domain.text import fold
from territorial_map.ingest.sources.about import LayoutKnown, SourceAbout
from territorial_map.ingest.sources.cell_cleaning import postcode_of, siret_of, text
from territorial_map.ingest.sources.file_beginning import Glimpse
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.importer import Choices, Importer, Rows
from territorial_map.ingest.sources.problems import Noted
from territorial_map.ingest.sources.table_row import OrganisationCells
from territorial_map.ingest.sources.tabular import ForeignShape, SourceLine, table_rows

ABOUT = SourceAbout(
    code="geiq",
    title="GEIQ labellisés",
    publisher="Fédération française des GEIQ",
    page="https://www.lesgeiq.fr/",
    licence="non indiquée : à demander avant de publier",
    refresh="chaque année, après la campagne de label",
    formats="XLS, XLSX ou CSV « Liste_Geiq »",
    table="geiq.csv",
    register="la liste des GEIQ labellisés",
    layout=LayoutKnown.PARTLY,
)
REQUIRED = ("Nom", "Rue", "Code Postal", "Ville", "SIRET")
SECOND_LINE = "Rue (suite)"


def rows(files: Sequence[Path], choices: Choices, intake: Intake) -> Rows:
    """GEIQ in the order of the files; e-mail addresses are never read."""
    del choices
    return table_rows(files, ForeignShape(required=REQUIRED), _cells, intake)


def _cells(line: SourceLine, intake: Intake) -> OrganisationCells:
    name, postcode = text(line.get("Nom")), postcode_of(line.get("Code Postal"))
    siret = siret_of(line.get("SIRET"), intake, line.number)
    if not siret:
        intake.note(Noted.WITHOUT_NUMBER, line.number)
    own = siret if len(siret) == 14 else _print_of(name, postcode)
    address = " ".join((line.get("Rue"), line.get(SECOND_LINE)))
    return OrganisationCells(
        id=f"geiq-siret:{own}" if name else "",
        kind="ess_actor",
        category="geiq",
        name=name,
        siren=siret[:9] if len(siret) == 14 else "",
        siret=siret,
        address=text(address),
        postcode=postcode,
        commune=text(line.get("Ville")),
        source_ref=siret,
    )


def _print_of(name: str, postcode: str) -> str:
    """What names a branch without a number of its own: the same name and place, the same print."""
    return blake2b(f"{fold(name)}|{postcode}".encode(), digest_size=8).hexdigest()


def _recognises(seen: Glimpse) -> bool:
    return seen.has(*REQUIRED, SECOND_LINE)


GEIQ = Importer(ABOUT, rows, _recognises)

"""A line of the list as a row of our tables; the national and regional layouts alike."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from territorial_map.domain.text import fold
from territorial_map.ingest.sources.about import SourceAbout
from territorial_map.ingest.sources.cell_cleaning import postcode_of, siren_of, text
from territorial_map.ingest.sources.ess_list import constants as c
from territorial_map.ingest.sources.file_beginning import Glimpse, glimpse
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.importer import Choices, Importer, Rows
from territorial_map.ingest.sources.problems import Rejected
from territorial_map.ingest.sources.table_row import OrganisationCells
from territorial_map.ingest.sources.tabular import ForeignShape, SourceLine, table_rows

ABOUT = SourceAbout(
    code="ess-list",
    title="ESS France, liste des entreprises de l’ESS",
    publisher="ESS France et les CRESS",
    page="https://www.data.gouv.fr/fr/datasets/liste-des-entreprises-de-less/",
    licence="Licence Ouverte 2.0",
    refresh="deux fois par an",
    formats="CSV national, ou sa variante régionale",
    table="ess_list.csv",
    register="la liste des entreprises de l’ESS",
)
_STATUTORY = frozenset({"association", "cooperative", "mutual", "foundation"})


def rows(files: Sequence[Path], choices: Choices, intake: Intake) -> Rows:
    """Enterprises of each file, in its order."""
    del choices
    for path in files:
        regional = _is_regional(glimpse(path))
        shape = ForeignShape(required=c.REGIONAL if regional else c.NATIONAL)
        yield from table_rows([path], shape, _regional if regional else _national, intake)


def _national(line: SourceLine, intake: Intake) -> OrganisationCells | None:
    return _cells(
        line,
        intake,
        siren=line.get(c.SIREN),
        name=text(line.get(c.NAME)),
        family=line.get(c.FAMILY),
        place=(line.get(c.POSTCODE), line.get(c.CITY), line.get(c.DEPARTMENT_CODE)),
    )


def _regional(line: SourceLine, intake: Intake) -> OrganisationCells | None:
    return _cells(
        line,
        intake,
        siren=line.get("NoSIREN"),
        name=text(line.get("DENOMINATION")) or text(line.get("RAISON_SOCIALE")),
        family=line.get("STATUT_JURIDIQUE"),
        place=(line.get("CODE_POSTAL"), line.get("COMMUNE"), line.get("NoDEPARTEMENT")),
        acronym=text(line.get("SIGLE")),
    )


def _cells(
    line: SourceLine,
    intake: Intake,
    *,
    siren: str,
    name: str,
    family: str,
    place: tuple[str, str, str],
    acronym: str = "",
) -> OrganisationCells | None:
    category = category_of(family)
    if not category:
        intake.reject(Rejected.UNKNOWN_CATEGORY, line.number, "famille", family)
        return None
    number = siren_of(siren, intake, line.number)
    postcode, city, department = place
    return OrganisationCells(
        id=f"ess-list:{number}" if number else "",
        kind="ess_actor",
        category=category,
        name=name,
        acronym=acronym,
        legal_family=category if category in _STATUTORY else "commercial",
        siren=number,
        postcode=postcode_of(postcode),
        commune=text(city),
        department_code=text(department).zfill(2) if text(department) else "",
        source_ref=number,
    )


@lru_cache(maxsize=256)
def category_of(family: str) -> str:
    """Our category for a family or a statute, blank when its words are not known."""
    folded = fold(family)
    return next((code for beginning, code in c.FAMILIES if folded.startswith(beginning)), "")


def _is_regional(seen: Glimpse) -> bool:
    return seen.has(*c.REGIONAL)


def _recognises(seen: Glimpse) -> bool:
    return seen.has(*c.NATIONAL) or _is_regional(seen)


ESS_LIST = Importer(ABOUT, rows, _recognises)

"""An association of the RNA as a row of our tables."""

from collections.abc import Sequence
from pathlib import Path

from territorial_map.ingest.sources.about import SourceAbout
from territorial_map.ingest.sources.cell_cleaning import (
    date_of,
    postcode_of,
    rna_of,
    siret_of,
    text,
)
from territorial_map.ingest.sources.file_beginning import Glimpse
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.importer import Choices, Importer, Rows
from territorial_map.ingest.sources.problems import LeftOut
from territorial_map.ingest.sources.rna import constants as c
from territorial_map.ingest.sources.table_row import OrganisationCells
from territorial_map.ingest.sources.tabular import ForeignShape, SourceLine, table_rows
from territorial_map.readers import is_archive_of_several, unpacked_files

ABOUT = SourceAbout(
    code="rna",
    title="RNA, répertoire national des associations",
    publisher="Ministère de l’Intérieur",
    page="https://www.data.gouv.fr/fr/datasets/repertoire-national-des-associations/",
    licence="Licence Ouverte 2.0",
    refresh="chaque mois",
    formats="CSV « waldec » ou « import », ou leur archive ZIP d’un CSV par département",
    table="rna.csv",
    register="le RNA",
)


def rows(files: Sequence[Path], choices: Choices, intake: Intake) -> Rows:
    """Active associations, in the order of the files; an archive gives its départements in turn."""
    del choices
    shape = ForeignShape(required=c.REQUIRED)
    for path in files:
        if is_archive_of_several(path):
            with unpacked_files(path, ".csv") as departments:
                for department in departments:
                    yield from table_rows([department], shape, _cells, intake)
        else:
            yield from table_rows([path], shape, _cells, intake)


def _cells(line: SourceLine, intake: Intake) -> OrganisationCells | None:
    if text(line.get("position")).upper() in c.ENDED:
        intake.leave_out(LeftOut.CLOSED, line.number)
        return None
    number = line.number
    siret = siret_of(line.get("siret"), intake, number)
    own = text(line.get("id")).upper()
    # Associations of before the RNA keep the number of their prefecture.
    identity = rna_of(own, intake, number) if own.startswith("W") else own
    created = line.get("date_creat")
    return OrganisationCells(
        id=f"rna:{identity}" if identity else "",
        kind="ess_actor",
        category="association",
        name=text(line.get("titre")),
        acronym=text(line.get("titre_court")),
        legal_family="association",
        siren=siret[:9] if len(siret) == 14 else "",
        siret=siret,
        address=text(" ".join(line.get(column) for column in c.ADDRESS)),
        postcode=postcode_of(line.get("adrs_codepostal")),
        commune=text(line.get("adrs_libcommune")),
        commune_code=text(line.get("adrs_codeinsee")).upper(),
        website=text(line.get("siteweb")),
        # « 0001-01-01 » and the like stand for a date that is not known.
        opened_on="" if created.startswith("000") else date_of(created, intake, number),
        source_ref=identity,
    )


def _recognises(seen: Glimpse) -> bool:
    return seen.has(*c.REQUIRED)


RNA = Importer(ABOUT, rows, _recognises)

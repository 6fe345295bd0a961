"""A structure of data·inclusion as a row of our tables."""

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from territorial_map.domain.errors import BadParameter
from territorial_map.ingest.facts_tables.categories import KINDS
from territorial_map.ingest.sources.about import SourceAbout
from territorial_map.ingest.sources.cell_cleaning import (
    date_of,
    phone_of,
    point_of,
    postcode_of,
    siret_of,
    text,
)
from territorial_map.ingest.sources.data_inclusion import constants as c
from territorial_map.ingest.sources.file_beginning import Glimpse
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.importer import Choices, Importer, Rows
from territorial_map.ingest.sources.problems import LeftOut
from territorial_map.ingest.sources.table_row import OrganisationCells
from territorial_map.ingest.sources.tabular import ForeignShape, SourceLine, table_rows

ABOUT = SourceAbout(
    code="data-inclusion",
    title="data·inclusion, structures",
    publisher="Plateforme de l’inclusion",
    page="https://www.data.gouv.fr/fr/datasets/referentiel-de-loffre-dinsertion-liste-des-structures-et-services-dinsertion/",
    licence="Licence Ouverte 2.0",
    refresh="chaque lundi",
    formats="CSV ou Parquet des structures (schéma v1)",
    table="data_inclusion.csv",
    register="data·inclusion",
    is_register=False,
)


def rows(files: Sequence[Path], choices: Choices, intake: Intake) -> Rows:
    """Structures of the categories chosen (all, unless told), in the order of the files.

    Their own date is their vintage.

    Every network that carries a structure is kept as a tie, those that tell its category too.
    """
    known = {category for _, category in c.CATEGORIES} | {c.UNKNOWN}
    for asked in choices.categories:
        if asked not in known:
            raise BadParameter("--category", asked, "catégorie inconnue.", tuple(sorted(known)))
    wanted = frozenset(choices.categories or known)
    shape = ForeignShape(c.REQUIRED, c.CHECKED)
    return table_rows(files, shape, partial(_cells, wanted), intake)


def _cells(wanted: frozenset[str], line: SourceLine, intake: Intake) -> OrganisationCells | None:
    number = line.number
    category = category_of(line.get(c.NETWORKS))
    if category not in wanted:
        intake.leave_out(LeftOut.OTHER_CATEGORY, number)
        return None
    siret = siret_of(line.get("siret"), intake, number)
    lon, lat = point_of(line.get("longitude"), line.get("latitude"), intake, number)
    own = text(line.get("id"))
    return OrganisationCells(
        id=f"di:{own}" if own else "",
        kind=KINDS[category].value,
        category=category,
        name=text(line.get("nom")),
        siren=siret[:9] if len(siret) == 14 else "",
        siret=siret,
        address=text(line.get("adresse")),
        postcode=postcode_of(line.get("code_postal")),
        commune=text(line.get("commune")),
        commune_code=text(line.get("code_insee")).upper(),
        lat=lat,
        lon=lon,
        geo_precision="address" if lat else "",
        website=text(line.get("site_web")),
        phone=phone_of(line.get("telephone"), intake, number),
        source_ref=own,
        vintage=date_of(line.get("date_maj"), intake, number),
        networks=";".join(networks_of(line.get(c.NETWORKS))),
    )


def networks_of(cell: str) -> tuple[str, ...]:
    """The codes of a cell that lists networks, as Parquet, JSON, Python or PostgreSQL print lists.

    >>> networks_of('["ccas-cias", "60000-rebonds"]'), networks_of("['aci' 'coorace']")
    (('ccas-cias', '60000-rebonds'), ('aci', 'coorace'))
    >>> networks_of("{aci,emmaus}"), networks_of("aci;aci"), networks_of("null")
    (('aci', 'emmaus'), ('aci',), ())
    """
    told = re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", cell.lower())
    return tuple(dict.fromkeys(code for code in told if code not in _NONE))


_NONE = frozenset({"null", "none", "nan"})


def category_of(networks: str) -> str:
    """Our category by the networks that carry a structure, ``other`` where none tells.

    >>> category_of('["ccas-cias"]'), category_of("mission-locale")
    ('ccas', 'other')
    """
    told = networks_of(networks)
    return next((category for word, category in c.CATEGORIES if word in told), c.UNKNOWN)


def _recognises(seen: Glimpse) -> bool:
    return seen.has(*c.REQUIRED)


DATA_INCLUSION = Importer(ABOUT, rows, _recognises)

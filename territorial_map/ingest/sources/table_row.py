"""One row of the organisation tables, as an importer fills it; every cell is text."""

from collections.abc import Callable
from operator import attrgetter
from typing import NamedTuple

from territorial_map.ingest.tables import IMPORTED_COLUMNS


class OrganisationCells(NamedTuple):
    """The columns of ``data/sources/SOURCE.md``; blank means « not known »."""

    id: str
    category: str
    name: str
    kind: str = ""
    acronym: str = ""
    legal_family: str = ""
    legal_category: str = ""
    headcount_band: str = ""
    siren: str = ""
    siret: str = ""
    finess: str = ""
    naf: str = ""
    address: str = ""
    postcode: str = ""
    commune: str = ""
    commune_code: str = ""
    department_code: str = ""
    lat: str = ""
    lon: str = ""
    geo_precision: str = ""
    website: str = ""
    phone: str = ""
    manager_id: str = ""
    opened_on: str = ""
    sectors: str = ""
    source: str = ""
    source_ref: str = ""
    vintage: str = ""
    licence: str = ""
    region: str = ""
    country: str = ""
    networks: str = ""
    legal_form: str = ""
    needs: str = ""
    offers: str = ""
    declared_on: str = ""
    declared_until: str = ""


# The cells of a row in the order of the columns.
in_order: Callable[[OrganisationCells], tuple[str, ...]] = attrgetter(*IMPORTED_COLUMNS)

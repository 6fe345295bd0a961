"""An establishment of an ESS unit as a row of our tables."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from territorial_map.domain.cells.legal_categories import legal_category
from territorial_map.domain.naf import marked_naf
from territorial_map.domain.vocabulary import LegalFamily
from territorial_map.ingest.facts_tables.categories import KINDS
from territorial_map.ingest.sources.about import SourceAbout
from territorial_map.ingest.sources.cell_cleaning import date_of, shown, siret_of, text
from territorial_map.ingest.sources.file_beginning import Glimpse
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.importer import Choices, Importer, Rows
from territorial_map.ingest.sources.problems import Noted
from territorial_map.ingest.sources.projections import OF_DEPARTMENT, degrees
from territorial_map.ingest.sources.sirene.constants import SITE_REQUIRED, UNIT_REQUIRED
from territorial_map.ingest.sources.sirene.stock import ess_sites, stock_of
from territorial_map.ingest.sources.table_row import OrganisationCells
from territorial_map.places.coordinates import in_france

ABOUT = SourceAbout(
    code="sirene",
    title="Sirene",
    publisher="Insee",
    page="https://www.data.gouv.fr/fr/datasets/base-sirene-des-entreprises-et-de-leurs-etablissements-siren-siret/",
    licence="Licence Ouverte 2.0",
    refresh="chaque mois",
    formats="StockUniteLegale et StockEtablissement, CSV ou Parquet, les deux ensemble",
    table="sirene.csv",
    register="le registre Sirene",
)
_FAMILIES: dict[LegalFamily, str] = {
    LegalFamily.ASSOCIATION: "association",
    LegalFamily.COOPERATIVE: "cooperative",
    LegalFamily.MUTUAL: "mutual",
    LegalFamily.FOUNDATION: "foundation",
    LegalFamily.COMMERCIAL: "commercial_ess",
}

Site = Mapping[str, str | None]


def rows(files: Sequence[Path], choices: Choices, intake: Intake) -> Rows:
    """Establishments by SIRET; a row has no line: it comes out of a join."""
    del choices
    for site in ess_sites(stock_of(files), intake):
        yield 0, _cells(site, intake)


def _cells(site: Site, intake: Intake) -> OrganisationCells:
    siret = siret_of(site["siret"], intake, 0)
    legal = text(site["categorieJuridiqueUniteLegale"])
    category = category_of(legal)
    commune = text(site["codeCommuneEtablissement"]).upper()
    lon, lat = _point(site, commune, intake)
    name = text(site["denominationUniteLegale"])
    sign = text(site["enseigne1Etablissement"]) or text(site["denominationUsuelleEtablissement"])
    return OrganisationCells(
        id=f"sirene:{siret}" if siret else "",
        kind=KINDS[category].value,
        category=category,
        name=sign or text(site["denominationUsuelle1UniteLegale"]) or name,
        acronym=text(site["sigleUniteLegale"]),
        legal_family=category if category in _STATUTORY else "",
        legal_category=legal,
        headcount_band=text(site["trancheEffectifsEtablissement"]),
        siren=siret[:9],
        siret=siret,
        naf=_naf(site),
        address=_address(site),
        postcode=text(site["codePostalEtablissement"]),
        commune=text(site["libelleCommuneEtablissement"]),
        commune_code=commune,
        lat=lat,
        lon=lon,
        geo_precision="address" if lat else "",
        opened_on=date_of(site["dateCreationEtablissement"], intake, 0),
        source_ref=siret,
    )


_STATUTORY = frozenset({"association", "cooperative", "mutual", "foundation"})


def category_of(legal: str) -> str:
    """Our category for a legal category of a unit that Sirene holds for ESS.

    >>> category_of("9220"), category_of("5710"), category_of("9999")
    ('association', 'commercial_ess', 'other')
    """
    known = legal_category(legal)
    if known is not None:
        return _FAMILIES.get(known.form.family, "other")
    return "commercial_ess" if legal.startswith("5") else "other"


def _naf(site: Site) -> str:
    """The code of NAF 2008 while there is one, else that of NAF 2025, marked."""
    code = text(site["activitePrincipaleEtablissement"])
    new = text(site["activitePrincipaleNAF25Etablissement"])
    nomenclature = text(site["nomenclatureActivitePrincipaleEtablissement"])
    if code and "25" in nomenclature:
        code, new = "", code
    return marked_naf(code, new)


def _address(site: Site) -> str:
    parts = (
        "numeroVoieEtablissement",
        "indiceRepetitionEtablissement",
        "typeVoieEtablissement",
        "libelleVoieEtablissement",
        "complementAdresseEtablissement",
    )
    return text(" ".join(text(site[part]) for part in parts))


def _point(site: Site, commune: str, intake: Intake) -> tuple[str, str]:
    """Degrees of the point in metres, in the projection of the commune's département."""
    x = text(site["coordonneeLambertAbscisseEtablissement"])
    y = text(site["coordonneeLambertOrdonneeEtablissement"])
    if not x or not y:
        return "", ""
    try:
        lon, lat = degrees(OF_DEPARTMENT.get(commune[:3], "LAMBERT_93"), float(x), float(y))
    except ValueError:
        intake.note(Noted.POINT_UNREADABLE, 0, f"{x} ; {y}")
        return "", ""
    if not in_france(lon, lat):
        intake.note(Noted.POINT_ABROAD, 0, f"{x} ; {y}")
        return "", ""
    return shown(lon), shown(lat)


def _recognises(seen: Glimpse) -> bool:
    return seen.has(*UNIT_REQUIRED) or seen.has(*SITE_REQUIRED)


SIRENE = Importer(ABOUT, rows, _recognises)

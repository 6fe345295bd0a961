"""The source tables a build knows, declared once: file, shape, and what every row of it shares."""

from dataclasses import dataclass

from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import SectorOrigin
from territorial_map.store.accepted_contributions import COLUMNS as CONTRIBUTION_COLUMNS
from territorial_map.store.accepted_contributions import CONTRIBUTIONS_FILE

ORGANISATION_COLUMNS = (
    "id",
    "kind",
    "category",
    "name",
    "acronym",
    "legal_family",
    "legal_category",
    "headcount_band",
    "siren",
    "siret",
    "finess",
    "naf",
    "address",
    "postcode",
    "commune",
    "commune_code",
    "department_code",
    "lat",
    "lon",
    "geo_precision",
    "website",
    "phone",
    "manager_id",
    "opened_on",
    "sectors",
    "source",
    "source_ref",
    "vintage",
    "licence",
)
# What an import writes beside them, for lists that tell a région, a country, networks, a form, or
# what an organisation declares it looks for and can share.
IMPORTED_COLUMNS = (
    *ORGANISATION_COLUMNS,
    "region",
    "country",
    "networks",
    "legal_form",
    "needs",
    "offers",
    "declared_on",
    "declared_until",
)
POLE_COLUMNS = (
    "id",
    "kind",
    "category",
    "name",
    "commune",
    "commune_code",
    "department_code",
    "region",
    "geo_precision",
    "coordinator",
    "coordinator_legal_form",
    "activities",
    "pooled_resources",
    "year",
    "status",
    "website",
    "source_url",
    "confidence",
    "unseen_fields",
)
MEMBER_COLUMNS = (
    "ptce_id",
    "member_name",
    "member_type",
    "commune",
    "commune_code",
    "source_url",
    "confidence",
    "unseen_fields",
)
PAGE_TRADE_COLUMNS = (
    "id",
    "name",
    "commune",
    "department_code",
    "trades",
    "words",
    "source",
    "source_url",
    "page_year",
    "match",
    "seen_on",
)
DECLARED_COLUMNS = (
    "id",
    "name",
    "side",
    "category",
    "words",
    "until",
    "told_on",
    "source",
    "source_url",
)


class TableShape(Term):
    """How a table is read."""

    ORGANISATIONS = "organisations", "Organisations"
    POLES = "poles", "PTCE"
    MEMBERS = "members", "Membres nommés des PTCE"
    PAGE_TRADES = "page_trades", "Métiers lus sur des pages publiques"
    DECLARED = "declared", "Besoins et offres déclarés"
    CONTRIBUTIONS = "contributions", "Contributions relues"

    @property
    def completes(self) -> bool:
        """True for facts on organisations that other tables tell."""
        return self in {TableShape.PAGE_TRADES, TableShape.DECLARED, TableShape.CONTRIBUTIONS}


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table of the sources folder.

    ``register`` names it in sentences; ``is_register`` says that two of its ids are two
    organisations, whatever their likeness; ``vintage`` and ``licence`` are those of a table whose
    rows do not tell theirs. ``activities`` is where the activities of its rows come from: ``None``
    where they are labels, no activities. ``family_told`` is false where the legal family was read
    in the name or in the type of the list, not in a register. ``optional`` says that a
    folder may do without it.
    """

    file: str
    shape: TableShape
    name: str
    register: str
    columns: tuple[str, ...]
    is_register: bool = True
    vintage: str = ""
    licence: str = ""
    activities: SectorOrigin | None = SectorOrigin.DECLARED
    family_told: bool = True
    optional: bool = False


_PAGES = "pages publiques sur les PTCE"

# In the order of trust: when two tables name one organisation, the first keeps its id.
TABLES: tuple[SourceTable, ...] = (
    SourceTable(
        "sheltered_suppliers.csv",
        TableShape.ORGANISATIONS,
        "Finess : ESAT et entreprises adaptées",
        "le registre Finess",
        ORGANISATION_COLUMNS,
    ),
    SourceTable(
        "geiq_2025.csv",
        TableShape.ORGANISATIONS,
        "Label GEIQ : GEIQ et antennes",
        "la liste des GEIQ labellisés",
        ORGANISATION_COLUMNS,
    ),
    SourceTable(
        "insertion_enterprises.csv",
        TableShape.ORGANISATIONS,
        "Plateforme de l’inclusion : SIAE et GEIQ",
        "la Plateforme de l’inclusion",
        ORGANISATION_COLUMNS,
    ),
    SourceTable(
        "ess_employers_guyane.csv",
        TableShape.ORGANISATIONS,
        "CRESS de Guyane : employeurs de l’ESS",
        "le registre Sirene",
        ORGANISATION_COLUMNS,
    ),
    SourceTable(
        "cooperation_spaces.csv",
        TableShape.ORGANISATIONS,
        "Listes publiques d’espaces de travail partagés",
        "la liste publique",
        ORGANISATION_COLUMNS,
        is_register=False,
    ),
    SourceTable(
        "cooperation_spaces_2020_2024.csv",
        TableShape.ORGANISATIONS,
        "Tiers-lieux, fablabs et espaces de coworking labellisés ou recensés",
        "la liste publique",
        ORGANISATION_COLUMNS,
        is_register=False,
        activities=None,
    ),
    SourceTable(
        "food_coops_2025.csv",
        TableShape.ORGANISATIONS,
        "Supermarchés et épiceries coopératifs",
        "la liste des épiceries coopératives",
        ORGANISATION_COLUMNS,
        is_register=False,
    ),
    SourceTable(
        "associations_placed_2018_2023.csv",
        TableShape.ORGANISATIONS,
        "Associations de programmes publics et de l’inclusion numérique",
        "une liste de programmes publics",
        ORGANISATION_COLUMNS,
        is_register=False,
        activities=SectorOrigin.PROGRAMME,
        family_told=False,
    ),
    SourceTable(
        "ptce.csv",
        TableShape.POLES,
        "Pages publiques sur les PTCE",
        _PAGES,
        POLE_COLUMNS,
        vintage="2009-2025",
        licence="facts",
    ),
    SourceTable(
        "ptce_members.csv",
        TableShape.MEMBERS,
        "Membres nommés sur les pages des PTCE",
        _PAGES,
        MEMBER_COLUMNS,
        is_register=False,
        vintage="2009-2025",
        licence="facts",
    ),
    SourceTable(
        "sheltered_trades.csv",
        TableShape.PAGE_TRADES,
        "Métiers d’ESAT et d’EA lus sur des pages publiques",
        "des pages publiques",
        PAGE_TRADE_COLUMNS,
        is_register=False,
        vintage="2006-2026",
        licence="facts",
    ),
    SourceTable(
        "declared_needs.csv",
        TableShape.DECLARED,
        "Besoins et offres déclarés",
        "ce que les organisations déclarent",
        DECLARED_COLUMNS,
        is_register=False,
        licence="facts",
        optional=True,
    ),
    SourceTable(
        CONTRIBUTIONS_FILE,
        TableShape.CONTRIBUTIONS,
        "Contributions relues",
        "ce que des visiteurs signalent",
        CONTRIBUTION_COLUMNS,
        is_register=False,
        licence="facts",
        optional=True,
    ),
)


def table_named(file: str) -> SourceTable:
    """The known table of a file.

    Raises:
        KeyError: no table of the project has this file name.
    """
    return {table.file: table for table in TABLES}[file]

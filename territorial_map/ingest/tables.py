"""The source tables a build knows, declared once: file, shape, and what every row of it shares."""

from dataclasses import dataclass

from territorial_map.domain.term import Term

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
# What an import writes beside them, for lists that tell a région or a country.
IMPORTED_COLUMNS = (*ORGANISATION_COLUMNS, "region", "country")
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


class TableShape(Term):
    """How a table is read."""

    ORGANISATIONS = "organisations", "Organisations"
    POLES = "poles", "PTCE"
    MEMBERS = "members", "Membres nommés des PTCE"


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table of the sources folder.

    ``register`` names it in sentences; ``is_register`` says that two of its ids are two
    organisations, whatever their likeness; ``vintage`` and ``licence`` are those of a table whose
    rows do not tell theirs.
    """

    file: str
    shape: TableShape
    name: str
    register: str
    columns: tuple[str, ...]
    is_register: bool = True
    vintage: str = ""
    licence: str = ""


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
)

"""Columns of the national list and of its regional variant."""

SIREN = "SIREN"
NAME = "Nom ou raison sociale de l'entreprise"
FAMILY = "Famille juridique de l'entreprise"
POSTCODE = "Code postal"
CITY = "Libellé de la commune de l'établissement"
DEPARTMENT_CODE = "Code du département de l'établissement"
NATIONAL = (SIREN, NAME, FAMILY, POSTCODE, CITY)

REGIONAL = (
    "NoSIREN",
    "RAISON_SOCIALE",
    "SIGLE",
    "DENOMINATION",
    "STATUT_JURIDIQUE",
    "CODE_POSTAL",
    "COMMUNE",
)

# Beginning of the folded family or statute → our category.
FAMILIES: tuple[tuple[str, str], ...] = (
    ("association", "association"),
    ("cooperative", "cooperative"),
    ("societe cooperative", "cooperative"),
    ("scop", "cooperative"),
    ("scic", "cooperative"),
    ("cuma", "cooperative"),
    ("mutuelle", "mutual"),
    ("mutuelles", "mutual"),
    ("fondation", "foundation"),
    ("fonds de dotation", "foundation"),
    ("societe commerciale", "commercial_ess"),
    ("societes commerciales", "commercial_ess"),
)

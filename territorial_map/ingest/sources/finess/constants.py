"""Fields and codes of the extract ``etalab-cs1100507-stock``."""

SEPARATOR = ";"
ENCODING = "iso-8859-1"
SERVICE_WORD = "finess"
STRUCTURE = "structureet"
POSITION = "geolocalisation"

STRUCTURE_FIELDS = (
    "section",
    "nofinesset",
    "nofinessej",
    "rs",
    "rslongue",
    "complrs",
    "compldistrib",
    "numvoie",
    "typvoie",
    "voie",
    "compvoie",
    "lieuditbp",
    "commune",
    "departement",
    "libdepartement",
    "ligneacheminement",
    "telephone",
    "telecopie",
    "categetab",
    "libcategetab",
    "categagretab",
    "libcategagretab",
    "siret",
    "codeape",
    "codemft",
    "libmft",
    "codesph",
    "libsph",
    "dateouv",
    "dateautor",
    "datemaj",
    "numuai",
)
POSITION_FIELDS = ("section", "nofinesset", "coordxet", "coordyet", "sourcecoordet", "datemaj")

ESAT = "246"
ADAPTED = "247"
DEFAULT_CATEGORIES = (ESAT, ADAPTED)
# The register's code of an establishment's category → ours; others are partners of no known type.
CATEGORIES: dict[str, str] = {ESAT: "esat", ADAPTED: "ea"}
OTHER_CATEGORY = "other"

# FINESS has its own letters for overseas départements.
DEPARTMENTS: dict[str, str] = {
    "9A": "971",
    "9B": "972",
    "9C": "973",
    "9D": "974",
    "9E": "975",
    "9F": "976",
}

# Legal statuses of FINESS that are natural persons (nomenclature « statut juridique », 70).
NATURAL_PERSONS = frozenset({"70"})

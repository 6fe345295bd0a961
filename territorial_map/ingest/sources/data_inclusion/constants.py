"""Columns of the structure file, and networks that tell what a structure is."""

REQUIRED = ("id", "source", "nom", "siret", "date_maj", "adresse", "code_postal", "code_insee")
CHECKED = ("telephone",)
NETWORKS = "reseaux_porteurs"

# A word of ``reseaux_porteurs`` → our category; the first that is there wins.
CATEGORIES: tuple[tuple[str, str], ...] = (
    ("ccas-cias", "ccas"),
    ("ccas", "ccas"),
    ("cias", "ccas"),
    ("aci", "aci"),
    ("etti", "etti"),
    ("eiti", "eiti"),
    ("geiq", "geiq"),
    ("esat", "esat"),
    ("eatt", "eatt"),
    ("ea", "ea"),
    ("ei", "ei"),
    ("ai", "ai"),
    ("communes", "local_authority"),
    ("departements", "local_authority"),
    ("mairies", "local_authority"),
    ("epci", "grouping"),
    ("intercommunalites", "grouping"),
)
UNKNOWN = "other"

"""Fields of ``/api/siae`` and the kinds that it lists."""

RESULTS = "results"
REQUIRED = ("name", "siret", "kind", "post_code", "city")

# Kind in the Marché → our category. A SEP (a prison workshop) is left out.
CATEGORIES: dict[str, str] = {
    "EI": "ei",
    "AI": "ai",
    "ACI": "aci",
    "ETTI": "etti",
    "EITI": "eiti",
    "GEIQ": "geiq",
    "EA": "ea",
    "EATT": "eatt",
    "ESAT": "esat",
}
PRISON = "SEP"

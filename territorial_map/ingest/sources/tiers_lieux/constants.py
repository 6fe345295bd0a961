"""Columns of the census files; « 01 » tells who and where, « 04 » the activities."""

# What the identity files of 2023 and of 2026 share; 2023 adds ``Insee``, 2026 the point.
IDENTITY = ("ID_UNIQUE", "NOM", "ADRESSE", "CODPOST", "VILLE")
KEY = "ID_UNIQUE"
ACTIVITY = "TYPE_ACT_"
_YES = frozenset({"1", "1.0", "oui", "true", "vrai", "x"})

# Endings of TYPE_ACT_ columns whose meaning was seen → words that our sectors know. The others
# (« unconfirmed ») are not guessed from their abbreviations.
ACTIVITIES: dict[str, str] = {"NUMER": "numérique"}


PROJECT = frozenset({"en projet"})  # values of ``statut_lieu``: not open yet


def is_yes(cell: str) -> bool:
    """True for the marks of a ticked box."""
    return cell.strip().lower() in _YES

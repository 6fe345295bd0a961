"""Rows of a table that are no organisation: totals, notes, sources, titles inside it."""

import re
from collections.abc import Mapping

from territorial_map.domain.text import fold

# Cells that only an organisation has: a row that tells one of them is never furniture.
_IDENTITY = frozenset(
    {"siret", "siren", "finess", "rna", "postcode", "commune", "commune_code", "address"}
    | {"phone", "website", "lat", "lon", "id"}
)
_TOTAL = re.compile(
    r"(?:sous totaux|sous total|s total|total general|totaux|grand total|nombre total|nb total"
    r"|total|subtotal|cumul|moyenne|somme)"
    r"(?: (?:general|generale|\d.*|ht|ttc|lignes?|structures?|organisations?|adherents?|membres?"
    r"|departements?|regions?|effectifs?|etp|(?:de|du|des|d|par|pour|au) .*))?"
)
# A small number in a cell that cannot be one: a count under a column of towns, not a town.
_COUNT = re.compile(r"[\d\s.,]{1,6}")
_NEVER_COUNTS = frozenset({"commune", "address", "phone", "website", "id"})
_SUBTOTAL = re.compile(r"(?:sous totaux|sous total|subtotal)\b.*")
_NOTE = re.compile(
    r"^\s*(?:sources?\s*:|nota\s*(?:bene)?\s*:|n\.?\s?b\.?\s*:|notes?\s*:|remarques?\s*:|l[ée]gende\s*:"
    r"|nombre\s+(?:de|d['’])\s*.{2,60}:|nombre\s+total\b|\(\*+\)|\*+\s|\(\d\)\s|\*+[^\W\d_].{15,}"
    r"|mis(?:e)?\s+à\s+jour\b|derni[èe]re\s+mise\s+à\s+jour\b|m[àa]j\s*:|donn[ée]es\s+(?:au|de|du)\b"
    r"|extrait\s+le\b|[ée]dit[ée]\s+le\b|export\s+(?:du|le)\b|page\s+\d+|fin\s+(?:de\s+la\s+)?liste\b"
    r"|\d+\s+(?:structures?|organisations?|lignes?|r[ée]sultats?)\s*$)",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:departement|region|territoire|canton|arrondissement|epci|bassin d emploi)"
    r" (?:de|du|des|d|de la|de l) .+"
)


def is_furniture(cells: Mapping[str, str], others: tuple[str, ...] = ()) -> bool:
    """True for a row of totals, notes or titles; ``cells`` by field, ``others`` not understood.

    >>> is_furniture({"name": "TOTAL"}, ("7",)), is_furniture({"name": "Source : enquête"})
    (True, True)
    >>> is_furniture({"name": "TOTAL", "commune": "3"})
    True
    >>> is_furniture({"name": "Total Énergies Solidaire", "commune": "Pau"})
    False
    """
    if any(_tells(field, cells.get(field, "").strip()) for field in _IDENTITY):
        return False
    filled = [cell for cell in (*cells.values(), *others) if cell.strip()]
    first = cells.get("name", "").strip() or (filled[0].strip() if filled else "")
    if not first:
        return False
    folded = fold(first)
    if _TOTAL.fullmatch(folded) or _SUBTOTAL.fullmatch(folded) or _NOTE.match(first):
        return True
    return len(filled) == 1 and bool(_SECTION.fullmatch(folded))


def _tells(field: str, cell: str) -> bool:
    """True for a cell that says something of an organisation."""
    return bool(cell) and not (field in _NEVER_COUNTS and _COUNT.fullmatch(cell) is not None)

"""Rows of a table that are no organisation: totals, notes, sources, titles inside it."""

import re
from collections.abc import Mapping

from territorial_map.domain.cells.area_names import AREA_NAMES
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
_COUNT = re.compile(
    r"(?:\d{1,6}|\d{1,3}[\s.]\d{3})(?:[.,]\d{1,2})?\s?(?:%|€|etp|lignes?|structures?|organisations?|adh[ée]rents?|membres?"
    r"|associations?|partenaires?|entreprises?)?",
    re.IGNORECASE,
)
_NEVER_COUNTS = frozenset(
    {"commune", "address", "phone", "website", "id", "siret", "siren", "finess", "rna"}
)
_FEW = re.compile(r"\d{1,3}")  # more digits may be a postcode
# Beside counts alone, these are titles of sums; alone they may be names.
_SUMMED = frozenset(
    {
        "ensemble",
        "nombre",
        "nb",
        "effectif",
        "effectifs",
        "somme",
        "total",
        "moyenne",
        "cumul",
        "dont",
    }
)
_SUBTOTAL = re.compile(r"(?:sous totaux|sous total|subtotal)\b.*")
_NOTE = re.compile(
    r"^\s*(?:sources?\s*:|nota\s*(?:bene)?\s*:|n\.?\s?b\.?\s*:|notes?\s*:|remarques?\s*:|l[ée]gende\s*:"
    r"|nombre\s+(?:de|d['’])\s*.{2,60}:|nombre\s+total\b|\(\*+\)|\*+\s|\(\d\)\s|\*+[^\W\d_].{15,}"
    r"|mis(?:e)?\s+à\s+jour\b|derni[èe]re\s+mise\s+à\s+jour\b|m[àa]j\s*:|donn[ée]es\s+(?:au|de|du)\b"
    r"|extrait\s+le\b|[ée]dit[ée]\s+le\b|export\s+(?:du|le)\b|page\s+\d+|fin\s+(?:de\s+la\s+)?liste\b"
    r"|\d+\s+(?:structures?|organisations?|lignes?|r[ée]sultats?|adh[ée]rents?|membres?|associations?"
    r"|partenaires?|entreprises?|[ée]tablissements?|fiches?)(?:\s+au\s+total)?\s*$"
    r"|n(?:om)?bre?\.?\s+(?:de\s+|d['’])[^:]{2,60}:|nb\s+(?:de\s+|d['’])[^:]{2,60}:"
    r"|sources?\b.{2,60}\b(?:19|20)\d\d\s*$|n\.b\.?\s|©|\(c\)\s|contacts?\s*:"
    r"|fin\s*(?:(?:de|du)\s+(?:document|tableau|fichier|liste))?\s*$"
    r"|(?:à\s+)?suivre\s*$|(?:\(?suite\)?|page\s+suivante)(?:\s+(?:page\s+suivante|au\s+verso))?\s*$"
    r"|(?:document|liste|fichier|tableau|annuaire|donn[ée]es|export\w*|imprim\w+|[ée]dit\w+|g[ée]n[ée]r\w+"
    r"|[ée]tabli\w*|arr[êe]t\w+|m[àa]j|mis\w*\s+[àa]\s+jour|extra\w+|actualis\w+|version|[ée]tat)\b.{0,60}"
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\b(?:19|20)\d\d)\s*\.?\s*$"
    r"|[\W_]+$)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\(.*\)|\[.*\]|obligatoires?|facultatif|facultative|optionnel(?:le)?|requis|texte|nombre|date",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:departement|region|territoire|canton|arrondissement|epci|bassin d emploi)"
    r" (?:de|du|des|d|de la|de l) .+"
    r"|(?:secteur|zone|bassin|pole|territoire) (?:nord|sud|est|ouest|centre|\d{1,2})"
    r"(?: (?:est|ouest))?|[a-z]"
)
_BODY = re.compile(r"(?:departement|region) .+")
_AREA = re.compile(
    r"(?:(?:total|sous total|departement|region|dept|dep) )?(?:(?:2[ab]|97\d|\d{2}) )?(?P<name>.+?)"
    r"(?: (?:2[ab]|97\d|\d{2}))?"
)


def is_furniture(
    cells: Mapping[str, str], others: tuple[str, ...] = (), *, sections: bool = True
) -> bool:
    """True for a row of totals, notes or titles; ``cells`` by field, ``others`` not understood.

    « Département de la Loire » alone on its row is a title where the list has ``sections``, and a
    partner elsewhere: that is also the name of the body.

    >>> is_furniture({"name": "TOTAL"}, ("7",)), is_furniture({"name": "Source : enquête"})
    (True, True)
    >>> is_furniture({"name": "TOTAL", "commune": "3"})
    True
    >>> is_furniture({"name": "Total Énergies Solidaire", "commune": "Pau"})
    False
    """
    if any(_tells(field, cells.get(field, "").strip()) for field in _IDENTITY):
        return False
    filled = [cell.strip() for cell in (*cells.values(), *others) if cell.strip()]
    first = cells.get("name", "").strip() or (filled[0] if filled else "")
    if not first:
        return False
    folded = fold(first)
    if _TOTAL.fullmatch(folded) or _SUBTOTAL.fullmatch(folded) or _NOTE.match(first):
        return True
    if len(filled) == 1:
        alone = len(cells) + len(others) == 1  # a list of names alone: « Région Bretagne » is one
        alone = alone or (not sections and is_body_of_area(first))
        return not alone and (bool(_SECTION.fullmatch(folded)) or _is_area(folded))
    if all(map(_ASIDE.fullmatch, filled)):
        return True
    counted = all(map(_COUNT.fullmatch, filled[1:]))
    return counted and (folded in _SUMMED or _is_area(folded))


def is_body_of_area(name: str) -> bool:
    """True for the name of a département's or a région's own body, which titles bear too."""
    return _BODY.fullmatch(fold(name)) is not None


def _is_area(folded: str) -> bool:
    """« Rhône (69) », « Région Bretagne », « Total Loire »: the title of a part of the list."""
    found = _AREA.fullmatch(folded)
    return found is not None and found["name"] in AREA_NAMES


def _tells(field: str, cell: str) -> bool:
    """True for a cell that says something of an organisation."""
    if not cell or _TOTAL.fullmatch(fold(cell)) or _ASIDE.fullmatch(cell):
        return False
    few = field == "postcode" and _FEW.fullmatch(cell)
    return not few and not (field in _NEVER_COUNTS and _COUNT.fullmatch(cell) is not None)

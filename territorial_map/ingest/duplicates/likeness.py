"""How alike two candidate records are: near-same names at one commune, and nothing against it."""

import duckdb
from rapidfuzz import fuzz

from territorial_map.ingest.duplicates.links import Link, Rule

_SURE = 92.0  # token sort ratio of core names: a letter or two in twenty
_UNSURE = 84.0
_SHORTEST = 4  # letters of a core name that can identify anything
_BEGINNING = 6  # letters of a beginning that may be the whole name
_CUT = 26  # registers cut names; a long enough beginning is the same name
_PAIRS = """
SELECT l.id, r.id, l.core, r.core, l.numbers = r.numbers, l.website = r.website,
       l.siren = r.siren,
       l.siret IS NOT NULL AND r.siret IS NOT NULL
           OR l.file = r.file
           AND (l.pole_id IS NULL OR r.pole_id IS NULL OR l.name <> r.name)
FROM candidate JOIN record l ON l.position = candidate.l JOIN record r ON r.position = candidate.r
WHERE (l.siret IS DISTINCT FROM r.siret OR l.siret IS NULL)
  AND (l.siren IS NULL OR r.siren IS NULL OR l.siren = r.siren)
  AND (len(l.devices) = 0 OR len(r.devices) = 0 OR list_has_any(l.devices, r.devices))
  AND l.commune_code = r.commune_code
  AND (l.file <> r.file OR l.pole_id IS NOT NULL OR l.siren = r.siren OR l.website = r.website)
ORDER BY ALL
"""


def likely_links(connection: duckdb.DuckDBPyConnection) -> list[Link]:
    """Links by likeness between the pairs of the table ``candidate``, sure and unsure."""
    links = []
    for row in connection.execute(_PAIRS).fetchall():
        sure = _is_sure(*row[2:])
        if sure is not None:
            links.append(Link(row[0], row[1], Rule.LIKENESS, 0.9 if sure else 0.5, sure=sure))
    return links


def _is_sure(a: str, b: str, *signs: bool | None) -> bool | None:
    same_numbers, same_site, same_siren, two_sites = signs
    score = _score(a, b) if same_numbers else 0.0
    if score >= _SURE and not two_sites:
        return True
    alike = score >= _UNSURE or _begins_alike(a, b) or bool(same_site)
    return False if alike or (same_siren and not two_sites) else None


def _begins_alike(a: str, b: str) -> bool:
    """True when one name is the first words of the other (« Baluchon, à table citoyens »)."""
    shorter, longer = sorted((a, b), key=len)
    return len(shorter) >= _BEGINNING and longer.startswith(f"{shorter} ")


def _score(a: str, b: str) -> float:
    if min(len(a), len(b)) < _SHORTEST:
        return 100.0 if a == b and a else 0.0
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) >= _CUT and longer.startswith(shorter):
        return 100.0
    return fuzz.token_sort_ratio(a, b)

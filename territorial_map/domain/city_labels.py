"""One key for the many ways registers write the name of a commune."""

import re
from functools import lru_cache

from territorial_map.domain.text import fold

_CEDEX = re.compile(r"(?:(?<=\w) (?:c|ce|ced|cede|cdx|cdex|cedx)(?: \d+)?)* ?(?:\bcedex.*)?$")
_BRACKETED_ARTICLE = re.compile(
    r"^(?P<name>.+?)\s*\((?P<article>l[ea]s?|l['’])\)\s*(?P<rest>.*)$", re.IGNORECASE
)
_SUR = re.compile(r"\bs\s?/\s*", re.IGNORECASE)
_LONE_S = re.compile(r"(?<=\w )s(?= \w)")
_SOUS = re.compile(r"\bs\s?/\s?s\s+", re.IGNORECASE)
_ARRONDISSEMENT = re.compile(r"^(paris|lyon|marseille) (?:\d|[ivx]+(?:e|eme)?\b).*$")
_SPELT = {
    "st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "nd": "notre dame",
    "fd": "ferrand", "pce": "provence", "mt": "mont", "vx": "vieux", "gd": "grand", "gde": "grande",
    "hte": "haute",
}  # fmt: skip
_SMALL = frozenset({"d", "de", "du", "des", "l", "le", "la", "les"})


def city_key(label: str) -> str:
    """The folded name of a commune: CEDEX and arrondissements off, saints and articles in full.

    >>> city_key("ST ETIENNE CEDEX 2"), city_key("Abrets (Les)"), city_key("PARIS 13E ARR")
    ('saint etienne', 'les abrets', 'paris')
    >>> city_key("CHALON S/ SAONE"), city_key("Œuilly")
    ('chalon sur saone', 'oeuilly')
    """
    return _city_key(label)


def passing_city_key(label: str) -> str:
    """The same key, not remembered: for the many names that an index reads once."""
    moved = _BRACKETED_ARTICLE.sub(r"\g<article> \g<name> \g<rest>", label.strip())
    folded = _LONE_S.sub("sur", fold(_SUR.sub("sur ", _SOUS.sub("sous ", moved))))
    bare = _ARRONDISSEMENT.sub(r"\1", _CEDEX.sub("", folded).strip())
    return " ".join(_SPELT.get(word, word) for word in bare.split())


# As many as the labels that one list holds.
_city_key = lru_cache(maxsize=16_384)(passing_city_key)


def loose_city_key(key: str) -> str:
    """A key without articles and small prepositions, for labels that dropped or glued them.

    >>> loose_city_key("la ville du bois"), loose_city_key("isle d abeau")
    ('villebois', 'isleabeau')
    """
    return "".join(word for word in key.split() if word not in _SMALL)

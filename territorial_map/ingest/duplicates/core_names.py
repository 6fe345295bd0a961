"""What is left of a name when the words that any name may carry are taken off."""

import re

from territorial_map.domain.text import words

_BRACKETS = re.compile(r"\([^)]*\)")
# Articles, legal forms and devices; « services » or « emploi » tell two organisations apart.
_CARRIED = frozenset(
    words(
        "le la les l un une de du des d et en a au aux pour par sur association assoc asso ass "
        "esat ea eatt entreprise entrep adaptee atelier protege aci ei ai etti geiq ptce scic scop "
        "sarl sas sasu eurl sa snc arl ex"
    )
)


def core_name(name: str, commune: str = "") -> str:
    """The folded words that make a name its own; brackets, forms and the commune's name off.

    Where nothing else is left (« Régie de quartier », at Calais), the commune's name stays.

    >>> core_name("ASSOC LIBI NA WAN"), core_name("Eco-Pertica (SCIC)")
    ('libi na wan', 'eco pertica')
    """
    return " ".join(without_commune(own_words(name), commune))


def own_words(name: str) -> list[str]:
    """The folded words of a name but those that any name may carry, in order; brackets off."""
    told = _BRACKETS.sub(" ", name) if "(" in name else name
    return [word for word in words(told) if word not in _CARRIED]


def without_commune(own: list[str], commune: str) -> list[str]:
    """Own words of a name but those of the commune's, unless nothing else is left."""
    place = set(words(commune))
    rest = [word for word in own if word not in place]
    return rest if any(len(word) > 2 for word in rest) else own

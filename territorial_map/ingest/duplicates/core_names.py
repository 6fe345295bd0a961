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
    kept = [word for word in words(_BRACKETS.sub(" ", name)) if word not in _CARRIED]
    place = set(words(commune))
    own = [word for word in kept if word not in place]
    return " ".join(own if any(len(word) > 2 for word in own) else kept)

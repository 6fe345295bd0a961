"""Natural persons, who never come in: the first level of INSEE's legal categories."""

import re

from territorial_map.domain.text import fold

NATURAL_PERSONS = "1"
_TRADER = re.compile(
    r"\b(entrepreneur|entrepreneuse|entreprise) individuel(?:le)?\b"
    r"|\b(?:auto|micro)[ -]?(?:entrepreneur|entrepreneuse|entreprise)\b"
)
_CIVILITY = re.compile(
    r"(?:M\.|Mr\.?|Mme|Mlle|Monsieur|Madame|Mademoiselle|Docteur|Dr\.?|Maître) ", re.IGNORECASE
)
# « EI » beside two names, which law 2022-172 asks of sole traders.
_MARKED = re.compile(r"EI [^\W\d]+ [^\W\d]+|[^\W\d]+ [^\W\d]+ (?:EI|\(EI\))")
_UNTOLD = frozenset({"", "other"})


def is_natural_person(legal_category: str) -> bool:
    """True for INSEE's legal categories of level I « 1 »: sole traders and other natural persons.

    >>> is_natural_person("1000"), is_natural_person("9220"), is_natural_person("")
    (True, False, False)
    """
    return legal_category.strip().startswith(NATURAL_PERSONS)


def told_as_a_person(name: str, category: str) -> bool:
    """Whether a name is that of a sole trader, where no legal category is told.

    The words of sole traders count always (code de commerce, R526-27). A civility, or « EI » beside
    two words, counts only where nothing tells what the structure is: « Monsieur Vincent » is an
    association that runs homes, and an « EI » may be an enterprise of insertion. A given name
    beside a family name is not told from any other name.

    >>> told_as_a_person("Marie EXEMPLE, auto-entrepreneuse", "training")
    True
    >>> told_as_a_person("Marie EXEMPLE EI", "other"), told_as_a_person("Mme Exemple", "other")
    (True, True)
    >>> told_as_a_person("Monsieur Vincent", "esat"), told_as_a_person("EI Val Insertion", "ei")
    (False, False)
    """
    told = fold(name)
    if _TRADER.search(told) and "insertion" not in told:
        return True
    if category not in _UNTOLD:
        return False
    return bool(_CIVILITY.match(name) or _MARKED.fullmatch(name.strip()))

"""Abbreviations that registers use for one word only, written in full."""

import re

# Each pattern is matched on whole words of a name in capitals; a period that follows goes with it.
_EXPANSIONS: tuple[tuple[str, str], ...] = (
    (r"COM(?:M(?:UNAUTE)?)? DE COMM?|COM(?:M(?:UNAUTE)?)? COMM?", "COMMUNAUTE DE COMMUNES"),
    (r"COM(?:M(?:UNAUTE)?)? D[ '’]?AGGLO(?:MERATION)?", "COMMUNAUTE D AGGLOMERATION"),
    (r"CT?R?E COMM?(?:UNAL)?(?: D[ '’])? ?ACTION SOCIALE?", "CENTRE COMMUNAL D ACTION SOCIALE"),
    (r"CT?R?E INTERCOMM?(?: D[ '’])? ?ACTION SOCIALE?", "CENTRE INTERCOMMUNAL D ACTION SOCIALE"),
    (r"^COM(?= DE?U? )", "COMMUNE"),
    (r"^ASS(?=[ .])|ASS(?= D[ '’]AIDE)", "ASSOCIATION"),
    (r"ASSOC", "ASSOCIATION"),
    (r"CTRE", "CENTRE"),
    (r"CTRES", "CENTRES"),
    (r"CTE", "COMITE"),
    (r"CRX", "CROIX"),
    (r"ENTREP|ENT(?= ADAPTEE)", "ENTREPRISE"),
    (r"ATEL", "ATELIER"),
    (r"(?<=ATELIER )PROT", "PROTEGE"),
    (r"SYND", "SYNDICAT"),
    (r"FED", "FEDERATION"),
    (r"DEPT", "DEPARTEMENT"),
    (r"GPT", "GROUPEMENT"),
    (r"STE(?= DEVELOPPEMENT| TECHNIC| COOP)", "SOCIETE"),
    (r"ST(?= \w{2})(?! \w{2}$)", "SAINT"),
    (r"STE(?= \w{3})", "SAINTE"),
    (r"ST(?=-\w{2})", "SAINT"),
    (r"STE(?=-\w{2})", "SAINTE"),
    (r"ND(?= \w{2})", "NOTRE DAME"),
)
ABBREVIATED = frozenset(
    {
        *("ASS", "ASSOC", "ATEL", "CE", "COM", "COMM", "COMMUNAUTE", "CRE", "CRX", "CTE", "CTRE"),
        *("CTRES", "DEPT", "ENT", "ENTREP", "FED", "GPT", "ND", "PROT", "ST", "STE", "SYND"),
    }
)
"""The words that any pattern begins with: a name without one of them stays as it is."""

_SPACES = re.compile(" +")
_PATTERNS = tuple(
    (re.compile(rf"(?<![\w.’'])(?:{pattern})(?!\w)(?:\.(?!\w\.) ?)?"), full)
    for pattern, full in _EXPANSIONS
)
_ANY = re.compile(rf"(?<![\w.’'])(?:{'|'.join(pattern for pattern, _ in _EXPANSIONS)})(?!\w)")


def expanded(name: str) -> str:
    """A name in capitals with its sure abbreviations in full; other words do not change.

    >>> expanded("ASSOC ST JOSEPH"), expanded("CTRE COM ACTION SOCIAL DE VERDUN")
    ('ASSOCIATION SAINT JOSEPH', 'CENTRE COMMUNAL D ACTION SOCIALE DE VERDUN')
    """
    if _ANY.search(name):
        for pattern, full in _PATTERNS:
            name = pattern.sub(f"{full} ", name)
    return _SPACES.sub(" ", name).strip(" ")

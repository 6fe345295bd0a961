"""Legal forms that a name tells in so many words."""

import re
from dataclasses import dataclass

from territorial_map.domain.vocabulary import LegalForm
from territorial_map.ingest.status.clues import Clues


@dataclass(frozen=True, slots=True)
class NamedForm:
    """A legal form and the words of the name that tell it."""

    form: LegalForm
    words: str


# An ACI or an AI is never a commercial company (code du travail, L5132-7 and D5132-27), and
# « SAS » in such a name is something else: « SAS FORMATION » is an association.
_NEVER_COMMERCIAL = frozenset({"aci", "ai", "geiq", "esat"})

# A folded word that stands in any name that tells the form, how the name tells it, and the form.
FORMS_IN_NAMES: tuple[tuple[frozenset[str], re.Pattern[str], LegalForm], ...] = tuple(
    (frozenset(words.split()), re.compile(pattern, re.IGNORECASE), form)
    for words, pattern, form in (
        ("scic", r"\bSCIC\b", LegalForm.SCIC),
        (
            "cooperative",
            r"\bCOOP[ÉE]RATIVE D.?ACTIVIT[ÉE]S? ET D.?EMPLOIS?\b",
            LegalForm.CAE,
        ),
        ("scop", r"\bSCOP\b", LegalForm.SCOP),
        ("cuma", r"\bCUMA\b", LegalForm.CUMA),
        (
            "assoc association associu asso ass",
            r"\bASSOC(?:IATION|IU)?\b(?! SYNDICALE)|\bASSO\b|\bASS\b(?! SYNDICALE)",
            LegalForm.ASSOCIATION,
        ),
        ("fonds", r"\bFONDS DE DOTATION\b", LegalForm.ENDOWMENT_FUND),
        (
            "fondation",
            r"^(?:ESAT |ENTREPRISE ADAPT[ÉE]E (?:DE )?(?:LA )?)?FONDATION\b",
            LegalForm.FOUNDATION,
        ),
        (
            "mutuelle mutualite",
            r"^(?:MUTUELLE|MUTUALIT[ÉE] FRAN[ÇC]AISE)\b",
            LegalForm.MUTUAL,
        ),
    )
)
_COMPANY = re.compile(
    r"\b(?:SARL|EURL|SASU|SNC|SEML|S\.A\.R\.L\.|S\.A\.S\.?)(?![A-Za-zÀ-ÿ])"
    r"|\bS A S\b|\bSAS\b|^(?:ENTREPRISE ADAPT[ÉE]E )?SA\b"
)


def form_in_name(clues: Clues) -> NamedForm | None:
    """The legal form that the name tells, the most telling word first.

    >>> form_in_name(Clues("SARL SCIC VIGNE DE COCAGNE", "ei")).form.label
    'SCIC'
    """
    words = clues.folded.split()
    for telling, pattern, form in FORMS_IN_NAMES:
        found = None if telling.isdisjoint(words) else pattern.search(clues.name)
        if found:
            return NamedForm(form, found.group().strip())
    if clues.category in _NEVER_COMMERCIAL:
        return None
    company = _COMPANY.search(clues.name)
    return NamedForm(LegalForm.COMMERCIAL, company.group().strip()) if company else None

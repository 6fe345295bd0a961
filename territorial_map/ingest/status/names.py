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

_BY_NAME: tuple[tuple[re.Pattern[str], LegalForm], ...] = (
    (re.compile(r"\bSCIC\b", re.IGNORECASE), LegalForm.SCIC),
    (
        re.compile(r"\bCOOP[ÉE]RATIVE D.?ACTIVIT[ÉE]S? ET D.?EMPLOIS?\b", re.IGNORECASE),
        LegalForm.CAE,
    ),
    (re.compile(r"\bSCOP\b", re.IGNORECASE), LegalForm.SCOP),
    (re.compile(r"\bCUMA\b", re.IGNORECASE), LegalForm.CUMA),
    (
        re.compile(
            r"\bASSOC(?:IATION|IU)?\b(?! SYNDICALE)|\bASSO\b|\bASS\b(?! SYNDICALE)", re.IGNORECASE
        ),
        LegalForm.ASSOCIATION,
    ),
    (re.compile(r"\bFONDS DE DOTATION\b", re.IGNORECASE), LegalForm.ENDOWMENT_FUND),
    (
        re.compile(r"^(?:ESAT |ENTREPRISE ADAPT[ÉE]E (?:DE )?(?:LA )?)?FONDATION\b", re.IGNORECASE),
        LegalForm.FOUNDATION,
    ),
    (re.compile(r"^(?:MUTUELLE|MUTUALIT[ÉE] FRAN[ÇC]AISE)\b", re.IGNORECASE), LegalForm.MUTUAL),
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
    for pattern, form in _BY_NAME:
        found = pattern.search(clues.name)
        if found:
            return NamedForm(form, found.group().strip())
    if clues.category in _NEVER_COMMERCIAL:
        return None
    company = _COMPANY.search(clues.name)
    return NamedForm(LegalForm.COMMERCIAL, company.group().strip()) if company else None

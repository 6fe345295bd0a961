"""NAF codes, each with its nomenclature: rév. 2 (2008) and NAF 2025 write theirs alike.

``88.10C`` of one is another activity than ``88.10C`` of the other may be, so a code never goes
without saying which. In tables and records it is compact (``8810C``), with ``NAF25:`` before a code
of NAF 2025; nobody is shown that mark. Source: INSEE, NAF rév. 2 (2008) and NAF 2025.
"""

import re
from dataclasses import dataclass

from territorial_map.domain.term import Term

NAF_2025 = "NAF25:"
_WRITTEN = re.compile(
    r"(?:(?P<new>NAF\s?(?:20)?25)|(?:NAF|APE)(?:\s?R[EÉ]V\.?\s?2|\s?2008)?)?\s?:?\s?"
    r"(?P<class>\d{2}\s?\.?\s?\d{2})\s?(?P<letter>[A-Z])(?![A-Z0-9]).*",
    re.DOTALL,
)
# What registers write where a person has no code yet.
_NO_CODE = "0000Z"


class NafNomenclature(Term):
    """Which NAF a code is of."""

    REV_2 = "rev2", "NAF rév. 2"
    NAF_2025 = "2025", "NAF 2025"


@dataclass(frozen=True, slots=True)
class NafCode:
    """A code as INSEE writes it (``88.10C``), and its nomenclature."""

    code: str
    nomenclature: NafNomenclature


def compact_naf(written: str) -> str:
    """The code of a cell as records keep it; empty where the cell holds none.

    A label after the code is left aside. Codes of older nomenclatures (``741G``), sections and
    divisions alone are none.

    >>> compact_naf("88.10c"), compact_naf("NAF25:88.10Y"), compact_naf("8810C - Aide")
    ('8810C', 'NAF25:8810Y', '8810C')
    >>> compact_naf("741G"), compact_naf("00.00Z"), compact_naf("[ND]")
    ('', '', '')
    """
    found = _WRITTEN.fullmatch(" ".join(written.upper().split()))
    if found is None:
        return ""
    code = "".join(filter(str.isdigit, found["class"])) + found["letter"]
    if code == _NO_CODE:
        return ""
    return f"{NAF_2025}{code}" if found["new"] else code


def naf_code(kept: str | None) -> NafCode | None:
    """The code that a record keeps.

    >>> naf_code("NAF25:8810Y")
    NafCode(code='88.10Y', nomenclature=<NafNomenclature.NAF_2025: '2025'>)
    """
    compact = compact_naf(kept or "")
    if not compact:
        return None
    bare = compact.removeprefix(NAF_2025)
    new = bare != compact
    nomenclature = NafNomenclature.NAF_2025 if new else NafNomenclature.REV_2
    return NafCode(f"{bare[:2]}.{bare[2:]}", nomenclature)


def naf_parts(kept: str | None) -> tuple[str, NafNomenclature] | tuple[None, None]:
    """The code that a record keeps and its nomenclature, each to stand alone; both or neither.

    >>> naf_parts("8810C")[0], naf_parts(None)
    ('88.10C', (None, None))
    """
    told = naf_code(kept)
    return (told.code, told.nomenclature) if told else (None, None)


def marked_naf(rev_2: str, naf_2025: str) -> str:
    """What a record keeps of a code in each nomenclature: that of rév. 2 while there is one.

    >>> marked_naf("88.10C", "88.10Y"), marked_naf("", "88.10Y"), marked_naf("", "")
    ('8810C', 'NAF25:8810Y', '')
    """
    return compact_naf(rev_2) or compact_naf(f"{NAF_2025}{naf_2025}")


def naf_in_words(kept: str | None) -> str | None:
    """The code and its nomenclature in French.

    >>> naf_in_words("8810C"), naf_in_words("NAF25:8810Y")
    ('88.10C (NAF rév. 2)', '88.10Y (NAF 2025)')
    """
    told = naf_code(kept)
    return f"{told.code} ({told.nomenclature.label})" if told else None

"""A cell on legal forms, and one on types of partner: words, codes, or INSEE's categories."""

import re
from dataclasses import dataclass

from territorial_map.domain.cells.form_words import (
    BESIDE,
    DECIDES,
    DEVICE_WORDS,
    FORM_WORDS,
    PARTNER_WORDS,
    SOLE_TRADERS,
)
from territorial_map.domain.cells.legal_categories import legal_category
from territorial_map.domain.cells.text import cell_text, unquoted
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import Device, LegalForm, PartnerType

_DOTS = re.compile(r"\b(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?")
# « 9220 », « 9220 - Association déclarée », « 9220.0 » ; « 99.20 » of old tables.
_CODE = re.compile(r"(\d{2})\.?(\d{2})(?:[.,]0+)?(?=$|[\s:;,–—-]\D)")
# Level II of INSEE's categories: four digits that begin otherwise are a year, or anything else.
_LEVELS = (
    *("10", "21", "22", "23", "24", "27", "28", "29", "31", "32", "41"),
    *("51", "52", "53", "54", "55", "56", "57", "58", "61", "62", "63", "64", "65", "69"),
    *("71", "72", "73", "74", "81", "82", "83", "84", "85", "91", "92", "93", "99"),
)
_SOLE_TRADER = "1000"
_ESUS = frozenset({"esus", "agreee", "agree", "agrement"})


@dataclass(frozen=True, slots=True)
class FormCell:
    """What a cell on legal forms tells; a device or ESUS there is not a form.

    ``category`` is a code of INSEE's *catégories juridiques*, where the cell is one, or tells
    a sole trader (1000), who is a natural person.
    """

    form: LegalForm = LegalForm.UNKNOWN
    devices: tuple[Device, ...] = ()
    esus: bool = False
    category: str = ""


def read_form(cell: str | None) -> FormCell | None:
    """What a cell on forms tells; ``None`` for a blank one, or for words that are not known.

    >>> [read_form(told).form.value for told in ("SCOP SARL", "S.A.R.L. à capital variable")]
    ['scop', 'commercial']
    >>> read_form("9220 - Association déclarée").category
    '9220'
    """
    told = cell_text(cell)
    code = _CODE.match(unquoted(told))
    if code is not None and code[1] in _LEVELS:
        return _of_code(code[1] + code[2])
    folded = fold(_dotted(told)).split()
    words = [word for word in folded if word not in _ESUS]
    esus = "esus" in folded
    wanted = " ".join(words)
    if not wanted:
        return FormCell(esus=True) if esus else None
    if wanted in FORM_WORDS:
        category = _SOLE_TRADER if wanted in SOLE_TRADERS else ""
        return FormCell(FORM_WORDS[wanted], esus=esus, category=category)
    if wanted in DEVICE_WORDS:
        return FormCell(devices=(DEVICE_WORDS[wanted],), esus=esus)
    together = _together(words)
    return together and FormCell(together.form, together.devices, esus)


def read_partner_type(cell: str | None) -> PartnerType | None:
    """The type of partner that a cell tells; ``None`` for none, or unknown words."""
    return PARTNER_WORDS.get(fold(cell_text(cell)))


def _of_code(code: str) -> FormCell:
    known = legal_category(code)
    otherwise = LegalForm.COMMERCIAL if code.startswith("5") else LegalForm.OTHER
    return FormCell(known.form if known else otherwise, category=code)


def _dotted(text: str) -> str:
    """Letters apart by dots as one word: « S.C.O.P. » is « SCOP »."""
    return _DOTS.sub(lambda found: found.group().replace(".", ""), text)


def _together(words: list[str]) -> FormCell | None:
    """Several forms or devices in one cell, and words that say more of them."""
    forms = {FORM_WORDS[word] for word in words if word in FORM_WORDS}
    devices = {DEVICE_WORDS[word] for word in words if word in DEVICE_WORDS}
    known = (FORM_WORDS, DEVICE_WORDS, BESIDE)
    if not (forms or devices) or any(all(word not in each for each in known) for word in words):
        return None
    decided = next((form for form in DECIDES if form in forms), None)
    if decided is None and len(forms) > 1:
        return None
    form = decided or next(iter(forms), LegalForm.UNKNOWN)
    return FormCell(form, tuple(sorted(devices, key=tuple(Device).index)))

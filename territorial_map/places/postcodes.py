"""Cells that hold a postcode, as people and spreadsheets write them."""

import re
from dataclasses import dataclass
from functools import lru_cache

# Letters that some put before a postcode; the United Nations' road signs, and ISO 3166.
_PREFIXES = {
    "F": "FR", "FR": "FR", "B": "BE", "BE": "BE", "L": "LU", "LU": "LU", "CH": "CH", "D": "DE",
    "DE": "DE", "A": "AT", "I": "IT", "IT": "IT", "E": "ES", "ES": "ES", "AD": "AD", "MC": "MC",
    "NL": "NL",
}  # fmt: skip
_PREFIXED = re.compile(r"(?P<letters>[A-Z]{1,2})\s?-?\s?(?P<digits>\d{2}\s?\d{3}|\d{3,4})")
_DECIMALS = re.compile(r"[.,]0+$")
_INSIDE = re.compile(
    r"(?<![\w-])(?:(?P<letters>[A-Z]{1,2})-)?(?P<digits>\d{2}[ .]?\d{3})(?![\w])"
    r"|(?<![\w-])(?P<near>[A-Z]{1,2})-(?P<few>\d{3,4})(?!\w)"
)
_SHORT = re.compile(r"^(\d{4})\s+(?=[^\W\d])|(?<=[^\W\d])\s+(\d{4})$")
_CORSICA = {"200": ("2A",), "201": ("2A",), "202": ("2B",), "206": ("2B",)}
# Postcodes of the collectivities that were communes of Guadeloupe, and of Monaco.
_BY_POSTCODE = {"97133": "977", "97150": "978"}
_MONACO = "980"


@dataclass(frozen=True, slots=True)
class Postcode:
    """A postcode as read: five digits in France; ``short`` says that a zero was put back.

    ``country`` is the ISO code that its letters tell, blank without; ``digits`` are as written.
    """

    digits: str
    country: str = ""
    short: bool = False

    @property
    def french(self) -> str:
        """Five digits, blank where the letters tell another country."""
        return self.digits.zfill(5) if self.country in {"", "FR"} and len(self.digits) > 3 else ""


@lru_cache(maxsize=65_536)
def read_postcode(cell: str) -> Postcode | None:
    """The postcode of a cell that holds nothing else.

    >>> read_postcode("69130,0"), read_postcode("L-1009").country
    (Postcode(digits='69130', country='', short=False), 'LU')
    >>> read_postcode("1000"), read_postcode("1012 AB")
    (Postcode(digits='1000', country='', short=True), None)
    """
    text = _DECIMALS.sub("", cell.strip().upper().replace("\u00a0", " ").replace("\u202f", " "))
    prefixed = _PREFIXED.fullmatch(text)
    if prefixed is not None and prefixed["letters"] in _PREFIXES:
        digits = prefixed["digits"].replace(" ", "")
        return Postcode(digits, _PREFIXES[prefixed["letters"]], short=len(digits) == 4)
    digits = re.sub(r"[\s.\-']", "", text)
    if not (digits.isascii() and digits.isdigit() and len(digits) in {4, 5}):
        return None
    return Postcode(digits, short=len(digits) == 4)


def take_postcode(text: str) -> tuple[Postcode | None, str]:
    """The postcode inside a text, and the text without it.

    >>> take_postcode("42000 Saint-Etienne")
    (Postcode(digits='42000', country='', short=False), 'Saint-Etienne')
    >>> take_postcode("7500 Tournai")[0].short, take_postcode("Paris 13")
    (True, (None, 'Paris 13'))
    """
    found = _INSIDE.search(text)
    if found is not None:
        letters = found["letters"] or found["near"] or ""
        digits = re.sub(r"[ .]", "", found["digits"] or found["few"])
        if letters and letters not in _PREFIXES:
            return None, text
        read = Postcode(digits, _PREFIXES.get(letters, ""), short=len(digits) == 4)
        return read, f"{text[: found.start()]} {text[found.end() :]}".strip(" -,;/")
    short = _SHORT.search(text)
    if short is None:
        return None, text
    rest = f"{text[: short.start()]} {text[short.end() :]}".strip(" -,;/")
    return Postcode(short[1] or short[2], short=True), rest


def departments_of_postcode(postcode: str) -> frozenset[str]:
    """The département of a French postcode, both of Corsica where its digits do not tell.

    A collectivity answers by its code; Monaco's postcodes have none. The postcode of some communes
    begins like that of the département next door: ask the communes that it serves first.
    """
    if postcode in _BY_POSTCODE:
        return frozenset({_BY_POSTCODE[postcode]})
    if is_monaco(postcode) or not postcode:
        return frozenset()
    if postcode.startswith(("97", "98")):
        return frozenset({"976" if postcode.startswith("985") else postcode[:3]})
    if postcode.startswith("20"):
        return frozenset(_CORSICA.get(postcode[:3], ("2A", "2B")))
    return frozenset({postcode[:2]})


def is_monaco(postcode: str) -> bool:
    """True for the postcodes that La Poste serves in Monaco (98000 to 98099)."""
    return postcode.startswith(_MONACO)

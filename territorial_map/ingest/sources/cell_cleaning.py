"""Cells of any source put in the form of our tables; what cannot be trusted is noted."""

import re
from datetime import date

from territorial_map.domain.identifiers import parse_siren, parse_siret, without_separators
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.problems import Noted

_NOTHING = frozenset({"", "#n/d", "#n/a", "n/a", "na", "null", "none", "nan", "[nd]", "-"})
_RNA = re.compile(r"W\d[0-9A-Z]\d{7}")
_ISO_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?")
_FRENCH_DATE = re.compile(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
# West, south, east, north of the French territories that a point may lie in.
_WINDOWS = (
    (-5.6, 41.2, 9.8, 51.3),
    (-63.3, 14.2, -60.6, 18.3),
    (-54.8, 2.0, -51.4, 6.0),
    (55.0, -21.6, 56.0, -20.7),
    (44.9, -13.2, 45.5, -12.4),
    (-56.6, 46.6, -56.0, 47.3),
)


def text(value: str | None) -> str:
    """A cell without stray spaces; what stands for « nothing » (#N/D, null…) is blank."""
    plain = " ".join((value or "").split())  # every kind of space, those without break too
    return "" if plain.lower() in _NOTHING else plain


def digits(value: str | None) -> str:
    """A number without spaces nor dots; a spreadsheet's « .0 » goes."""
    return without_separators(text(value).removesuffix(".0"))


def siren_of(value: str | None, intake: Intake, line: int) -> str:
    """A SIREN in nine characters, leading zeros put back; a wrong one is noted and kept.

    The build drops a wrong number, and writes in the record what the source says.
    """
    number = digits(value)
    if number.isdigit() and 6 <= len(number) < 9:
        number = number.zfill(9)
    if number and parse_siren(number) is None:
        intake.note(Noted.SIREN_REFUSED, line, number)
    return number


def siret_of(value: str | None, intake: Intake, line: int) -> str:
    """A SIRET in fourteen characters, in the same way."""
    number = digits(value)
    if number.isdigit() and 11 <= len(number) < 14:
        number = number.zfill(14)
    if number and parse_siret(number) is None:
        intake.note(Noted.SIRET_REFUSED, line, number)
    return number


def rna_of(value: str | None, intake: Intake, line: int) -> str:
    """An RNA number (W and nine characters, the second of Corsica a letter), else nothing.

    Source: arrêté du 14 octobre 2009 on the RNA; python-stdnum has no check of it.
    """
    number = digits(value).upper()
    if number and not _RNA.fullmatch(number):
        intake.note(Noted.RNA_REFUSED, line, number)
        return ""
    return number


def postcode_of(value: str | None) -> str:
    """A postcode in five characters when it is one, the leading zero put back."""
    number = digits(value)
    return number.zfill(5) if number.isdigit() and len(number) == 4 else number


def date_of(value: str | None, intake: Intake, line: int) -> str:
    """An ISO date from an ISO or French one; 31/02/2020 is noted and dropped."""
    written = text(value)
    iso, french = _ISO_DATE.fullmatch(written), _FRENCH_DATE.fullmatch(written)
    parts = iso.groups() if iso else french.groups()[::-1] if french else None
    try:
        return date(*map(int, parts)).isoformat() if parts else _no_date(written)
    except ValueError:
        intake.note(Noted.DATE_REFUSED, line, written)
        return ""


def _no_date(written: str) -> str:
    if written:
        raise ValueError(written)
    return ""


def phone_of(value: str | None, intake: Intake, line: int) -> str:
    """The first number of a cell, digits only; a mobile is dropped and counted."""
    written = re.split(r"\s*(?:[/;,]|\bou\b)\s*", text(value))[0]
    number = re.sub(r"\D", "", written)
    if number.startswith("33") and len(number) == 11:
        number = f"0{number[2:]}"
    if len(number) == 9 and number[0] != "0":
        number = f"0{number}"
    if number.startswith(("06", "07")):
        intake.note(Noted.MOBILE_DROPPED, line)
        return ""
    return number


def without_email(value: str, intake: Intake, line: int) -> str:
    """A text without the e-mail addresses in it."""
    if "@" not in value or not _EMAIL.search(value):
        return value
    intake.note(Noted.EMAIL_DROPPED, line)
    return text(_EMAIL.sub("", value))


def point_of(lon: str | None, lat: str | None, intake: Intake, line: int) -> tuple[str, str]:
    """Longitude and latitude in degrees, as text, or two blanks; swapped ones are put right."""
    written = text(lon), text(lat)
    if not all(written):
        return "", ""
    try:
        x, y = (float(each.replace(",", ".")) for each in written)
    except ValueError:
        intake.note(Noted.POINT_UNREADABLE, line, " ; ".join(written))
        return "", ""
    if in_france(x, y):
        return shown(x), shown(y)
    if in_france(y, x):
        intake.note(Noted.POINT_SWAPPED, line, " ; ".join(written))
        return shown(y), shown(x)
    on_earth = abs(x) <= 180 and abs(y) <= 90
    kind = Noted.POINT_ABROAD if on_earth else Noted.POINT_IN_METRES
    intake.note(kind, line, " ; ".join(written))
    return "", ""


def in_france(lon: float, lat: float) -> bool:
    """True inside the window of one of the French territories."""
    return any(w <= lon <= e and s <= lat <= n for w, s, e, n in _WINDOWS)


def shown(degrees: float) -> str:
    """Degrees with six decimals at most (about ten centimetres)."""
    return f"{degrees:.6f}".rstrip("0").rstrip(".")

"""Cells of any source put in the form of our tables; what cannot be trusted is noted."""

from territorial_map.domain.cells import (
    Doubt,
    NumberCell,
    cell_text,
    read_date,
    read_phones,
    read_rna,
    read_siren,
    read_siret,
    read_website,
    without_contacts,
)
from territorial_map.domain.identifiers import without_separators
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.problems import Noted
from territorial_map.places.coordinates import PointDoubt, read_point
from territorial_map.places.postcodes import read_postcode

_SHOWN = 40  # characters of a wrong number that are kept
_NOTED = {
    PointDoubt.SWAPPED: Noted.POINT_SWAPPED,
    PointDoubt.ON_SHAPE: Noted.POINT_ON_SHAPE,
    PointDoubt.ABROAD: Noted.POINT_ABROAD,
    PointDoubt.IN_METRES: Noted.POINT_IN_METRES,
    PointDoubt.UNREADABLE: Noted.POINT_UNREADABLE,
}


text = cell_text


def digits(value: str | None) -> str:
    """A number without spaces nor dots; a spreadsheet's « .0 » goes."""
    return without_separators(text(value).removesuffix(".0"))


def siren_of(value: str | None, intake: Intake, line: int) -> str:
    """A SIREN in nine characters, however it is written; a wrong one is noted and kept.

    The build drops a wrong number, and writes in the record what the source says.
    """
    return _number(read_siren(value), Noted.SIREN_REFUSED, value, intake, line)


def siret_of(value: str | None, intake: Intake, line: int) -> str:
    """A SIRET in fourteen characters, in the same way."""
    return _number(read_siret(value), Noted.SIRET_REFUSED, value, intake, line)


def _number(read: NumberCell, refused: Noted, value: str | None, intake: Intake, line: int) -> str:
    if read.value or not read.doubt:
        return read.value or ""
    shown = without_contacts(text(value), titled=True).text[:_SHOWN]
    intake.note(refused, line, shown)
    return read.written if read.written.isdigit() and not read.several else shown


def rna_of(value: str | None, intake: Intake, line: int) -> str:
    """An RNA number, else nothing."""
    read = read_rna(value)
    if read.doubt:
        intake.note(Noted.RNA_REFUSED, line, text(value))
    return read.value or ""


def postcode_of(value: str | None) -> str:
    """A French postcode in five characters when it is one, the leading zero put back."""
    read = read_postcode(text(value))
    return (read.french if read is not None else "") or text(value)


def postcode_anywhere(value: str | None) -> str:
    """The same for a list that may tell other countries: four digits are left as they stand.

    They may be a lost zero or another country's: the town beside them tells, in the build.
    """
    read = read_postcode(text(value))
    return text(value) if read is None or read.short else postcode_of(value)


def date_of(value: str | None, intake: Intake, line: int) -> str:
    """An ISO date, month or year as told; 31/02/2020 is noted and dropped."""
    read = read_date(value)
    if read.doubt is Doubt.DATE_UNREAD:
        intake.note(Noted.DATE_REFUSED, line, text(value))
    elif read.doubt is Doubt.DATE_SERIAL:
        intake.note(Noted.DATE_SERIAL, line, text(value))
    return read.iso


def phone_of(value: str | None, intake: Intake, line: int) -> str:
    """The first landline of a cell, by pairs of digits; a mobile is dropped and counted."""
    read = read_phones(value)
    for _ in range(read.mobiles):
        intake.note(Noted.MOBILE_DROPPED, line)
    if read.unread:
        intake.note(Noted.PHONE_UNREAD, line, text(value))
    if len(read.landlines) > 1:
        intake.note(Noted.PHONE_SECOND, line)
    if any(each.extension for each in read.landlines):
        intake.note(Noted.PHONE_EXTENSION, line)
    return read.first


def website_of(value: str | None, intake: Intake, line: int) -> str:
    """The first website of a cell; accounts, odd schemes and e-mail addresses are dropped."""
    read = read_website(value)
    for _ in range(read.emails):
        intake.note(Noted.EMAIL_DROPPED, line)
    for _ in range(read.mobiles):
        intake.note(Noted.MOBILE_DROPPED, line)
    if not read.address and read.doubts:
        shown = without_contacts(text(value), titled=True).text
        intake.note(Noted.WEBSITE_REFUSED, line, "" if "@" in shown else shown)
    return read.address


def without_personal(value: str, intake: Intake, line: int, *, titled: bool = False) -> str:
    """A text without e-mail addresses nor mobile numbers, which are counted; persons on demand."""
    cleaned = without_contacts(value, titled=titled)
    for kind, count in (
        (Noted.EMAIL_DROPPED, cleaned.emails),
        (Noted.MOBILE_DROPPED, cleaned.mobiles),
        (Noted.PERSON_DROPPED, cleaned.persons),
    ):
        for _ in range(count):
            intake.note(kind, line)
    return cleaned.text if cleaned.found else value


def point_of(lon: str | None, lat: str | None, intake: Intake, line: int) -> tuple[str, str]:
    """Longitude and latitude in degrees, as text, or two blanks; swapped ones are put right."""
    read = read_point(lon, lat)
    if read.doubt is not None:
        intake.note(_NOTED[read.doubt], line, " ; ".join((text(lon), text(lat))))
    return ("", "") if read.lon is None or read.lat is None else (shown(read.lon), shown(read.lat))


def shown(degrees: float) -> str:
    """Degrees with six decimals at most (about ten centimetres)."""
    return f"{degrees:.6f}".rstrip("0").rstrip(".")

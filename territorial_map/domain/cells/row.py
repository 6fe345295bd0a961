"""A row of anybody's table: what its understood cells tell, and what is doubtful in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from territorial_map.domain.cells.contacts import is_titled_person, without_contacts
from territorial_map.domain.cells.dates import read_date
from territorial_map.domain.cells.doubts import Doubt, Doubted
from territorial_map.domain.cells.numbers import (
    NumberCell,
    read_finess,
    read_rna,
    read_siren,
    read_siret,
)
from territorial_map.domain.cells.phones import PhoneCell, read_phones
from territorial_map.domain.cells.text import cell_text
from territorial_map.domain.cells.websites import read_website
from territorial_map.domain.identifiers import without_separators

_UNTOLD = NumberCell()
# Cells of text that are kept as they stand, contacts apart.
_TEXTS = (
    "name",
    "acronym",
    "address",
    "commune",
    "postcode",
    "commune_code",
    "department_code",
    "region",
    "country",
    "lat",
    "lon",
    "id",
)
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """What a row tells, nothing of it personal; ``texts`` are cells by field, without contacts.

    ``siret`` and ``siren`` keep what is needed to repair a wrong number; ``phone`` is a landline
    by pairs of digits, ``opened_on`` an ISO date, month or year. ``is_person`` says that the name
    is that of one person. ``doubts`` come in the order of the fields.
    """

    texts: Mapping[str, str]
    siret: NumberCell = _UNTOLD
    siren: NumberCell = _UNTOLD
    finess: NumberCell = _UNTOLD
    rna: NumberCell = _UNTOLD
    phone: str = ""
    website: str = ""
    opened_on: str = ""
    is_person: bool = False
    doubts: tuple[Doubted, ...] = ()

    def text(self, field: str) -> str:
        """A cell of text, blank when it is not told."""
        return self.texts.get(field, "")


def read_row(cells: Mapping[str, str]) -> OrganisationRow:
    """A row from its cells by field; a SIREN in the SIRET's column is a SIREN, and the reverse.

    >>> read_row({"name": "Régie a@exemple.fr", "siret": "807469317"}).siren.value
    '807469317'
    """
    doubts: list[Doubted] = []
    texts = {field: _text(field, cells[field], doubts) for field in _TEXTS if cells.get(field)}
    is_person = is_titled_person(texts.get("name", ""))
    if is_person:
        texts["name"] = ""
        doubts.append(Doubted("name", Doubt.PERSON))
    siret, siren = _numbers(cells)
    finess, rna = read_finess(cells.get("finess")), read_rna(cells.get("rna"))
    numbers = {"siret": siret, "siren": siren, "finess": finess, "rna": rna}
    for field, number in numbers.items():
        cell = cells.get(field) or cells.get("siret", "")
        if number.doubt:
            doubts.append(doubted(field, number.doubt, cell))
        elif number.value and _is_repaired(number.value, cells.get(field, "")):
            doubts.append(doubted(field, Doubt.NUMBER_REPAIRED, cell))
    website = read_website(cells.get("website"))
    told = (
        "" if "@" in cells.get("website", "") else cells.get("website", "")
    )  # an account, a person
    doubts += [doubted("website", doubt, told) for doubt in website.doubts]
    doubts += [Doubted("website", Doubt.EMAIL)] * website.emails
    doubts += [Doubted("website", Doubt.MOBILE)] * website.mobiles
    opened = read_date(cells.get("opened_on"))
    if opened.doubt:
        doubts.append(doubted("opened_on", opened.doubt, cells["opened_on"]))
    phone = read_phones(cells.get("phone"))
    doubts += phone_doubts(phone, cells.get("phone", ""))
    return OrganisationRow(
        texts=texts,
        siret=siret,
        siren=siren,
        finess=finess,
        rna=rna,
        phone=phone.first,
        website=website.address,
        opened_on=opened.iso,
        is_person=is_person,
        doubts=tuple(doubts),
    )


def _is_repaired(value: str, cell: str) -> bool:
    """True when the cell holds the number in another way than its characters and separators."""
    told = without_separators(cell_text(cell)).upper()
    return bool(told) and told != value


def doubted(field: str, doubt: Doubt, cell: str) -> Doubted:
    """A doubt with the value to show: short, without contacts."""
    shown = without_contacts(cell_text(cell), instead="(non reproduit)", titled=True).text
    return Doubted(field, doubt, shown[:_SHOWN])


def phone_doubts(phone: PhoneCell, cell: str) -> list[Doubted]:
    """What is doubtful in a cell of phones; a mobile is counted and not shown."""
    doubts = [Doubted("phone", Doubt.MOBILE)] * phone.mobiles
    if phone.unread and (cleaned := without_contacts(cell_text(cell))).text:
        doubts += [Doubted("phone", Doubt.EMAIL)] * cleaned.emails
        doubts.append(doubted("phone", Doubt.PHONE_UNREAD, cell))
    elif phone.unread:
        doubts.append(Doubted("phone", Doubt.EMAIL))
    if phone.first.startswith("+"):
        doubts.append(doubted("phone", Doubt.PHONE_FOREIGN, cell))
    if len(phone.landlines) > 1:
        doubts.append(doubted("phone", Doubt.PHONE_SECOND, cell))
    if any(landline.extension for landline in phone.landlines):
        doubts.append(Doubted("phone", Doubt.PHONE_EXTENSION))
    return doubts


def clean_text(field: str, cell: str) -> tuple[str, tuple[Doubted, ...]]:
    """A cell of text without contacts, and what was taken out of it."""
    doubts: list[Doubted] = []
    return _text(field, cell, doubts), tuple(doubts)


def _text(field: str, cell: str, doubts: list[Doubted]) -> str:
    told = cell_text(cell)
    if not told:
        return ""
    whole_person = field == "name" and is_titled_person(told)
    cleaned = without_contacts(told, titled=not whole_person)
    doubts += [Doubted(field, Doubt.EMAIL)] * cleaned.emails
    doubts += [Doubted(field, Doubt.MOBILE)] * cleaned.mobiles
    doubts += [Doubted(field, Doubt.PERSON)] * cleaned.persons
    return "" if field == "id" and cleaned.found else cleaned.text


def _numbers(cells: Mapping[str, str]) -> tuple[NumberCell, NumberCell]:
    siret, siren = read_siret(cells.get("siret")), read_siren(cells.get("siren"))
    if siren.value is None and not cell_text(cells.get("siret")) and siren.doubt:
        swapped = read_siret(cells["siren"])
        if swapped.value:
            return swapped, NumberCell()
    if siret.value is None and siret.doubt and not cell_text(cells.get("siren")):
        swapped = read_siren(cells["siret"])
        if swapped.value and len(siret.written) <= len("123456789"):
            return NumberCell(), swapped
    return siret, siren

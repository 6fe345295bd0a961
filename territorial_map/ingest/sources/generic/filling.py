"""A row of any table put in our columns, its cells read as every list's are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from territorial_map.domain.cells import (
    FormCell,
    NumberCell,
    OrganisationRow,
    cell_text,
    read_form,
    read_row,
)
from territorial_map.domain.cells.contacts import without_contacts
from territorial_map.domain.naf import compact_naf
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import LegalForm
from territorial_map.ingest.declared import read_wishes
from territorial_map.ingest.facts_tables.categories import KINDS
from territorial_map.ingest.sources.cell_cleaning import date_of, postcode_anywhere, shown
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.problems import Noted, Rejected
from territorial_map.ingest.sources.table_row import OrganisationCells
from territorial_map.places import place_doubts
from territorial_map.places.coordinates import read_point

_SHOWN = 40  # characters of a wrong number that are kept
# Fields that are read in one place for imports, matching and the check of a group.
_READ = (
    *("id", "name", "acronym", "siret", "siren", "finess", "rna", "phone", "website", "opened_on"),
    *("commune", "commune_code", "department_code", "region", "country", "postcode", "address"),
)

_PLACED = ("postcode", "commune_code", "country", "lon", "lat")

CellOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class ColumnFilling:
    """How rows of a table are named: ``prefix`` begins ids, ``columns`` tell where fields are."""

    prefix: str
    columns: Mapping[str, tuple[str, ...]]

    def filled(
        self, category: str, cell: CellOf, number: int, intake: Intake
    ) -> OrganisationCells | None:
        """The cells of a row; ``None`` for a person, who is rejected. Doubts are counted."""
        row = read_row({field: cell(field) for field in _READ})
        points = place_doubts({field: cell(field) for field in _PLACED})
        for doubted in (*row.doubts, *points):
            column = next(iter(self.columns.get(doubted.field, ())), doubted.field)
            intake.doubts.add(column, doubted, number)
        if row.is_person:
            intake.reject(Rejected.PERSON, number, "name")
            return None
        return self._of_row(row, category, cell, number, intake)

    def _of_row(
        self, row: OrganisationRow, category: str, cell: CellOf, number: int, intake: Intake
    ) -> OrganisationCells:
        siret = _kept(row.siret, cell("siret"))
        siren = _kept(row.siren, cell("siren")) or (siret[:9] if row.siret.value else "")
        point = read_point(cell("lon"), cell("lat"))
        lon, lat = (shown(each) if each is not None else "" for each in (point.lon, point.lat))
        postcode = postcode_anywhere(row.text("postcode"))
        rna, finess = row.rna.value or "", _kept(row.finess, cell("finess"))
        # a number that is wrong (« en cours », « à demander ») is no identity: rows share it
        own = row.text("id") or row.siret.value or row.finess.value or ""
        person = rna or row.siren.value or ""
        name, form = row.text("name"), _form(cell, intake, number)
        named = own or _print_of(person, name, postcode, row.text("commune"))
        return OrganisationCells(
            id=f"{self.prefix}:{named}" if name else "",
            kind=KINDS[category].value,
            category=category,
            name=name,
            acronym=row.text("acronym"),
            legal_category=form.category,
            legal_form="" if form.form is LegalForm.UNKNOWN else form.form.value,
            headcount_band=cell("headcount_band"),
            siren=siren,
            siret=siret,
            finess=finess,
            naf=compact_naf(cell("naf")) or cell_text(cell("naf")),
            address=row.text("address") or _street(cell),
            postcode=postcode,
            commune=row.text("commune"),
            commune_code=row.text("commune_code").upper(),
            department_code=row.text("department_code"),
            region=row.text("region"),
            country=row.text("country"),
            lat=lat,
            lon=lon,
            geo_precision=_precision(cell("geo_precision")) if lat else "",
            website=row.website,
            phone=row.phone,
            opened_on=row.opened_on,
            sectors=cell("sectors").replace(",", ";").replace("|", ";"),
            source_ref=own or person,
            needs=_wishes(cell, "needs", intake, number),
            offers=_wishes(cell, "offers", intake, number),
            declared_on=date_of(cell("declared_on"), intake, number),
            declared_until=date_of(cell("declared_until"), intake, number),
        )


def _form(cell: CellOf, intake: Intake, number: int) -> FormCell:
    """The form that a column of INSEE's categories tells, else that of the kinds of the list."""
    told = cell("legal_category")
    form = read_form(told)
    if form is None and cell_text(told):
        intake.note(Noted.FORM_UNKNOWN, number, told)
    return form or read_form(cell("category")) or FormCell()


def _wishes(cell: CellOf, field: str, intake: Intake, number: int) -> str:
    """What a row looks for, or can share: without contacts; words of no category are counted."""
    several = read_wishes(cell(field))
    for wish in several:
        for kind, count in (
            (Noted.EMAIL_DROPPED, wish.emails),
            (Noted.MOBILE_DROPPED, wish.mobiles),
            (Noted.PERSON_DROPPED, wish.persons),
            (Noted.WORDS_SHORTENED, int(wish.shortened)),
        ):
            for _ in range(count):
                intake.note(kind, number)
        if not wish.categories:
            intake.note(Noted.WORDS_WITHOUT_CATEGORY, number, wish.words)
    return " ; ".join(wish.words for wish in several)


def _kept(read: NumberCell, cell: str) -> str:
    """A number; a wrong one as it is written, for the record to say, without contacts."""
    if read.value or not read.doubt:
        return read.value or ""
    if read.written.isdigit() and not read.several:
        return read.written
    return without_contacts(cell_text(cell), titled=True).text[:_SHOWN]


def _street(cell: CellOf) -> str:
    parts = (cell(field) for field in ("house_number", "street_type", "street"))
    return " ".join(part for part in parts if part)


def _precision(told: str) -> str:
    """A geocoder's point of a whole commune is no address."""
    return "commune" if fold(told) in {"municipality", "commune"} else "address"


def _print_of(person: str, name: str, postcode: str, commune: str) -> str:
    """What names an organisation without a number of its own: the same name and place, one print.

    The number of its legal person (SIREN, RNA) stands before it: several places may share it.
    """
    key = "|".join(map(fold, (name, postcode, commune)))
    told = blake2b(key.encode(), digest_size=8).hexdigest()
    return f"{person}-{told}" if person else told

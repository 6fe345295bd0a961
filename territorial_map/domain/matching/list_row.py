"""One row of somebody's list: what its cells tell, numbers checked by their keys."""

from collections.abc import Mapping
from dataclasses import dataclass

from territorial_map.domain.cells import OrganisationRow, read_row
from territorial_map.domain.identifiers import parse_siren
from territorial_map.domain.matching.repairs import repairs_of
from territorial_map.domain.matching.terms import Warned

# Fields that matching reads; the first name of a column for each is known to the readers.
FIELDS = (
    "name",
    "acronym",
    "siret",
    "siren",
    "finess",
    "rna",
    "id",
    "commune_code",
    "postcode",
    "commune",
    "department_code",
    "region",
    "country",
    "lat",
    "lon",
    "address",
    "phone",
)


@dataclass(frozen=True, slots=True)
class Given:
    """What a row tells; numbers are valid ones, ``near_sirets`` what a wrong one may have been.

    ``phone`` is a landline by pairs of digits. ``siren`` follows from the SIRET where it is not
    told; ``siren_told`` is the cell's own.
    """

    line: int
    name: str = ""
    acronym: str = ""
    id: str = ""
    siret: str | None = None
    siren: str | None = None
    siren_told: str | None = None
    finess: str | None = None
    rna: str | None = None
    phone: str = ""
    near_sirets: tuple[str, ...] = ()
    near_sirens: tuple[str, ...] = ()
    commune_code: str = ""
    postcode: str = ""
    city: str = ""
    department: str = ""
    region: str = ""
    country: str = ""
    lat: str = ""
    lon: str = ""
    address: str = ""
    warnings: tuple[Warned, ...] = ()

    @property
    def tells_nothing(self) -> bool:
        """True without a name nor a number."""
        numbers = (self.id, self.siret, self.siren, self.finess, self.rna)
        return not (self.name or self.acronym or any(numbers) or self.near_sirets)


def given_row(line: int, cells: Mapping[str, str]) -> Given:
    """A row from its cells by field of ``FIELDS``.

    >>> given_row(2, {"siret": "807 469 317 00018", "commune": "Paris"}).siren
    '807469317'
    >>> given_row(3, {"siret": "807 469 317 00019"}).warnings
    (<Warned.SIRET_WRONG: 'siret_wrong'>,)
    """
    return given_of(line, read_row(cells))


def given_of(line: int, row: OrganisationRow) -> Given:
    """What a row that is read tells to matching."""
    siret, siren = row.siret.value, row.siren.value
    wrong_siret = row.siret.written if row.siret.doubt else ""
    wrong_siren = row.siren.written if row.siren.doubt else ""
    told = {doubted.doubt.value for doubted in row.doubts}
    return Given(
        line,
        name=row.text("name"),
        acronym=row.text("acronym"),
        id=row.text("id"),
        siret=siret,
        siren=siret[:9] if siret else siren,
        siren_told=siren,
        finess=row.finess.value,
        rna=row.rna.value,
        phone=row.phone,
        near_sirets=row.siret.several or tuple(sorted(repairs_of(wrong_siret, 14))),
        near_sirens=row.siren.several or _near_sirens(wrong_siren, wrong_siret),
        commune_code=row.text("commune_code"),
        postcode=row.text("postcode"),
        city=row.text("commune"),
        department=row.text("department_code"),
        region=row.text("region"),
        country=row.text("country"),
        lat=row.text("lat"),
        lon=row.text("lon"),
        address=row.text("address"),
        warnings=tuple(warning for warning in Warned if warning.value in told),
    )


def _near_sirens(siren_cell: str, siret_cell: str) -> tuple[str, ...]:
    """What a wrong SIREN may have been, or the whole SIREN that a wrong SIRET begins with."""
    whole = parse_siren(siret_cell[:9])
    return (whole,) if whole else tuple(sorted(repairs_of(siren_cell, 9))) if siren_cell else ()

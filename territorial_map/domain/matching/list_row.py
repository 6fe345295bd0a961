"""One row of somebody's list: what its cells tell, numbers checked by their keys."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from territorial_map.domain.identifiers import parse_finess, parse_siren, parse_siret
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
)
_SPACES = re.compile(r"[\s\u00a0\u202f.\-]+")
_RNA = re.compile(r"W\d[0-9A-Z]\d{7}")
_NOTHING = frozenset({"", "#n/d", "#n/a", "n/a", "na", "null", "none", "nan", "[nd]", "-", "/"})


@dataclass(frozen=True, slots=True)
class Given:
    """What a row tells; numbers are valid ones, ``near_sirets`` what a wrong one may have been.

    ``siren`` follows from the SIRET where it is not told; ``siren_told`` is the cell's own.
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
    told = {field: _text(cells.get(field)) for field in FIELDS}
    siret_cell, siren_cell = _padded(told["siret"], 14), _padded(told["siren"], 9)
    if len(siren_cell) == 14 and not siret_cell:
        siret_cell, siren_cell = siren_cell, ""
    if len(siret_cell) == 9 and not siren_cell:
        siret_cell, siren_cell = "", siret_cell
    siret, siren = parse_siret(siret_cell), parse_siren(siren_cell)
    finess, rna = parse_finess(told["finess"]), _rna(told["rna"])
    wrong = (
        (Warned.SIRET_WRONG, siret_cell and not siret),
        (Warned.SIREN_WRONG, siren_cell and not siren),
        (Warned.FINESS_WRONG, told["finess"] and not finess),
        (Warned.RNA_WRONG, told["rna"] and not rna),
    )
    return Given(
        line,
        name=told["name"],
        acronym=told["acronym"],
        id=told["id"],
        siret=siret,
        siren=siret[:9] if siret else siren,
        siren_told=siren,
        finess=finess,
        rna=rna,
        near_sirets=() if siret or not siret_cell else tuple(sorted(_repairs(siret_cell, 14))),
        near_sirens=_near_sirens(siren_cell if not siren else "", siret_cell if not siret else ""),
        commune_code=told["commune_code"],
        postcode=told["postcode"],
        city=told["commune"],
        department=told["department_code"],
        region=told["region"],
        country=told["country"],
        lat=told["lat"],
        lon=told["lon"],
        address=told["address"],
        warnings=tuple(warning for warning, is_so in wrong if is_so),
    )


def _text(value: str | None) -> str:
    plain = " ".join((value or "").replace("\u00a0", " ").replace("\u202f", " ").split())
    return "" if plain.lower() in _NOTHING else plain


def _padded(cell: str, length: int) -> str:
    """A number without its spaces; a spreadsheet's « .0 » goes, its lost leading zeros return."""
    compact = _SPACES.sub("", cell.removesuffix(".0"))
    few = length - 3 <= len(compact) < length
    parse = parse_siren if length == 9 else parse_siret
    padded = compact.zfill(length)
    return padded if compact.isdigit() and few and parse(padded) else compact


def _rna(cell: str) -> str | None:
    compact = _SPACES.sub("", cell).upper()
    return compact if _RNA.fullmatch(compact) else None


def _near_sirens(siren_cell: str, siret_cell: str) -> tuple[str, ...]:
    """What a wrong SIREN may have been, or the whole SIREN that a wrong SIRET begins with."""
    whole = parse_siren(siret_cell[:9])
    return (whole,) if whole else tuple(sorted(_repairs(siren_cell, 9))) if siren_cell else ()


def _repairs(cell: str, length: int) -> set[str]:
    """Valid numbers at one typing error: a digit changed, missing, too many, two swapped."""
    digits = re.sub(r"\D", "", cell.replace("O", "0").replace("o", "0").replace("l", "1"))
    places = range(len(digits))
    if len(digits) == length:
        tried = {digits[:n] + d + digits[n + 1 :] for n in places for d in "0123456789"}
        tried |= {digits[:n] + digits[n : n + 2][::-1] + digits[n + 2 :] for n in places[:-1]}
    elif len(digits) == length - 1:
        tried = {digits[:n] + d + digits[n:] for n in (*places, length - 1) for d in "0123456789"}
    elif len(digits) == length + 1:
        tried = {digits[:n] + digits[n + 1 :] for n in places}
    else:
        return set()
    parse = parse_siren if length == 9 else parse_siret
    return {number for number in tried if parse(number)}

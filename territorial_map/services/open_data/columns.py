"""The columns of an organisation as open data, the same in files and in features.

A column is named like the filter that reads the same values. What no source tells is empty.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from territorial_map.domain.declared import Declared
from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.language.sentence import Sentence, until_told
from territorial_map.domain.licences import Licence
from territorial_map.domain.naf import NafNomenclature, naf_parts
from territorial_map.domain.organisation import Organisation, source_names
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import (
    Device,
    EssStatus,
    Kind,
    LegalFamily,
    LegalForm,
    Located,
    PartnerType,
    PlaceType,
    PoolingCategory,
    Sector,
    SectorOrigin,
    SizeBand,
)
from territorial_map.domain.zoning_terms import Density, PriorityPlace, StateProgramme
from territorial_map.services.open_data.column_texts import TEXTS

Value = str | float | tuple[str, ...] | None
Reader = Callable[[Organisation], Value]


class DataType(Term):
    """What a column holds."""

    STRING = "string", "Texte"
    NUMBER = "number", "Nombre"
    DATE = "date", "Date"
    LIST = "list", "Liste de textes"


@dataclass(frozen=True, slots=True)
class OpenColumn:
    """A column: ``terms`` is its closed list of codes, if it has one."""

    key: str
    title: Sentence
    description: Sentence
    read: Reader
    holds: DataType
    terms: type[Term] | None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that it may hold; none where the list is open."""
        if self.terms is None:
            return ()
        return tuple(code for code in self.terms.codes() if code != _NOTHING.get(self.terms))


# What a closed list says where nothing is known: told as an empty cell.
_NOTHING: dict[type[Term], str] = {
    LegalFamily: LegalFamily.UNKNOWN.value,
    LegalForm: LegalForm.UNKNOWN.value,
    SizeBand: SizeBand.UNKNOWN.value,
    Located: Located.NONE.value,
    PriorityPlace: PriorityPlace.UNKNOWN.value,
}


def _told(term: Term) -> str | None:
    return None if term.value == _NOTHING.get(type(term)) else term.value


def _codes(terms: Iterable[Term]) -> tuple[str, ...] | None:
    return tuple(dict.fromkeys(term.value for term in terms)) or None


def _labels(terms: Iterable[Term]) -> tuple[str, ...] | None:
    return tuple(dict.fromkeys(term.label for term in terms)) or None


def _words(declared: Iterable[Declared]) -> tuple[str, ...] | None:
    """In the words of who declares it, with the last day on which it counts."""
    told = (
        f"{one.words} ({until_told(one.until).fr})" if one.until else one.words for one in declared
    )
    return tuple(words.replace("|", "/") for words in told) or None


def _codes_of(declared: Iterable[Declared]) -> tuple[str, ...] | None:
    return _codes(category for one in declared for category in one.categories)


def _nomenclature(o: Organisation) -> str | None:
    _, nomenclature = naf_parts(o.naf)
    return nomenclature.value if nomenclature else None


def _one(name: str) -> Reader:
    return lambda o: next(iter(BY_NAME[name].values(o)), None)


_TEXT, _LIST, _NUMBER, _DATE = DataType.STRING, DataType.LIST, DataType.NUMBER, DataType.DATE
_READ: tuple[tuple[str, Reader, DataType, type[Term] | None], ...] = (
    ("id", lambda o: o.id, _TEXT, None),
    ("name", lambda o: o.name, _TEXT, None),
    ("acronym", lambda o: o.acronym, _TEXT, None),
    ("kind", lambda o: o.kind.value, _TEXT, Kind),
    ("kind_label", lambda o: o.kind.label, _TEXT, None),
    ("ess_status", lambda o: o.status.ess.value, _TEXT, EssStatus),
    ("legal_family", lambda o: _told(o.status.legal_family), _TEXT, LegalFamily),
    ("legal_form", lambda o: _told(o.status.legal_form), _TEXT, LegalForm),
    ("device", lambda o: _codes(o.devices), _LIST, Device),
    ("device_label", lambda o: _labels(o.devices), _LIST, None),
    ("place_type", lambda o: _codes(o.place_types), _LIST, PlaceType),
    ("partner_type", lambda o: o.partner_type and o.partner_type.value, _TEXT, PartnerType),
    ("sector", lambda o: _codes(claim.sector for claim in o.sectors), _LIST, Sector),
    ("sector_label", lambda o: _labels(claim.sector for claim in o.sectors), _LIST, None),
    ("sector_origin", lambda o: _codes(c.origin for c in o.sectors), _LIST, SectorOrigin),
    ("need", lambda o: _words(o.needs), _LIST, None),
    ("need_category", lambda o: _codes_of(o.needs), _LIST, PoolingCategory),
    ("offer", lambda o: _words(o.offers), _LIST, None),
    ("offer_category", lambda o: _codes_of(o.offers), _LIST, PoolingCategory),
    ("size", lambda o: _told(o.size), _TEXT, SizeBand),
    ("siren", lambda o: o.siren, _TEXT, None),
    ("siret", lambda o: o.siret, _TEXT, None),
    ("finess", lambda o: o.finess, _TEXT, None),
    ("naf", lambda o: naf_parts(o.naf)[0], _TEXT, None),
    ("naf_nomenclature", _nomenclature, _TEXT, NafNomenclature),
    ("address", lambda o: o.place.address, _TEXT, None),
    ("postcode", lambda o: o.place.postcode, _TEXT, None),
    ("commune", lambda o: o.place.commune_code, _TEXT, None),
    ("commune_name", lambda o: o.place.commune, _TEXT, None),
    ("epci", lambda o: o.place.epci_code, _TEXT, None),
    ("epci_name", lambda o: o.place.epci, _TEXT, None),
    ("department", lambda o: o.place.department_code, _TEXT, None),
    ("department_name", lambda o: o.place.department, _TEXT, None),
    ("region", lambda o: o.place.region_code, _TEXT, None),
    ("region_name", lambda o: o.place.region, _TEXT, None),
    ("located", lambda o: _told(o.place.located), _TEXT, Located),
    ("qpv", lambda o: _told(o.qpv), _TEXT, PriorityPlace),
    ("density", _one("density"), _TEXT, Density),
    ("programme", BY_NAME["programme"].values, _LIST, StateProgramme),
    ("employment_zone", _one("employment_zone"), _TEXT, None),
    ("living_area", _one("living_area"), _TEXT, None),
    ("longitude", lambda o: o.place.point.lon if o.place.point else None, _NUMBER, None),
    ("latitude", lambda o: o.place.point.lat if o.place.point else None, _NUMBER, None),
    ("phone", lambda o: o.phone, _TEXT, None),
    ("website", lambda o: o.website, _TEXT, None),
    ("opened_on", lambda o: o.opened_on, _DATE, None),
    ("ended", lambda o: o.pole.ended if o.pole else None, _TEXT, None),
    ("service_area", lambda o: o.service_area, _TEXT, None),
    ("manager", lambda o: o.manager_id, _TEXT, None),
    ("member_of", BY_NAME["member_of"].values, _LIST, None),
    ("source", source_names, _LIST, None),
    ("vintage", lambda o: o.source.vintage, _TEXT, None),
    ("licence", BY_NAME["licence"].values, _LIST, Licence),
)


COLUMNS: tuple[OpenColumn, ...] = tuple(
    OpenColumn(key, *TEXTS[key], read, holds, terms) for key, read, holds, terms in _READ
)
BY_KEY: dict[str, OpenColumn] = {column.key: column for column in COLUMNS}


def values_of(organisation: Organisation) -> dict[str, Value]:
    """Every column of an organisation, by key; an empty list is told as nothing."""
    return {column.key: column.read(organisation) or None for column in COLUMNS}

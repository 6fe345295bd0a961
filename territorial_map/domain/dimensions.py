"""The filters that choose among values: each says which values an organisation has for it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from territorial_map.domain.licences import Licence, licence_of
from territorial_map.domain.organisation import Organisation, source_names
from territorial_map.domain.practices.tags import PRACTICE_IDS, filter_values
from territorial_map.domain.practices.terms import Role
from territorial_map.domain.quality import QualityCriterion, QualityLevel, quality_of
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
    Sector,
)
from territorial_map.domain.zoning_terms import Density, PriorityPlace, StateProgramme, ZoningKind

UNKNOWN = "unknown"
UNKNOWN_LABEL = "Non renseigné"


def _present(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


@dataclass(frozen=True, slots=True)
class Dimension:
    """One filter: its name in URLs, French label, closed list if any, and how to read it.

    An organisation is kept when it has at least one of the chosen values. ``many`` says that it
    may have several; ``unknown`` that « unknown » is a value of its own when it has none.
    ``codes`` is a closed list whose labels live in data; ``suffixes`` narrow its values
    (``p27:partner_for``). ``dated`` reads values that depend on the day of the edition too.
    ``pattern`` is how a code of an open list is written; ``keyed`` that it carries its own key.
    """

    name: str
    label: str
    values: Callable[[Organisation], tuple[str, ...]]
    terms: type[Term] | None = None
    many: bool = False
    unknown: bool = False
    codes: tuple[str, ...] | None = None
    suffixes: type[Term] | None = None
    dated: Callable[[Organisation, str], tuple[str, ...]] | None = None
    pattern: str = ""
    keyed: bool = False

    def values_on(self, organisation: Organisation, built_on: str) -> tuple[str, ...]:
        """The values an organisation has in an edition built on an ISO date."""
        if self.dated is not None:
            return self.dated(organisation, built_on)
        return self.values(organisation)

    def accepted(self) -> tuple[str, ...] | None:
        """The accepted values of a closed list, or ``None`` where any code may be asked for."""
        if self.terms is None:
            return self.codes
        extra = (UNKNOWN,) if self.unknown and UNKNOWN not in self.terms.codes() else ()
        return self.terms.codes() + extra

    def accepts(self, value: str) -> bool:
        """Whether the value can be asked for: any where the list is open, with or without suffix.

        >>> BY_NAME["practice"].accepts("p27:partner_for"), BY_NAME["kind"].accepts("p27")
        (True, False)
        """
        accepted = self.accepted()
        if self.pattern:
            return re.fullmatch(self.pattern, value) is not None
        if self.suffixes is None:
            return accepted is None or value in accepted
        code, separator, suffix = value.partition(":")
        known = accepted is None or code in accepted
        return known and (not separator or suffix in self.suffixes.codes())

    def allowed(self) -> tuple[str, ...]:
        """What an error lists: the closed list, then the suffixes, each behind its colon."""
        suffixes = self.suffixes.codes() if self.suffixes is not None else ()
        return (*(self.accepted() or ()), *(f":{suffix}" for suffix in suffixes))

    def label_of(self, value: str) -> str:
        """The French label of a value of a closed list."""
        labels = self.terms.labels() if self.terms is not None else {}
        return labels.get(value, UNKNOWN_LABEL if value == UNKNOWN else value)


def _sectors(organisation: Organisation) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c.sector.value for c in organisation.sectors)) or (UNKNOWN,)


def _licences(organisation: Organisation) -> tuple[str, ...]:
    told = [licence_of(mention.licence).value for mention in organisation.sources]
    if any(claim.url for claim in organisation.sectors):
        told.append(Licence.NOT_STATED.value)
    return tuple(dict.fromkeys(told))


def _zones(kind: ZoningKind) -> Callable[[Organisation], tuple[str, ...]]:
    """The codes of the zones of a kind that hold an organisation: one at most."""
    return lambda o: tuple(zoning.code for zoning in o.zonings if zoning.kind is kind)


_PROGRAMMES = frozenset(StateProgramme.codes())


def _programmes(organisation: Organisation) -> tuple[str, ...]:
    return tuple(z.kind.value for z in organisation.zonings if z.kind.value in _PROGRAMMES)


def _level(organisation: Organisation, built_on: str) -> tuple[str, ...]:
    return (quality_of(organisation, built_on).level.value,)


def _missing(organisation: Organisation, built_on: str) -> tuple[str, ...]:
    return tuple(c.value for c in quality_of(organisation, built_on).missing)


DIMENSIONS: tuple[Dimension, ...] = (
    Dimension("kind", "Type", lambda o: (o.kind.value,), Kind),
    Dimension("ess_status", "Statut ESS", lambda o: (o.status.ess.value,), EssStatus),
    Dimension(
        "legal_family", "Famille juridique", lambda o: (o.status.legal_family.value,), LegalFamily
    ),
    Dimension("legal_form", "Forme juridique", lambda o: (o.status.legal_form.value,), LegalForm),
    Dimension(
        "device", "Dispositif", lambda o: tuple(d.value for d in o.devices), Device, many=True
    ),
    Dimension(
        "place_type",
        "Type de lieu",
        lambda o: tuple(p.value for p in o.place_types),
        PlaceType,
        many=True,
    ),
    Dimension(
        "partner_type",
        "Type de partenaire",
        lambda o: _present(o.partner_type.value if o.partner_type else None),
        PartnerType,
    ),
    Dimension("sector", "Secteur", _sectors, Sector, many=True, unknown=True),
    Dimension("region", "Région", lambda o: _present(o.place.region_code), pattern=r"[0-9]{2,3}"),
    Dimension(
        "department",
        "Département",
        lambda o: _present(o.place.department_code),
        pattern=r"[0-9]{2,3}|2[AB]",
    ),
    Dimension("epci", "EPCI", lambda o: _present(o.place.epci_code), pattern=r"[0-9]{9}"),
    Dimension(
        "commune",
        "Commune",
        lambda o: _present(o.place.commune_code),
        pattern=r"([0-9]{2}|2[AB])[0-9]{3}",
    ),
    Dimension("located", "Précision de la position", lambda o: (o.place.located.value,), Located),
    Dimension("qpv", "Quartier prioritaire (QPV)", lambda o: (o.qpv.value,), PriorityPlace),
    Dimension("density", "Densité de la commune", _zones(ZoningKind.DENSITY), Density),
    Dimension("programme", "Programme de l’État", _programmes, StateProgramme, many=True),
    Dimension(
        "employment_zone", "Zone d’emploi", _zones(ZoningKind.EMPLOYMENT_ZONE), pattern=r"[0-9]{4}"
    ),
    Dimension(
        "living_area",
        "Bassin de vie",
        _zones(ZoningKind.LIVING_AREA),
        pattern=r"([0-9]{2}|2[AB])[0-9]{3}",
    ),
    Dimension(
        "siren", "SIREN", lambda o: _present(o.siren), pattern=r"([0-9][ .]?){9}", keyed=True
    ),
    Dimension(
        "siret", "SIRET", lambda o: _present(o.siret), pattern=r"([0-9][ .]?){14}", keyed=True
    ),
    Dimension("manager", "Gestionnaire", lambda o: _present(o.manager_id)),
    Dimension(
        "member_of",
        "Membre du PTCE",
        lambda o: tuple(dict.fromkeys(m.ptce_id for m in o.memberships)),
        many=True,
    ),
    Dimension(
        "practice",
        "Bonne pratique",
        lambda o: filter_values(o.practices),
        many=True,
        codes=PRACTICE_IDS,
        suffixes=Role,
    ),
    Dimension("source", "Source", source_names, many=True),
    Dimension("licence", "Licence", _licences, Licence, many=True),
    Dimension(
        "quality", "Qualité de la fiche", lambda o: _level(o, ""), QualityLevel, dated=_level
    ),
    Dimension(
        "missing",
        "À compléter dans la fiche",
        lambda o: _missing(o, ""),
        QualityCriterion,
        many=True,
        dated=_missing,
    ),
)

# The zonings without which a filter cannot tell anything but « unknown ».
LAYERS_OF: dict[str, tuple[ZoningKind, ...]] = {
    "qpv": (ZoningKind.QPV,),
    "density": (ZoningKind.DENSITY,),
    "programme": tuple(map(ZoningKind, StateProgramme.codes())),
    "employment_zone": (ZoningKind.EMPLOYMENT_ZONE,),
    "living_area": (ZoningKind.LIVING_AREA,),
}

BY_NAME: dict[str, Dimension] = {dimension.name: dimension for dimension in DIMENSIONS}

# The filters whose values are counted beside each choice.
FACETED: tuple[str, ...] = (
    "kind",
    "ess_status",
    "legal_family",
    "legal_form",
    "device",
    "place_type",
    "partner_type",
    "sector",
    "located",
    "region",
    "department",
    "epci",
    "qpv",
    "density",
    "programme",
    "employment_zone",
    "living_area",
    "practice",
    "source",
    "licence",
    "quality",
    "missing",
)

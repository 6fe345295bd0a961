"""The organisation as the directory knows it: site, legal person, and where facts come from."""

from dataclasses import dataclass, field

from territorial_map.domain.declared import Declared
from territorial_map.domain.geo import Point
from territorial_map.domain.identifiers import is_public_siren
from territorial_map.domain.practices.tags import PracticeTag
from territorial_map.domain.text import words
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
    SectorOrigin,
    SizeBand,
)
from territorial_map.domain.zoning_terms import PriorityPlace, ZoningKind


@dataclass(frozen=True, slots=True)
class SectorClaim:
    """A sector, where it comes from, and the words or code that tell it.

    ``url`` is the page that tells it, and ``year`` that page's, where its address tells one.
    """

    sector: Sector
    origin: SectorOrigin
    evidence: str
    url: str | None = None
    year: str | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """What an organisation legally is, each answer with its evidence in French."""

    ess: EssStatus = EssStatus.TO_ESTABLISH
    ess_evidence: str = ""
    legal_form: LegalForm = LegalForm.UNKNOWN
    legal_form_evidence: str = ""
    legal_family: LegalFamily = LegalFamily.UNKNOWN

    def __post_init__(self) -> None:
        family = self.legal_form.family
        if family is not LegalFamily.UNKNOWN and family is not self.legal_family:
            raise ValueError(f"{self.legal_form} is not of the family {self.legal_family}")


_IN_COMMUNE = (Located.ADDRESS, Located.COMMUNE)
_ESS = (EssStatus.STATUTORY, EssStatus.COMMERCIAL_COMPANY)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an organisation is: address, territory codes (COG of the edition) and point.

    ``flags`` say what was doubtful in the source, for instance ``misplaced_source_point``;
    ``missing_reason`` says in French why there is no commune.
    """

    located: Located = Located.NONE
    address: str | None = None
    postcode: str | None = None
    commune_code: str | None = None
    commune: str | None = None
    epci_code: str | None = None
    epci: str | None = None
    department_code: str | None = None
    department: str | None = None
    region_code: str | None = None
    region: str | None = None
    point: Point | None = None
    flags: tuple[str, ...] = ()
    missing_reason: str | None = None

    def __post_init__(self) -> None:
        in_commune = self.located in _IN_COMMUNE
        if in_commune and self.commune_code is None:
            raise ValueError(f"located at the {self.located} without a commune")
        if self.point is not None and not in_commune:
            raise ValueError("a point needs at least a commune")


@dataclass(frozen=True, slots=True)
class Membership:
    """A tie to a PTCE that a page names; ``confidence`` is ``seen`` or ``partly`` (indirect)."""

    ptce_id: str
    ptce_name: str
    source_url: str
    confidence: str
    role: str = "member"


@dataclass(frozen=True, slots=True)
class NetworkTie:
    """A network that carries the organisation, as a source tells: a tie, never a legal fact."""

    code: str
    name: str
    source: str
    vintage: str


@dataclass(frozen=True, slots=True)
class Zoning:
    """A zone that holds the organisation; ``basis`` is what places it there: address or commune."""

    kind: ZoningKind
    code: str
    name: str
    vintage: str
    basis: Located


@dataclass(frozen=True, slots=True)
class FieldFact:
    """Where one field comes from when it is not the record's own source.

    ``rule`` says in French how the value was chosen; ``other_value`` is the value not chosen, and
    ``other_source`` with its ``other_vintage`` the source that tells it.
    """

    field: str
    source: str
    vintage: str
    rule: str
    other_value: str | None = None
    other_source: str | None = None
    other_vintage: str | None = None


@dataclass(frozen=True, slots=True)
class SourceMention:
    """One source that names the organisation, under the id it gives it."""

    id: str
    source: str
    reference: str
    vintage: str
    licence: str


PAGES = "Pages publiques"
"""The source of trades that someone read on public pages."""


def told_apart(sources: str) -> tuple[str, ...]:
    """The sources of a row that names several, without who passed them on.

    >>> told_apart("Registre A + Liste B, via un dépôt")
    ('Registre A', 'Liste B')
    """
    return tuple(name.split(", via ")[0].strip() for name in sources.split(" + "))


def source_names(organisation: "Organisation") -> tuple[str, ...]:
    """Every source that tells of an organisation, those of a row that names several apart."""
    names = [name for mention in organisation.sources for name in told_apart(mention.source)]
    if any(claim.url for claim in organisation.sectors):
        names.append(PAGES)
    return tuple(dict.fromkeys(filter(None, names)))


@dataclass(frozen=True, slots=True)
class PoleFacts:
    """What is known of a PTCE beside its name; ``to_confirm`` lists fields no source showed."""

    coordinator: str | None = None
    coordinator_legal_form: str | None = None
    activities: tuple[str, ...] = ()
    pooled_resources: tuple[str, ...] = ()
    year: str | None = None
    ended: str | None = None
    source_urls: tuple[str, ...] = ()
    confidence: str = "seen"
    to_confirm: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """One site of the directory; ``siren`` ties the sites of one legal person.

    ``id`` is the id of its source table and the same in every edition; ``sources`` holds every id
    it answers to, its own first. ``opened_on`` is an ISO date; ``vintage`` an ISO date, month or
    year. ``naf`` is compact, marked where it is of NAF 2025 (``territorial_map.domain.naf``).
    ``headcount_band`` is INSEE's code (``tranche d'effectifs``); ``size`` its fold.
    ``needs`` and ``offers`` are what it declares, those that no longer count included.
    ``practices`` are inferred by the rules of the practices when an edition is built.
    """

    id: str
    kind: Kind
    name: str
    source_name: str
    sources: tuple[SourceMention, ...]
    status: Status = field(default_factory=Status)
    place: Place = field(default_factory=Place)
    acronym: str | None = None
    devices: tuple[Device, ...] = ()
    place_types: tuple[PlaceType, ...] = ()
    partner_type: PartnerType | None = None
    sectors: tuple[SectorClaim, ...] = ()
    size: SizeBand = SizeBand.UNKNOWN
    headcount_band: str | None = None
    siren: str | None = None
    siret: str | None = None
    finess: str | None = None
    naf: str | None = None
    manager_id: str | None = None
    website: str | None = None
    phone: str | None = None
    opened_on: str | None = None
    notes: tuple[str, ...] = ()
    memberships: tuple[Membership, ...] = ()
    networks: tuple[NetworkTie, ...] = ()
    needs: tuple[Declared, ...] = ()
    offers: tuple[Declared, ...] = ()
    zonings: tuple[Zoning, ...] = ()
    qpv: PriorityPlace = PriorityPlace.UNKNOWN
    perhaps_same: tuple[str, ...] = ()
    field_facts: tuple[FieldFact, ...] = ()
    pole: PoleFacts | None = None
    practices: tuple[PracticeTag, ...] = ()
    service_area: str | None = None
    verified_on: str | None = None
    verified_by_role: str | None = None

    def __post_init__(self) -> None:
        if not self.name or not self.sources or self.sources[0].id != self.id:
            raise ValueError(f"{self.id}: a name, and its own source first, are needed")
        if self.siret is not None and self.siren is not None and self.siret[:9] != self.siren:
            raise ValueError(f"{self.id}: SIRET {self.siret} is not of SIREN {self.siren}")
        if self.is_public and self.status.ess in _ESS:
            raise ValueError(f"{self.id}: a public body is not ESS (law 2014-856, article 1)")

    @property
    def is_public(self) -> bool:
        """True when the SIREN is that of a public-law person."""
        return self.siren is not None and is_public_siren(self.siren)

    @property
    def person_key(self) -> str:
        """What counts as one legal person: the SIREN, else the organisation itself."""
        return f"siren:{self.siren}" if self.siren else self.id

    @property
    def source(self) -> SourceMention:
        """The source the record comes from."""
        return self.sources[0]

    @property
    def fields(self) -> tuple[Sector, ...]:
        """What it works in, its trades first; a SIAE works towards integration, whatever its trade.

        An activity that a public programme pays for is none of them.
        """
        told = [c.sector for c in self.sectors if c.origin is not SectorOrigin.PROGRAMME]
        if any(device.is_siae for device in self.devices):
            told.append(Sector.WORK_INTEGRATION)
        return tuple(dict.fromkeys(told))

    @property
    def search_words(self) -> frozenset[str]:
        """Every folded word that a text search can meet: names, commune, devices, numbers."""
        found = {*words(self.name), *words(self.source_name), *words(self.place.commune or "")}
        if self.acronym:
            found.update(words(self.acronym))
        for device in self.devices:
            found.update(words(device.short), words(device.label))
        return frozenset(found | {n.lower() for n in (self.siren, self.siret, self.finess) if n})

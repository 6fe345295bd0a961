"""What scoring reads of an organisation: a profile, which many share, and a place and ties."""

from dataclasses import dataclass, field

from territorial_map.domain.declared import Declared, categories_on, still_counting
from territorial_map.domain.geo import Point
from territorial_map.domain.organisation import Organisation, SectorClaim
from territorial_map.domain.pooling.same_group import GroupSigns
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

OVERSEAS_REGIONS = frozenset({"01", "02", "03", "04", "06"})
_OVERSEAS_DEPARTMENTS = ("97", "98")
_PROTECTED = frozenset({Device.ESAT, Device.EA, Device.EATT})
_OF_NO_HOUSE = frozenset({"8810C", "8899B"})


@dataclass(frozen=True, slots=True)
class PoolingProfile:
    """Everything a score reads beside place and ties; equal profiles score equally.

    Unknown is a value of its own: ``sectors`` empty, ``size``, ``legal_form`` and
    ``legal_family`` ``unknown``, ``ess`` ``to_establish``, ``overseas`` ``None``. Kind, devices,
    place types and partner type are what the record is about and are taken as told. ``sectors``
    are trades: what an ESAT's own NAF code says (support through work) is not one. ``says`` holds
    what the organisation declares it pools, in its words; ``needs`` and ``resources`` what it
    declares by category.
    """

    kind: Kind
    devices: frozenset[Device] = frozenset()
    place_types: frozenset[PlaceType] = frozenset()
    partner_type: PartnerType | None = None
    legal_form: LegalForm = LegalForm.UNKNOWN
    legal_family: LegalFamily = LegalFamily.UNKNOWN
    ess: EssStatus = EssStatus.TO_ESTABLISH
    sectors: frozenset[Sector] = frozenset()
    size: SizeBand = SizeBand.UNKNOWN
    overseas: bool | None = None
    says: tuple[str, ...] = ()
    needs: frozenset[PoolingCategory] = frozenset()
    resources: frozenset[PoolingCategory] = frozenset()
    ended: bool = False

    def __post_init__(self) -> None:
        family = self.legal_form.family
        if family is not LegalFamily.UNKNOWN and family is not self.legal_family:
            raise ValueError(f"{self.legal_form} is not of the family {self.legal_family}")


@dataclass(frozen=True, slots=True)
class Facts:
    """An organisation as scoring sees it.

    ``blur_km`` is how far the true place may lie from ``point``: 0 at the address; for a point at
    the commune, the farthest corner of the commune's window, or ``None`` when nobody knows.
    ``signs`` is what says of which group it probably is, ``None`` when nobody looked.
    ``needs`` and ``offers`` are what it declares in words, as long as that counts. ``said_same``
    and ``said_apart`` are the ids of those whom a person says to be of its group, or not to be.
    """

    id: str
    name: str
    person_key: str
    profile: PoolingProfile
    point: Point | None = None
    blur_km: float | None = 0.0
    commune_code: str | None = None
    epci_code: str | None = None
    epci: str | None = None
    department_code: str | None = None
    manager_id: str | None = None
    ptce_ids: frozenset[str] = frozenset()
    other_ids: frozenset[str] = field(default=frozenset())
    signs: GroupSigns | None = None
    needs: tuple[Declared, ...] = ()
    offers: tuple[Declared, ...] = ()
    said_same: frozenset[str] = frozenset()
    said_apart: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.blur_km is not None and self.blur_km < 0:
            raise ValueError(f"{self.id}: blur_km must not be negative: {self.blur_km}")

    def is_same_person(self, other: "Facts") -> bool:
        """True for two sites of one legal person, or two records that may be the same body."""
        return (
            self.person_key == other.person_key
            or self.id == other.id
            or other.id in self.other_ids
            or self.id in other.other_ids
        )


def profile_of(organisation: Organisation, on: str = "") -> PoolingProfile:
    """The profile of an organisation, with what it declares that counts ``on`` an ISO day."""
    status, pole = organisation.status, organisation.pole
    return PoolingProfile(
        kind=organisation.kind,
        devices=frozenset(organisation.devices),
        place_types=frozenset(organisation.place_types),
        partner_type=organisation.partner_type,
        legal_form=status.legal_form,
        legal_family=status.legal_family,
        ess=status.ess,
        sectors=trades_of(organisation),
        size=organisation.size,
        overseas=is_overseas(organisation),
        says=pole.pooled_resources if pole else (),
        needs=categories_on(organisation.needs, on),
        resources=categories_on(organisation.offers, on),
        ended=pole is not None and pole.ended is not None,
    )


def facts_of(
    organisation: Organisation,
    *,
    blur_km: float | None = None,
    on: str = "",
) -> Facts:
    """The facts of an organisation ``on`` an ISO day; ``blur_km`` tells how wide its commune is."""
    place = organisation.place
    poles = frozenset(membership.ptce_id for membership in organisation.memberships)
    return Facts(
        id=organisation.id,
        name=organisation.name,
        person_key=organisation.person_key,
        profile=profile_of(organisation, on),
        point=place.point,
        blur_km=0.0 if place.located is Located.ADDRESS else blur_km,
        commune_code=place.commune_code,
        epci_code=place.epci_code,
        epci=place.epci,
        department_code=place.department_code,
        manager_id=organisation.manager_id,
        ptce_ids=poles | {organisation.id} if organisation.kind is Kind.PTCE else poles,
        other_ids=frozenset(organisation.perhaps_same),
        needs=still_counting(organisation.needs, on),
        offers=still_counting(organisation.offers, on),
    )


def trades_of(organisation: Organisation) -> frozenset[Sector]:
    """The trades an organisation is known for.

    Working towards integration is not a trade, nor what a public programme pays for; nor is the
    social care that an ESAT's or an adapted company's name stands for, or, of anyone, the NAF
    codes of support through work and of « other social action » (8810C, 8899B), which hundreds of
    SIAE carry and no house of care needs. Never guessed: empty means unknown.
    """
    protected = bool(_PROTECTED.intersection(organisation.devices))
    vague = organisation.naf in _OF_NO_HOUSE
    return frozenset(
        claim.sector
        for claim in organisation.sectors
        if _is_trade(claim, protected=protected, vague=vague)
    )


def _is_trade(claim: SectorClaim, *, protected: bool, vague: bool) -> bool:
    if claim.sector is Sector.WORK_INTEGRATION or claim.origin is SectorOrigin.PROGRAMME:
        return False
    if claim.origin.is_told or claim.sector not in {Sector.SOCIAL_CARE, Sector.HEALTH}:
        return True
    return not (protected or (vague and claim.origin is SectorOrigin.NAF))


def is_overseas(organisation: Organisation) -> bool | None:
    """Whether it stands overseas; ``None`` when its place is unknown."""
    place = organisation.place
    if place.region_code is not None:
        return place.region_code in OVERSEAS_REGIONS
    if place.department_code is not None:
        return place.department_code.startswith(_OVERSEAS_DEPARTMENTS)
    return None

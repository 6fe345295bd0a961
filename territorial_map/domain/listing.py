"""What a list, a map and the counts beside the filters show: light answers, never whole records."""

from dataclasses import dataclass, replace
from typing import Self

from territorial_map.domain.declared import Declared
from territorial_map.domain.geo import Point, Window
from territorial_map.domain.quality import QualityCriterion
from territorial_map.domain.selection import Selection
from territorial_map.domain.term import Term
from territorial_map.domain.territory import Territory, TerritoryLevel
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
    SizeBand,
)
from territorial_map.domain.zoning_terms import PriorityPlace


class Order(Term):
    """How a list is sorted; ``distance`` needs a chosen place.

    ``relevance`` answers the text first (names that say it), then what is near, then what is told
    most completely, one région in turn.
    """

    RELEVANCE = "relevance", "Pertinence"
    NAME = "name", "Nom"
    DISTANCE = "distance", "Distance"
    TERRITORY = "territory", "Territoire"
    VINTAGE = "vintage", "Millésime de la source"


def usual_order(selection: Selection) -> Order:
    """The order of a list that asks for none: by distance around a place, without a text."""
    near = selection.around is not None and not selection.text
    return Order.DISTANCE if near else Order.RELEVANCE


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a list; ``sectors`` empty means unknown; ``distance_km`` only around a place.

    ``criteria_met`` of ``criteria_applied`` tell the quality of the record, ``missing`` the others.
    ``naf`` is as records keep it (``territorial_map.domain.naf``).
    """

    id: str
    kind: Kind
    name: str
    acronym: str | None
    ess_status: EssStatus
    legal_form: LegalForm
    legal_family: LegalFamily
    devices: tuple[Device, ...]
    place_types: tuple[PlaceType, ...]
    partner_type: PartnerType | None
    sectors: tuple[Sector, ...]
    size: SizeBand
    siren: str | None
    siret: str | None
    finess: str | None
    naf: str | None
    address: str | None
    postcode: str | None
    commune_code: str | None
    commune: str | None
    epci_code: str | None
    epci: str | None
    department_code: str | None
    department: str | None
    region_code: str | None
    region: str | None
    point: Point | None
    located: Located
    website: str | None
    phone: str | None
    manager_id: str | None
    source: str
    vintage: str
    licence: str
    criteria_met: int = 0
    criteria_applied: int = 0
    missing: tuple[QualityCriterion, ...] = ()
    qpv: PriorityPlace = PriorityPlace.UNKNOWN
    needs: tuple[Declared, ...] = ()
    offers: tuple[Declared, ...] = ()
    distance_km: float | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A slice of a list: ``total`` counts the whole selection, ``unlocated`` lack a point."""

    items: tuple[Listed, ...]
    total: int
    unlocated: int
    limit: int
    offset: int


_DEEPEST = 8
_BY_ZOOM = {7: TerritoryLevel.DEPARTMENT, 8: TerritoryLevel.EPCI}


def level_drawn(zoom: int) -> TerritoryLevel | None:
    """Whose totals a map by territory shows at a zoom; ``None`` where it shows who is there.

    >>> level_drawn(6), level_drawn(8), level_drawn(9)
    (<TerritoryLevel.REGION: 'region'>, <TerritoryLevel.EPCI: 'epci'>, None)
    """
    if zoom > _DEEPEST:
        return None
    return _BY_ZOOM.get(zoom, TerritoryLevel.REGION)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Several organisations drawn as one: where, how many, of which kinds, in which window.

    Where a trade is asked for, ``count`` and ``kinds`` are of those known to have it; ``to_call``
    more have none recorded. ``territory`` is the one that they are all of, when drawn by territory.
    """

    point: Point
    count: int
    kinds: tuple[tuple[Kind, int], ...]
    window: Window
    to_call: int = 0
    territory: Territory | None = None

    @property
    def same_point(self) -> bool:
        """True when zooming can never part them: they open as a list."""
        return self.window.west == self.window.east and self.window.south == self.window.north


@dataclass(frozen=True, slots=True)
class Pin:
    """One organisation on the map; ``to_call`` where a trade is asked for and it has none."""

    id: str
    kind: Kind
    name: str
    point: Point
    precise: bool
    to_call: bool = False


@dataclass(frozen=True, slots=True)
class MapView:
    """Everything in a window: clusters and single pins; ``total`` is never capped.

    ``unknown`` more have no trade recorded, where one is asked for; else it is ``None``.
    """

    clusters: tuple[Cluster, ...]
    pins: tuple[Pin, ...]
    total: int
    unknown: int | None = None


@dataclass(frozen=True, slots=True)
class FacetValue:
    """How many organisations a value would show; ``name`` is French for codes and territories.

    ``unknown`` more might: a trade is asked for, and no source tells theirs.
    """

    value: str
    name: str
    count: int
    unknown: int | None = None

    def beside(self, unknown: int) -> Self:
        """The same value, with how many have no trade recorded."""
        return replace(self, unknown=unknown)

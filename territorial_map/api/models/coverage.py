"""What our sources cover: by kind and territory, which source tells it, since when, how much."""

from typing_extensions import TypedDict

from territorial_map.api.models.base import Count, EditionId
from territorial_map.domain.edition import Edition
from territorial_map.domain.vocabulary import Kind
from territorial_map.domain.zoning_terms import ZoningKind
from territorial_map.services.coverage import CoveredKind, TerritoryCoverage, zonings_of


class CoveringSourceAnswer(TypedDict):
    """A source, how many organisations of the kind it tells, and of which vintages."""

    name: str
    organisations: Count
    since: str
    until: str


class CoveredKindAnswer(TypedDict):
    """One kind somewhere: how many are known, and of how many each fact is.

    No organisation: not known from our sources there, which is not « none there ».
    """

    kind: Kind
    organisations: Count
    with_trade: Count
    with_phone: Count
    with_website: Count
    with_size: Count
    with_naf: Count
    sources: list[CoveringSourceAnswer]


class TerritoryCoverageAnswer(TypedDict):
    """A territory, every kind in it; ``code`` is empty for all, null where no territory is told."""

    code: str | None
    name: str
    organisations: Count
    kinds: list[CoveredKindAnswer]


class CoveredZoningAnswer(TypedDict):
    """A zoning: zones and vintage; null where the edition has none of it, and can tell nothing."""

    kind: ZoningKind
    zones: Count
    vintage: str | None


class CoverageAnswer(TypedDict):
    """The coverage of an edition."""

    edition: EditionId
    items: list[TerritoryCoverageAnswer]
    zonings: list[CoveredZoningAnswer]


def coverage_answer(found: tuple[TerritoryCoverage, ...], edition: Edition) -> CoverageAnswer:
    """The coverage of territories."""
    return {
        "edition": edition.id,
        "items": [territory_coverage(one) for one in found],
        "zonings": [
            {"kind": one.kind, "zones": one.zones, "vintage": one.vintage}
            for one in zonings_of(edition.report)
        ],
    }


def territory_coverage(one: TerritoryCoverage) -> TerritoryCoverageAnswer:
    """The coverage of one territory."""
    return {
        "code": one.code,
        "name": one.name,
        "organisations": one.organisations,
        "kinds": [_kind(each) for each in one.kinds],
    }


def _kind(one: CoveredKind) -> CoveredKindAnswer:
    return {
        "kind": one.kind,
        "organisations": one.organisations,
        "with_trade": one.with_trade,
        "with_phone": one.with_phone,
        "with_website": one.with_website,
        "with_size": one.with_size,
        "with_naf": one.with_naf,
        "sources": [
            {
                "name": source.name,
                "organisations": source.organisations,
                "since": source.since,
                "until": source.until,
            }
            for source in one.sources
        ],
    }

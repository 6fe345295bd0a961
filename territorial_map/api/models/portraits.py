"""Portraits of territories: coverage, figures with where they are read beside, reach."""

from typing_extensions import TypedDict

from territorial_map.api.models.base import Count, EditionId, IsoDate, Kilometres, Share
from territorial_map.api.models.coverage import TerritoryCoverageAnswer, territory_coverage
from territorial_map.domain.alike import RateStanding
from territorial_map.domain.commune_groups import AnyTerritory, GroupLevel
from territorial_map.domain.edition import Edition
from territorial_map.domain.reach import OUT_OF_REACH_KM, REACH_KM, ReachTarget
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.portrait import (
    AlikeFigure,
    Figure,
    FigureRow,
    TerritoryPortrait,
)
from territorial_map.services.portrait.reach import CommuneAway, Reach


class PlaceMention(TypedDict):
    """A territory by its level and code."""

    level: TerritoryLevel | GroupLevel
    code: str
    name: str
    population: Count | None


class FigureAnswer(TypedDict):
    """How many are known, and how many for 10,000 inhabitants.

    No count: no source covers it there, which is not « none there ». No rate: under five of them,
    or the population is not known.
    """

    count: Count | None
    rate: float | None


class AlikeFigureAnswer(TypedDict):
    """The same in the alike territories, in their order, then the middle of those covered.

    No middle: it is covered in fewer than five of them. No standing: nothing to compare.
    """

    counts: list[Count | None]
    median_count: float | None
    median_rate: float | None
    standing: RateStanding | None


class FigureRowAnswer(TypedDict):
    """One value of a filter (of none: all organisations): there, then beside, the country last."""

    dimension: str
    value: str
    here: FigureAnswer
    beside: list[FigureAnswer]
    alike: AlikeFigureAnswer | None


class PortraitAnswer(TypedDict):
    """A territory: what our sources cover there, then what they know, beside where.

    ``beside`` are the wider territories of each row, whose last figure is that of the country;
    ``alike`` the territories of its figures ``alike``.
    """

    edition: EditionId
    built_on: IsoDate
    territory: PlaceMention
    communes: Count | None
    beside: list[PlaceMention]
    alike: list[PlaceMention]
    organisations: Count
    coverage: TerritoryCoverageAnswer
    total: FigureRowAnswer
    kinds: list[FigureRowAnswer]
    devices: list[FigureRowAnswer]
    trades: list[FigureRowAnswer]
    trade_unknown: FigureRowAnswer


class CommuneAwayAnswer(TypedDict):
    """A commune, and the known place nearest to its inner point."""

    code: str
    name: str
    population: Count | None
    nearest_km: Kilometres
    nearest_id: str


class ReachRowAnswer(TypedDict):
    """Who lives within each distance of a known place of one kind; communes farther than all."""

    target: ReachTarget
    inhabitants: Count
    within: list[Count]
    shares: list[Share | None]
    away: list[CommuneAwayAnswer]


class ReachAnswer(TypedDict):
    """Per kind of place; a kind known nowhere around is left out.

    No list: the edition was written before reach was computed.
    """

    edition: EditionId
    territory: PlaceMention
    distances_km: list[int]
    away_km: int
    items: list[ReachRowAnswer] | None


def portrait_answer(portrait: TerritoryPortrait) -> PortraitAnswer:
    """A portrait."""
    place, figures, alike = portrait.place, portrait.figures, portrait.alike
    return {
        "edition": portrait.edition_id,
        "built_on": portrait.built_on,
        "territory": place_mention(place.territory),
        "communes": place.communes,
        "beside": [place_mention(one) for one in place.wider],
        "alike": [place_mention(one.territory) for one in alike.territories] if alike else [],
        "organisations": portrait.organisations,
        "coverage": territory_coverage(portrait.coverage),
        "total": _row(figures.total),
        "kinds": [_row(one) for one in figures.kinds],
        "devices": [_row(one) for one in figures.devices],
        "trades": [_row(one) for one in figures.trades],
        "trade_unknown": _row(figures.trade_unknown),
    }


def reach_answer(
    territory: AnyTerritory, found: tuple[Reach, ...] | None, edition: Edition
) -> ReachAnswer:
    """What people of a territory have within reach."""
    return {
        "edition": edition.id,
        "territory": place_mention(territory),
        "distances_km": list(REACH_KM),
        "away_km": OUT_OF_REACH_KM,
        "items": None if found is None else [_reach(one) for one in found],
    }


def place_mention(one: AnyTerritory) -> PlaceMention:
    """A territory by its level and code."""
    return {
        "level": one.level,
        "code": one.code,
        "name": one.name,
        "population": one.population,
    }


def _row(row: FigureRow) -> FigureRowAnswer:
    return {
        "dimension": row.dimension,
        "value": row.value,
        "here": _figure(row.here),
        "beside": [_figure(one) for one in row.beside],
        "alike": None if row.alike is None else _beside_alike(row.alike),
    }


def _beside_alike(one: AlikeFigure) -> AlikeFigureAnswer:
    return {
        "counts": list(one.counts),
        "median_count": one.median_count,
        "median_rate": one.median_rate,
        "standing": one.standing,
    }


def _figure(one: Figure) -> FigureAnswer:
    return {"count": one.count, "rate": one.rate}


def _reach(one: Reach) -> ReachRowAnswer:
    return {
        "target": one.target,
        "inhabitants": one.inhabitants,
        "within": list(one.within),
        "shares": list(one.shares),
        "away": [_away(commune) for commune in one.away],
    }


def _away(one: CommuneAway) -> CommuneAwayAnswer:
    return {
        "code": one.code,
        "name": one.name,
        "population": one.population,
        "nearest_km": one.nearest_km,
        "nearest_id": one.nearest_id,
    }

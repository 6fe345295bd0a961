"""Map cells of a query to clusters and pins."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from operator import itemgetter
from typing import Any

from territorial_map.domain.geo import Point, Window
from territorial_map.domain.listing import Cluster, MapView, Pin
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.domain.trade_question import TradeQuestion
from territorial_map.domain.vocabulary import Kind, Located
from territorial_map.services.explore.column_answers import ColumnAnswers
from territorial_map.services.explore.gazetteer import Gazetteer
from territorial_map.services.explore.statement_answers import StatementAnswers

_FROM_WEST = itemgetter(3, 4, 0)  # west, south, n
_KIND = {kind.value: kind for kind in Kind}


def map_of(
    selection: Selection,
    zoom: int,
    level: TerritoryLevel | None,
    gazetteer: Gazetteer,
    answers: ColumnAnswers | StatementAnswers,
) -> MapView:
    """The map of a selection whose text was read, from west to east, as ``answers`` tell it.

    Every organisation is in one cell; by territory of a level where one is given. Where a trade is
    asked for, some are to be called.
    """
    of_trade = TradeQuestion.of(selection) is not None
    if level is not None:
        found = sorted(answers.territories(selection, level, zoom), key=_FROM_WEST)
        return _by_territory(found, partial(gazetteer.get, level), of_trade=of_trade)
    return _view_of(sorted(answers.cells(selection, zoom), key=_FROM_WEST), of_trade=of_trade)


def _view_of(rows: Iterable[tuple[Any, ...]], *, of_trade: bool) -> MapView:
    """Rows are read by position: it is half of the time by name."""
    clusters: list[Cluster] = []
    pins: list[Pin] = []
    total = unknown = 0
    for row in rows:
        n, lon, lat, west, south, east, north, identity, kind, name, located, to_call, *counts = row
        total += n - to_call
        unknown += to_call
        point = Point(lon, lat)
        if n == 1:
            precise = located == Located.ADDRESS
            pins.append(Pin(identity, _KIND[kind], name, point, precise, to_call == 1))
        else:
            mix = tuple(pair for pair in zip(_KIND.values(), counts, strict=True) if pair[1])
            window = Window(west, south, east, north)
            clusters.append(Cluster(point, n - to_call, mix, window, to_call))
    return MapView(tuple(clusters), tuple(pins), total, unknown if of_trade else None)


def _by_territory(
    found: list[tuple[Any, ...]], territory_of: Callable[[str], Territory | None], *, of_trade: bool
) -> MapView:
    """The same from the rows of ``queries.maps.territories``, each where its territory's point is.

    ``total`` and ``unknown`` are of the window alone, the counts of whole territories.
    """
    view = _view_of((row[:-3] for row in found), of_trade=of_trade)
    named = [territory_of(row[-3]) for row in found if row[0] > 1]
    pairs = zip(view.clusters, named, strict=True)
    clusters = (cluster if told is None else _standing(cluster, told) for cluster, told in pairs)
    unknown = sum(row[-1] for row in found) if of_trade else None
    return MapView(tuple(clusters), view.pins, sum(row[-2] for row in found), unknown)


def _standing(cluster: Cluster, territory: Territory) -> Cluster:
    return replace(cluster, territory=territory, point=territory.point or cluster.point)

"""Map cells of a query to clusters and pins."""

from collections.abc import Iterable

from territorial_map.domain.geo import Point, Window
from territorial_map.domain.listing import Cluster, MapView, Pin
from territorial_map.domain.vocabulary import Kind, Located
from territorial_map.queries.schema import AnyRow


def map_view_of(rows: Iterable[AnyRow]) -> MapView:
    """A map view from the rows of ``queries.maps.cells``; every organisation is in one cell."""
    clusters: list[Cluster] = []
    pins: list[Pin] = []
    total = 0
    for row in rows:
        total += row.n
        point = Point(row.lon, row.lat)
        if row.n == 1:
            precise = row.located == Located.ADDRESS
            pins.append(Pin(row.id, Kind(row.kind), row.name, point, precise))
        else:
            kinds = tuple((kind, n) for kind in Kind if (n := getattr(row, kind.value)))
            window = Window(row.west, row.south, row.east, row.north)
            clusters.append(Cluster(point, row.n, kinds, window))
    return MapView(tuple(clusters), tuple(pins), total)

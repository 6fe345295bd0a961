"""Map cells of a query to clusters and pins."""

from collections.abc import Iterable
from operator import itemgetter

from territorial_map.domain.geo import Point, Window
from territorial_map.domain.listing import Cluster, MapView, Pin
from territorial_map.domain.vocabulary import Kind, Located
from territorial_map.queries.schema import AnyRow

_FROM_WEST = itemgetter(3, 4, 0)  # west, south, n
_KIND = {kind.value: kind for kind in Kind}


def map_view_of(rows: Iterable[AnyRow]) -> MapView:
    """A map view from the rows of ``queries.maps.cells``, from west to east.

    Every organisation is in one cell. Rows are read by position: it is half of the time by name.
    """
    clusters: list[Cluster] = []
    pins: list[Pin] = []
    total = 0
    for row in sorted(map(tuple, rows), key=_FROM_WEST):
        n, lon, lat, west, south, east, north, identity, kind, name, located, *counts = row
        total += n
        point = Point(lon, lat)
        if n == 1:
            pins.append(Pin(identity, _KIND[kind], name, point, located == Located.ADDRESS))
        else:
            mix = tuple(pair for pair in zip(_KIND.values(), counts, strict=True) if pair[1])
            clusters.append(Cluster(point, n, mix, Window(west, south, east, north)))
    return MapView(tuple(clusters), tuple(pins), total)

"""Features: a page of organisations beside the list's, territories in a window beside all outlines.

Answers are compared before they are timed: the same organisations, the same communes.
"""

from pathlib import Path

import orjson
import shapely

from benchmarks.known import KNOWLEDGE
from benchmarks.measure import ratio, timed
from territorial_map.api.models.listing import organisation_page
from territorial_map.api.ogc.features import organisation_feature
from territorial_map.domain.geo import Window
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.directory import Directory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.features.reading import read_organisations, read_territories

PAGE = 500
EVERYTHING = Selection.of({})
WINDOWS = {"a commune": Window(5.0, 45.0, 5.1, 45.1), "half of France": Window(0, 43, 6, 48)}


def run(editions: Path) -> None:
    """Print the figures for the current edition of a folder."""
    edition = Directory(editions, KNOWLEDGE).current()
    _organisations(edition)
    _communes(edition)


def _organisations(edition: OpenEdition) -> None:
    def listed(_: int) -> bytes:
        page = edition.page(EVERYTHING, Order.NAME, PAGE, 0)
        return orjson.dumps(organisation_page(page, None, edition.edition, []))

    def features(_: int) -> bytes:
        read = read_organisations(edition, EVERYTHING, (), PAGE, 0)
        return orjson.dumps([organisation_feature(one) for one in read.found])

    assert len(orjson.loads(features(0))) == len(orjson.loads(listed(0))["items"])
    baseline, ours = timed(listed, n=15), timed(features, n=15)
    print(f"{PAGE} organisations, as the list's page   {baseline}")
    print(f"{PAGE} organisations, as features          {ours}   {ratio(baseline, ours)}")


def _communes(edition: OpenEdition) -> None:
    commune = TerritoryLevel.COMMUNE
    for name, window in WINDOWS.items():

        def every(_: int, window: Window = window) -> list[str]:
            box = shapely.box(window.west, window.south, window.east, window.north)
            shapes = edition.outlines(commune)
            return [
                one.territory.code
                for one in shapes
                if shapely.intersects(shapely.from_geojson(one.outline), box)
            ]

        def ours(_: int, window: Window = window) -> int:
            return read_territories(edition, commune, {}, (window,), (100, 0)).matched

        assert len(every(0)) == ours(0)
        baseline, told = timed(every, n=5, warm=1), timed(ours, n=15)
        print(f"communes of {name}, every outline compared  {baseline}")
        print(f"communes of {name}, windows first           {told}   {ratio(baseline, told)}")

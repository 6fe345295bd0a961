"""One reading of the cells that tell a place, for imports, builds, matching, checks and finders."""

from territorial_map.places.boundaries import Boundaries
from territorial_map.places.cells import PlaceCells
from territorial_map.places.doubts import place_doubts
from territorial_map.places.flags import PlaceFlag
from territorial_map.places.placing import place_of
from territorial_map.places.reader import PlaceReader
from territorial_map.places.settled_place import SettledPlace

__all__ = [
    "Boundaries",
    "PlaceCells",
    "PlaceFlag",
    "PlaceReader",
    "SettledPlace",
    "place_doubts",
    "place_of",
]

"""Where an organisation is: the commune, the codes above it, and a point that can be trusted."""

from territorial_map.ingest.locate.flags import PlaceFlag
from territorial_map.ingest.locate.place import locate
from territorial_map.ingest.locate.source_place import RawPlace

__all__ = ["PlaceFlag", "RawPlace", "locate"]

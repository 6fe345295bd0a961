"""Names as registers write them, turned into names as people write them.

``display_name`` is for registers that write in capitals; ``tidy`` for sources whose capitals are
meant, like the names of PTCEs.
"""

from territorial_map.ingest.names.abbreviations import expanded
from territorial_map.ingest.names.display import display_name
from territorial_map.ingest.names.places import PlaceNames, place_names
from territorial_map.ingest.names.typography import tidy

__all__ = ["PlaceNames", "display_name", "expanded", "place_names", "tidy"]

"""The PTCE tables: the poles themselves, and the members that public pages name."""

from territorial_map.ingest.poles.coordinators import with_coordinators
from territorial_map.ingest.poles.member_rows import member_of
from territorial_map.ingest.poles.pole_rows import pole_of

__all__ = ["member_of", "pole_of", "with_coordinators"]

"""Training bodies: the public list of the ministry of labour, with Qualiopi certifications."""

from territorial_map.ingest.sources.qualiopi.mapping import QUALIOPI

__all__ = ["QUALIOPI"]

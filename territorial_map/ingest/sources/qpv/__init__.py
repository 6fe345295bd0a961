"""QPV 2024: the priority neighbourhoods of city policy, as a zoning of addresses."""

from territorial_map.ingest.sources.qpv.reading import QPV, is_qpv_file

__all__ = ["QPV", "is_qpv_file"]

"""The list of ESS enterprises of ESS France, and its regional CRESS variant."""

from territorial_map.ingest.sources.ess_list.mapping import ESS_LIST

__all__ = ["ESS_LIST"]

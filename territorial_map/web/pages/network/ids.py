"""Ids of the page « Réseau » that callbacks or scripts name."""

from typing import Final

NETWORK_SEARCH: Final = "network-search"
NETWORK_HEADING: Final = "network-heading"
NETWORK_FILTERS: Final = "network-filters"
NETWORK_POOLING: Final = "network-pooling"
NETWORK_TIER: Final = "network-tier"
NETWORK_GRAPH: Final = "network-graph"
NETWORK_TABLE: Final = "network-table"
NETWORK_GROUPS: Final = "network-groups"

"""The public HTTP API, version 1: what the map, the list and other sites are made of."""

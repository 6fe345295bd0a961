"""Exploring the directory: selections from addresses, search, lists, maps, counts, sheets."""

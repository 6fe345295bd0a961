"""Somebody's list matched to the directory: read in memory, never kept."""

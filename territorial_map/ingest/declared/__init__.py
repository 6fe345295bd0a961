"""Declared needs and offers: read in cells and in a table of their own, words to categories."""

from territorial_map.ingest.declared.table import (
    DeclaredRow,
    read_declared,
    with_declared,
)
from territorial_map.ingest.declared.wishes import Wish, declared_cells, read_wishes

__all__ = [
    "DeclaredRow",
    "Wish",
    "declared_cells",
    "read_declared",
    "read_wishes",
    "with_declared",
]

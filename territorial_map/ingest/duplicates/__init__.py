"""One organisation named by several tables: merged when sure, else marked « perhaps the same »."""

from territorial_map.ingest.duplicates.core_names import core_name
from territorial_map.ingest.duplicates.fold import Folded, Record, fold_duplicates

__all__ = ["Folded", "Record", "core_name", "fold_duplicates"]

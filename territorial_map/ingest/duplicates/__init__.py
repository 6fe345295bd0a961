"""One organisation named by several tables: merged when sure, else marked « perhaps the same ».

A build that streams fills the table ``record`` itself (``create_record_table``, ``record_row``,
``fill``) and asks ``link`` for groups and doubts; ``fold_duplicates`` does all of it in memory.
"""

from territorial_map.ingest.duplicates.clusters import DuplicateCluster
from territorial_map.ingest.duplicates.core_names import core_name
from territorial_map.ingest.duplicates.fold import Folded, Record, fold_duplicates
from territorial_map.ingest.duplicates.linkage import Linked, link
from territorial_map.ingest.duplicates.links import Link
from territorial_map.ingest.duplicates.merge import merged
from territorial_map.ingest.duplicates.record_table import create_record_table, fill, record_row

__all__ = [
    "DuplicateCluster",
    "Folded",
    "Link",
    "Linked",
    "Record",
    "core_name",
    "create_record_table",
    "fill",
    "fold_duplicates",
    "link",
    "merged",
    "record_row",
]

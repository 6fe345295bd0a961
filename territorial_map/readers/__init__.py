"""Table files, whatever their format, as rows that know their line."""

from territorial_map.readers.table import Row, Table, read_table

__all__ = ["Row", "Table", "read_table"]

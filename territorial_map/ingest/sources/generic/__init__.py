"""Any table: columns recognised by their names, or by a mapping file."""

from territorial_map.ingest.sources.generic.importers import (
    GENERIC,
    MAPPED,
    generic_importer,
    write_mapping,
)

__all__ = ["GENERIC", "MAPPED", "generic_importer", "write_mapping"]

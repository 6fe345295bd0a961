"""Importers: official files to the project's own tables, one folder per source."""

from territorial_map.ingest.sources.about import LayoutKnown, SourceAbout
from territorial_map.ingest.sources.catalogue import AUTO, IMPORTERS, importer_for
from territorial_map.ingest.sources.importer import Choices, Importer
from territorial_map.ingest.sources.importing import check_files, import_files
from territorial_map.ingest.sources.intake import Intake
from territorial_map.ingest.sources.running import ImportReport

__all__ = [
    "AUTO",
    "IMPORTERS",
    "Choices",
    "ImportReport",
    "Importer",
    "Intake",
    "LayoutKnown",
    "SourceAbout",
    "check_files",
    "import_files",
    "importer_for",
]

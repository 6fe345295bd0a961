"""Importers: official files to the project's own tables, one folder per source."""

from territorial_map.ingest.sources.about import LayoutKnown, SourceAbout
from territorial_map.ingest.sources.catalogue import AUTO, IMPORTERS, importer_for
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.import_run import ImportReport
from territorial_map.ingest.sources.importer import Choices, Importer
from territorial_map.ingest.sources.importing import check_files, import_files

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

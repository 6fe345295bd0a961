"""Importers: official files to the project's own tables, one folder per source."""

from territorial_map.ingest.sources.about import LayoutKnown, SourceAbout
from territorial_map.ingest.sources.catalogue import (
    ABOUTS,
    AUTO,
    IMPORTERS,
    LAYERS,
    importer_for,
    layer_importer_for,
)
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.import_run import ImportReport
from territorial_map.ingest.sources.importer import Choices, Importer
from territorial_map.ingest.sources.importing import check_files, import_files
from territorial_map.ingest.sources.layers import LayerImporter

__all__ = [
    "ABOUTS",
    "AUTO",
    "IMPORTERS",
    "LAYERS",
    "Choices",
    "ImportReport",
    "Importer",
    "Intake",
    "LayerImporter",
    "LayoutKnown",
    "SourceAbout",
    "check_files",
    "import_files",
    "importer_for",
    "layer_importer_for",
]

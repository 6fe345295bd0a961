"""RNA: the register of associations, waldec and import files."""

from territorial_map.ingest.sources.rna.mapping import RNA

__all__ = ["RNA"]

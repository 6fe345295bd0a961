"""Importing a file that tells territories (zonings, priority neighbourhoods), not organisations."""

from contextlib import nullcontext
from pathlib import Path

from territorial_map.cli.console import say
from territorial_map.ingest.sources import LayerImporter
from territorial_map.settings import data_folder, settings
from territorial_map.store.overlaid_folders import overlaid


def import_layer(layer: LayerImporter, files: list[Path], into: Path | None, as_of: str) -> None:
    """Write what the files tell into ``into``, else into the folder of territories; say it.

    Raises:
        SourceError: a file that is not this layer's, or cannot be read.
    """
    folder = into or settings().territories
    there = nullcontext(folder) if into else overlaid(data_folder("data") / "territories", folder)
    with there as beside:
        update = layer.read(files, beside, as_of)
    update.write(folder)
    for line in update.lines:
        say(line)
    say(f"Écrit dans {folder} : {layer.about.table}. Construisez l’édition : build.")

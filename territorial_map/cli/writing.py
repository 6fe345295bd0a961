"""Writing an exported table to a file: whole, or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path

from territorial_map.domain.errors import BadParameter
from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.format import Format


def write_table(table: ExportTable, chosen: Format, output: Path) -> None:
    """Write the file under a passing name, then put it in place in one step.

    Raises:
        BadParameter: the folder does not exist.
        TooLarge: the format cannot hold so many rows.
    """
    write_chunks(chosen.chunks(table), output)


def write_chunks(chunks: Iterable[bytes], output: Path) -> None:
    """Write chunks under a passing name, then put the file in place in one step.

    Raises:
        BadParameter: the folder does not exist.
    """
    if not output.parent.is_dir():
        raise BadParameter("--output", str(output), f"le dossier « {output.parent} » n’existe pas.")
    partial = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        with partial.open("wb") as handle:
            for chunk in chunks:
                handle.write(chunk)
        partial.replace(output)
    finally:
        partial.unlink(missing_ok=True)

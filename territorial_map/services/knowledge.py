"""What the product knows beside the directory: texts of law and practices, read once from data."""

from dataclasses import dataclass, field
from pathlib import Path

from territorial_map.domain.ptce.law import Law
from territorial_map.services.practices.loading import PracticeLibrary, load_practice_library
from territorial_map.services.ptce.law import load_law


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The texts and rules of one version of the product; the same for every edition."""

    law: Law = field(repr=False)
    practices: PracticeLibrary = field(repr=False)


def load_knowledge(folder: Path) -> Knowledge:
    """Read the folder of reference data.

    Raises:
        SourceError: a file that does not say what it must, with its name and line.
    """
    return Knowledge(load_law(folder / "law"), load_practice_library(folder / "practices"))

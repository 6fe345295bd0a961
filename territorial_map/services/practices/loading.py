"""The practices of a data folder, read once and handed around."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from territorial_map.domain.practices.catalogue import PracticeCatalogue
from territorial_map.domain.practices.rules import RuleBook
from territorial_map.services.practices.catalogue_files import load_practice_catalogue
from territorial_map.services.practices.rule_files import load_practice_rules
from territorial_map.settings import data_folder


@dataclass(frozen=True, slots=True)
class PracticeLibrary:
    """The catalogue of the guide and the rules that link it to organisations."""

    catalogue: PracticeCatalogue
    rules: RuleBook


def load_practice_library(folder: Path) -> PracticeLibrary:
    """Read ``data/practices``; raises PracticeSourceError naming the file and line at fault."""
    catalogue = load_practice_catalogue(folder)
    return PracticeLibrary(catalogue, load_practice_rules(folder, catalogue))


@cache
def project_library() -> PracticeLibrary:
    """The practices that come with the project, read at the first call."""
    return load_practice_library(data_folder("data") / "practices")

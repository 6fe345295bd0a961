"""What the closed lists mean in plain words, from ``data/explanations.toml``."""

from pathlib import Path

from pydantic import RootModel

from territorial_map.domain.knowledge import Explanation, Explanations
from territorial_map.domain.language.sentence import Sentence
from territorial_map.services.knowledge.toml_document import FileTable, read_toml


class _Told(FileTable):
    fr: str
    en: str
    source: str | None = None

    def explanation(self) -> Explanation:
        return Explanation(Sentence(self.fr, self.en), self.source)


class _ExplanationsFile(RootModel[dict[str, dict[str, _Told]]]):
    """By closed list, by code."""


def load_explanations(path: Path) -> Explanations:
    """Every explanation, by closed list (``device``) and code (``esat``).

    Raises:
        SourceError: the file is missing or lacks a language, with its line.
    """
    tables = read_toml(path).as_model(_ExplanationsFile).root
    return {
        (name, code): told.explanation()
        for name, codes in tables.items()
        for code, told in codes.items()
    }

"""What the closed lists mean in plain words, from ``data/explanations.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from territorial_map.settings import data_folder


@dataclass(frozen=True, slots=True)
class Explanation:
    """One term explained in both languages; ``source`` is the text that founds it, if any."""

    fr: str
    en: str
    source: str | None = None

    def __post_init__(self) -> None:
        if not self.fr or not self.en:
            raise ValueError("an explanation is written in both languages")


Explanations = Mapping[tuple[str, str], Explanation]


@cache
def explanations() -> Explanations:
    """Every explanation, by closed list (``device``) and code (``esat``)."""
    with (data_folder("data") / "explanations.toml").open("rb") as file:
        tables = tomllib.load(file)
    return {
        (name, code): Explanation(entry["fr"], entry["en"], entry.get("source"))
        for name, entries in tables.items()
        for code, entry in entries.items()
    }

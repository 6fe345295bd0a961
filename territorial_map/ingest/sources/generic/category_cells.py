"""Cells of a category column, by the words that tables use."""

import tomllib
from functools import cache
from importlib.resources import files

from territorial_map.domain.text import fold


@cache
def category_names() -> dict[str, list[str]]:
    """By category of ours, the folded cells that mean it."""
    text = files(__package__).joinpath("categories.toml").read_text(encoding="utf-8")
    found: dict[str, list[str]] = tomllib.loads(text)
    return found


@cache
def _category_of() -> dict[str, str]:
    return {name: code for code, names in category_names().items() for name in names}


def category_of(cell: str) -> str:
    """Our category for a cell of a table, blank when its words are not known.

    >>> category_of("Associations"), category_of("SCOP"), category_of("?")
    ('association', 'cooperative', '')
    """
    return _category_of().get(fold(cell), "")

"""Cells of a category column, by the words that tables use."""

from territorial_map.domain.text import fold
from territorial_map.readers.name_table import meanings_of, names_of

_FILE = __package__, "categories.toml"


def category_names() -> dict[str, list[str]]:
    """By category of ours, the folded cells that mean it."""
    return names_of(*_FILE)


def category_of(cell: str) -> str:
    """Our category for a cell of a table, blank when its words are not known.

    >>> category_of("Associations"), category_of("SCOP"), category_of("?")
    ('association', 'cooperative', '')
    """
    return meanings_of(*_FILE).get(fold(cell), "")

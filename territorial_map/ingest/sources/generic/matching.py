"""Columns matched to fields by their names, in French and English."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from territorial_map.domain.text import fold
from territorial_map.ingest.sources.personal import is_personal_name


@cache
def _loaded(name: str) -> dict[str, list[str]]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    found: dict[str, list[str]] = tomllib.loads(text)
    return found


@cache
def _field_of() -> dict[str, str]:
    return {name: field for field, names in _loaded("synonyms.toml").items() for name in names}


@cache
def _category_of() -> dict[str, str]:
    return {name: code for code, names in _loaded("categories.toml").items() for name in names}


def is_known(column: str) -> bool:
    """True when the name of a column tells its field."""
    return fold(column) in _field_of()


def category_of(cell: str) -> str:
    """Our category for a cell of a table, blank when its words are not known.

    >>> category_of("Associations"), category_of("SCOP"), category_of("?")
    ('association', 'cooperative', '')
    """
    return _category_of().get(fold(cell), "")


def matched(columns: Sequence[str]) -> dict[str, str]:
    """For each field found, its column: the best name when several columns would do.

    >>> matched(["Raison sociale", "N° SIRET", "Ville", "E-mail"])
    {'name': 'Raison sociale', 'siret': 'N° SIRET', 'commune': 'Ville'}
    """
    found: dict[str, tuple[int, str]] = {}
    for column in columns:
        field = _field_of().get(fold(column))
        if field is None or is_personal_name(column):
            continue
        rank = _loaded("synonyms.toml")[field].index(fold(column))
        if field not in found or rank < found[field][0]:
            found[field] = rank, column
    return {field: column for field, (_, column) in found.items()}

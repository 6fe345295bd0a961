"""Names that tables use, kept in a file of ours: `meaning = ["name", …]`, folded."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def names_of(package: str, file: str) -> dict[str, list[str]]:
    """By meaning, its names in the file of a package; the first name is the best."""
    text = files(package).joinpath(file).read_text(encoding="utf-8")
    found: dict[str, list[str]] = tomllib.loads(text)
    return found


@cache
def meanings_of(package: str, file: str) -> dict[str, str]:
    """By name, its meaning."""
    return {name: meaning for meaning, names in names_of(package, file).items() for name in names}

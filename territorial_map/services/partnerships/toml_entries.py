"""Entries of a TOML file of pooling rules, with the line that an error points at."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from territorial_map.domain.errors import SourceError
from territorial_map.domain.pooling.wording import NBSP, Text
from territorial_map.domain.term import Term

Chosen = TypeVar("Chosen", bound=Term)


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a file: its values, and its lines from ``first`` (counted from 1)."""

    file: str
    first: int
    lines: tuple[str, ...]
    values: dict[str, Any]

    def refuse(self, key: str, problem: str) -> NoReturn:
        """Say what is wrong, in which file, on which line.

        Raises:
            SourceError: always.
        """
        named = [n for n, line in enumerate(self.lines) if _key_of(line).startswith(key)]
        line = self.first + (named[0] if named else 0)
        raise SourceError(f"{self.file}, ligne {line}, «{NBSP}{key}{NBSP}»{NBSP}: {problem}")

    def only(self, keys: Iterable[str]) -> None:
        """Refuse a key that nothing reads: a misspelt key must not be silently left out."""
        known = tuple(keys)
        for key in self.values:
            if key not in known:
                self.refuse(key, f"clé inconnue. Clés admises{NBSP}: {', '.join(known)}.")

    def number(self, key: str, default: float | None = None) -> float:
        """A number of the entry."""
        value = self.values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.refuse(key, "un nombre est attendu.")
        return float(value)

    def text(self, key: str) -> Text:
        """A sentence in both languages."""
        value = self.values.get(key)
        if not isinstance(value, dict) or not all(
            isinstance(value.get(tongue), str) and value[tongue].strip() for tongue in ("fr", "en")
        ):
            self.refuse(
                key, f"les textes «{NBSP}{key}.fr{NBSP}» et «{NBSP}{key}.en{NBSP}» sont attendus."
            )
        return Text(value["fr"], value["en"])

    def term(self, key: str, terms: type[Chosen]) -> Chosen:
        """A member of a closed list."""
        value = self.values.get(key)
        if value not in terms.codes():
            self.refuse(
                key, f"«{NBSP}{value}{NBSP}» n’est pas admis. Valeurs{NBSP}: {_listed(terms)}."
            )
        return terms(str(value))


def _listed(terms: type[Term]) -> str:
    return ", ".join(terms.codes())


def _key_of(line: str) -> str:
    return line.strip().partition("=")[0].strip()


def read_tables(path: Path) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The tables of a TOML file, and its lines.

    Raises:
        SourceError: the file is missing or is not TOML.
    """
    try:
        content = path.read_text(encoding="utf-8")
        return tomllib.loads(content), tuple(content.splitlines())
    except OSError as error:
        raise SourceError(f"{path.name}{NBSP}: fichier absent ou illisible.") from error
    except tomllib.TOMLDecodeError as error:
        raise SourceError(f"{path.name}{NBSP}: TOML invalide, {error}.") from error


def entries(
    file: str, lines: tuple[str, ...], header: str, tables: Iterable[dict[str, Any]]
) -> Iterator[Entry]:
    """Each table under its header, in the order of the file."""
    starts = [n for n, line in enumerate(lines) if line.strip() == header]
    for at, table in zip(starts, tables, strict=True):
        after = (n for n in range(at + 1, len(lines)) if lines[n].startswith("["))
        yield Entry(file, at + 1, lines[at : next(after, len(lines))], table)

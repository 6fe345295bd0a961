"""TOML files that say which line is at fault."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from territorial_map.domain.errors import SourceError
from territorial_map.domain.practices.catalogue import Text
from territorial_map.domain.term import Term

T = TypeVar("T", bound=Term)


class PracticeSourceError(SourceError):
    """A practice file that cannot be read; the sentence names the file and the line."""


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A TOML file with its lines, so that an error can point at one."""

    path: Path
    lines: tuple[str, ...]
    tables: dict[str, Any]

    def error(self, problem: str, *landmarks: str) -> PracticeSourceError:
        """The error for a problem on the line found by following the landmarks in order."""
        return PracticeSourceError(
            f"{self.path.name}, ligne {self.line_of(*landmarks)}\u00a0: {problem}"
        )

    def line_of(self, *landmarks: str) -> int:
        """The line (from 1) where the last landmark starts a line, each looked for after the last.

        A landmark ``#3:[[examples]]`` is its third occurrence. One that is not found is skipped.
        """
        at = 0
        for landmark in landmarks:
            nth, wanted = _nth(landmark)
            found = [
                number
                for number, line in enumerate(self.lines[at:], at + 1)
                if _starts(line.strip(), wanted)
            ]
            at = found[nth - 1] if len(found) >= nth else at
        return max(at, 1)


def read_toml(path: Path) -> TomlFile:
    """Read one file; raises PracticeSourceError when it is missing or not TOML."""
    try:
        content = path.read_text(encoding="utf-8")
    except OSError as error:
        raise PracticeSourceError(f"{path.name}\u00a0: fichier absent ou illisible.") from error
    try:
        tables = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise PracticeSourceError(f"{path.name}\u00a0: TOML invalide, {error}.") from error
    return TomlFile(path, tuple(content.splitlines()), tables)


def check_keys(
    file: TomlFile, table: dict[str, Any], allowed: Iterable[str], *landmarks: str
) -> None:
    """Refuse a key that is not allowed."""
    choices = sorted(allowed)
    for key in table:
        if key not in choices:
            raise file.error(
                f"clé inconnue «\u00a0{key}\u00a0». Clés admises\u00a0: {', '.join(choices)}.",
                *landmarks,
                key,
            )


def text_of(file: TomlFile, table: dict[str, Any], key: str, *landmarks: str) -> Text:
    """The ``fr`` and ``en`` texts under a key."""
    value = table.get(key)
    if not isinstance(value, dict) or not all(
        isinstance(value.get(tongue), str) and value[tongue].strip() for tongue in ("fr", "en")
    ):
        raise file.error(
            f"«\u00a0{key}\u00a0» demande un texte fr et un texte en.", *landmarks, key
        )
    return Text(value["fr"], value["en"])


def terms_of(
    file: TomlFile, table: dict[str, Any], key: str, terms: type[T], *landmarks: str
) -> tuple[T, ...]:
    """The members of a closed list under a key; absent means none."""
    codes = table.get(key, [])
    if not isinstance(codes, list):
        raise file.error(f"«\u00a0{key}\u00a0» demande une liste.", *landmarks, key)
    return tuple(term_of(file, code, terms, *landmarks, key) for code in codes)


def term_of(file: TomlFile, code: object, terms: type[T], *landmarks: str) -> T:
    """One member of a closed list."""
    if code not in terms.codes():
        raise file.error(
            f"code inconnu «\u00a0{code}\u00a0». Codes admis\u00a0: {', '.join(terms.codes())}.",
            *landmarks,
        )
    return terms(str(code))


def _nth(landmark: str) -> tuple[int, str]:
    if landmark.startswith("#"):
        number, _, wanted = landmark[1:].partition(":")
        return int(number), wanted
    return 1, landmark


def _starts(line: str, wanted: str) -> bool:
    if wanted.startswith("["):
        return line.startswith(wanted)
    return line.startswith((f"{wanted} ", f"{wanted}=", f"{wanted}.", f"[{wanted}]"))

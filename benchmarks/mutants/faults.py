"""Faults made by hand: the kind of mistake that the operators of mutants do not make."""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """``before`` stands once in the module and becomes ``after``; ``what`` goes wrong then."""

    path: str
    before: str
    after: str
    what: str

    def planted(self, source: str) -> tuple[str, int]:
        """The module's text with the fault, and its line.

        Raises:
            LookupError: the text is not there exactly once: the fault must be written anew.
        """
        if source.count(self.before) != 1:
            count = source.count(self.before)
            raise LookupError(f"{self.path}: {self.before!r} is there {count} times, not once")
        place = source.index(self.before)
        return source.replace(self.before, self.after), source.count("\n", 0, place) + 1


def read_faults(path: Path) -> tuple[Fault, ...]:
    """The faults of a file."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["fault"]
    return tuple(Fault(**entry) for entry in entries)

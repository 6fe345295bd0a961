"""The mutants of modules, kept from one run to the next: making them takes half a minute."""

import hashlib
import json
from importlib.metadata import version
from pathlib import Path

from benchmarks.mutants import mutations
from benchmarks.mutants.mutations import Mutant, mutants_in

Told = tuple[str, int, tuple[int, int], str, str, str, int]
_HOW = version("mutmut") + Path(mutations.__file__).read_text(encoding="utf-8")


class Population:
    """Mutants by the text of their module, for as long as they are made the same way."""

    def __init__(self, kept: Path) -> None:
        self._kept = kept
        self._known: dict[str, list[Mutant]] = {}
        if kept.exists():
            told = json.loads(kept.read_text(encoding="utf-8"))
            self._known = {key: [_read(one) for one in mutants] for key, mutants in told.items()}

    def of(self, path: Path, source: str) -> list[Mutant]:
        """Every mutant of a module's text, in the order of its lines."""
        key = hashlib.sha256(f"{_HOW}{path.as_posix()}{source}".encode()).hexdigest()
        if key not in self._known:
            self._known[key] = mutants_in(path, source)
        return self._known[key]

    def keep(self) -> None:
        """Write what is known."""
        self._kept.parent.mkdir(exist_ok=True)
        told = {key: [_told(one) for one in mutants] for key, mutants in self._known.items()}
        self._kept.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")


def _told(mutant: Mutant) -> Told:
    m = mutant
    return m.path.as_posix(), m.line, m.lines, m.operator, m.before, m.after, m.nth


def _read(told: Told) -> Mutant:
    path, line, (first, last), operator, before, after, nth = told
    return Mutant(Path(path), line, (first, last), operator, before, after, nth)

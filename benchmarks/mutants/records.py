"""What is known of mutants from one run to the next, and the equivalent ones that were judged."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from benchmarks.mutants.mutations import Mutant
from benchmarks.mutants.running import Fate


@dataclass(frozen=True, slots=True)
class Equivalent:
    """A mutant that no test can kill, with the reason."""

    path: str
    before: str
    after: str
    reason: str

    def is_(self, mutant: Mutant) -> bool:
        """Whether a mutant is this one."""
        return (mutant.path.as_posix(), mutant.before, mutant.after) == (
            self.path,
            self.before,
            self.after,
        )


def read_equivalents(path: Path) -> tuple[Equivalent, ...]:
    """The judged ones: a list for readers, never subtracted from the main figure."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["equivalent"]
    return tuple(Equivalent(**entry) for entry in entries)


class Kept:
    """Fates on disk, a line each: an interrupted run goes on where it was."""

    def __init__(self, path: Path, *, anew: bool = False) -> None:
        self._path = path
        path.parent.mkdir(exist_ok=True)
        if anew:
            path.unlink(missing_ok=True)
        lines = path.read_text().splitlines() if path.exists() else []
        self._fates = {told["key"]: Fate(told["fate"]) for told in map(json.loads, lines)}

    def is_dead(self, mutant: Mutant) -> bool:
        """Whether a test noticed it."""
        fate = self._fates.get(mutant.key)
        return fate is not None and fate.dead

    def is_known(self, mutant: Mutant) -> bool:
        """Whether it was tried."""
        return mutant.key in self._fates

    def is_waiting(self, mutant: Mutant, *, again: bool) -> bool:
        """Whether it is to be tried: never was, or survived and is tried ``again``."""
        return mutant.key not in self._fates or (again and not self.is_dead(mutant))

    def keep(self, mutant: Mutant, fate: Fate, seconds: float) -> None:
        """Remember a fate."""
        self._fates[mutant.key] = fate
        told = {
            "key": mutant.key,
            "fate": fate.value,
            "seconds": round(seconds, 2),
            "path": mutant.path.as_posix(),
            "line": mutant.line,
            "operator": mutant.operator,
            "before": mutant.before,
            "after": mutant.after,
        }
        with self._path.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(told, ensure_ascii=False) + "\n")

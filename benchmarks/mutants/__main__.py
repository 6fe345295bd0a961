"""``make mutants``: a seeded sample of small faults, and the share of them that a test notices.

``--full`` tries every mutant. Fates are kept in ``.mutants``: a run that was stopped goes on, and
``--again`` tries those that survived once more, after tests were added. The tests are measured anew
with ``--measure``, or when nothing was measured yet; where it names files and nothing was measured,
those alone try mutants. ``--package services/explore`` tries that one and leaves the page as it is.
"""

import argparse
import math
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import Pipe
from pathlib import Path

import pytest

from benchmarks.mutants import cold
from benchmarks.mutants.covering import OPTIONS, TESTS, Covering, read_covering
from benchmarks.mutants.faults import read_faults
from benchmarks.mutants.mutations import Mutant, mutated_source
from benchmarks.mutants.records import Kept, read_equivalents
from benchmarks.mutants.reporting import summarise, tell_survivors
from benchmarks.mutants.running import Change, Trials
from benchmarks.mutants.sampling import ROOT, Stratum, every_mutant, sample

KEPT = ROOT / ".mutants"
HERE = Path(__file__).parent
SEED, SIZE = 13, 1_000
_PARTS = 8
WENT_WRONG, OUT_OF_TIME = 1, 2


def main() -> int:
    """Run what is asked; the exit code tells whether the aims are met."""
    asked = _asked()
    if asked.report:
        return (
            0 if _report(_drawn(asked), Kept(KEPT / "fates.jsonl"), asked.package) else WENT_WRONG
        )
    covering = _covering(asked.measure)
    cold.load_third_parties()
    own, others = Pipe()
    child = os.fork()
    if child:
        own.close()
        cold.serve(ROOT, others)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    others.close()
    run = _Run(asked, covering)
    trials = Trials(covering, own, run.done)
    tests = [test for test in TESTS if (ROOT / test).exists()]
    pytest.main([*tests, *OPTIONS, "--capture=no", "--no-header", "--no-summary"], plugins=[trials])
    return trials.code


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("--full", action="store_true", help="every mutant, not a sample")
    parser.add_argument("--measure", nargs="*", help="measure what the tests (of files) cover anew")
    parser.add_argument("--again", action="store_true", help="try those that survived once more")
    parser.add_argument("--anew", action="store_true", help="forget the fates of earlier runs")
    parser.add_argument("--package", help="one package alone, told here and not on the page")
    parser.add_argument("--report", action="store_true", help="tell what is known, try nothing")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop after so long")
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--seed", type=int, default=SEED)
    return parser.parse_args()


def _covering(anew: list[str] | None) -> Covering:
    """What the tests cover, measured in a process of its own; ``anew`` may name files of tests."""
    kept = KEPT / "covering.json"
    if anew is not None or not kept.exists():
        command = [sys.executable, "-m", "benchmarks.mutants.covering", str(ROOT), str(kept)]
        command += anew or []
        subprocess.run(command, check=True, cwd=ROOT)  # noqa: S603 - our own module
    return read_covering(kept)


@dataclass(frozen=True, slots=True)
class _Run:
    """What one run was asked, and what it knows."""

    asked: argparse.Namespace
    covering: Covering

    def done(self, trials: Trials) -> int:
        """Control, mutants, faults made by hand, summary; gives the exit code."""
        if not trials.passes_unchanged(20):
            print("The tests fail without any mutant: run them first.")
            return WENT_WRONG
        drawn = _drawn(self.asked)
        kept = Kept(KEPT / "fates.jsonl", anew=self.asked.anew)
        if not self._try(drawn.mutants, kept, trials):
            print("Time is up: the next run goes on, and --report tells what is known.")
            return OUT_OF_TIME
        alive = [] if self.asked.package else _faults_alive(trials)
        return 0 if _report(drawn, kept, self.asked.package) and not alive else WENT_WRONG

    def _try(self, drawn: dict[str, list[Mutant]], kept: Kept, trials: Trials) -> bool:
        """Try every mutant that is not known yet; whether time was enough."""
        limit = time.monotonic() + self.asked.seconds
        waiting = [
            mutant
            for part in _parts(drawn)
            for mutant in part
            if kept.is_waiting(mutant, again=self.asked.again)
        ]
        for number, mutant in enumerate(waiting, start=1):
            if time.monotonic() > limit:
                return False
            begun = time.monotonic()
            before = (ROOT / mutant.path).read_text(encoding="utf-8")
            after = mutated_source(before, mutant)
            fate = trials.fate_of(Change(mutant.path, before, after, mutant.lines))
            kept.keep(mutant, fate, time.monotonic() - begun)
            told = f"{mutant.path.as_posix()}:{mutant.line}"
            print(f"{number}/{len(waiting)} {fate.value} {told}", flush=True)
        return True


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The mutants to try of each package, of how many, and how they were drawn."""

    mutants: dict[str, list[Mutant]]
    population: dict[str, int]
    how: str


def _drawn(asked: argparse.Namespace) -> _Drawn:
    population = every_mutant(KEPT / "population.json")
    mutants = population if asked.full else sample(population, asked.size, asked.seed)
    if asked.package:
        mutants = {asked.package: mutants[asked.package]}
    how = "every one of them" if asked.full else f"drawn with seed {asked.seed}"
    return _Drawn(mutants, {name: len(found) for name, found in population.items()}, how)


def _report(drawn: _Drawn, kept: Kept, alone: str | None) -> bool:
    """Tell what is known of the draw; whether all is, and the aims are met.

    The page is written too, but for a package ``alone``.
    """
    tried = {
        name: [mutant for mutant in mutants if kept.is_known(mutant)]
        for name, mutants in drawn.mutants.items()
    }
    strata = [
        Stratum(name, drawn.population[name], len(mutants), sum(map(kept.is_dead, mutants)))
        for name, mutants in tried.items()
    ]
    survivors = [m for mutants in tried.values() for m in mutants if not kept.is_dead(m)]
    judged = read_equivalents(HERE / "equivalents.toml")
    tell_survivors(survivors, judged)
    waiting = sum(map(len, drawn.mutants.values())) - sum(map(len, tried.values()))
    how = f"{drawn.how}; {waiting} more were drawn and not tried yet" if waiting else drawn.how
    page = None if alone else ROOT / "docs" / "quality.md"
    return summarise(page, strata, survivors, judged, how) and not waiting


def _parts(drawn: dict[str, list[Mutant]]) -> Iterator[list[Mutant]]:
    """The draw in parts that hold each package's next ones, module by module.

    A run that is stopped has tried the first of every package: a smaller sample, and as fair.
    """
    for part in range(_PARTS):
        for mutants in drawn.values():
            size = math.ceil(len(mutants) / _PARTS)
            yield sorted(mutants[part * size : (part + 1) * size], key=_place)


def _place(mutant: Mutant) -> tuple[str, int]:
    return mutant.path.as_posix(), mutant.line


def _faults_alive(trials: Trials) -> list[str]:
    """The faults made by hand that no test notices."""
    alive = []
    for fault in read_faults(HERE / "faults.toml"):
        before = (ROOT / fault.path).read_text(encoding="utf-8")
        after, line = fault.planted(before)
        fate = trials.fate_of(Change(Path(fault.path), before, after, (line, line)))
        print(f"{fate.value:10} {fault.path}: {fault.what}", flush=True)
        if not fate.dead:
            alive.append(fault.what)
    return alive


if __name__ == "__main__":
    sys.exit(main())

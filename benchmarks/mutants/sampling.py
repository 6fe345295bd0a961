"""A seeded sample of mutants, stratified by package, and what it says of all of them."""

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.mutants.mutations import Mutant
from benchmarks.mutants.population import Population
from benchmarks.proportions import Z, wilson

ROOT = Path(__file__).parents[2]
PACKAGE = "territorial_map"
DOMAIN = ("matching", "pooling", "practices", "ptce")
SERVICES = ("explore", "matching", "partnerships", "ptce", "export")
LEAST = 70
"""Mutants drawn of each package at least, or all: an interval of a few is no interval."""


def packages() -> dict[str, list[Path]]:
    """The modules of each package, relative to the project, whatever they are called."""
    of_domain = {f"domain/{name}": _modules(f"domain/{name}", deep=True) for name in DOMAIN}
    taken = {path for paths in of_domain.values() for path in paths}
    rest = [path for path in _modules("domain", deep=True) if path not in taken]
    services = {f"services/{name}": _modules(f"services/{name}", deep=True) for name in SERVICES}
    services["services/export"] += _modules("services/export_formats", deep=True)
    return {"domain": rest, **of_domain, "queries": _modules("queries", deep=True), **services}


def _modules(folder: str, *, deep: bool) -> list[Path]:
    where = ROOT / PACKAGE / folder
    found = where.rglob("*.py") if deep else where.glob("*.py")
    paths = sorted(path.relative_to(ROOT) for path in found)
    if not paths:
        raise FileNotFoundError(f"no module in {where}: the list of packages is out of date")
    return paths


def every_mutant(kept: Path) -> dict[str, list[Mutant]]:
    """All mutants of each package; those of modules that did not change are read where ``kept``."""
    known = Population(kept)
    found = {
        name: [
            mutant
            for path in paths
            for mutant in known.of(path, (ROOT / path).read_text(encoding="utf-8"))
        ]
        for name, paths in packages().items()
    }
    known.keep()
    return found


def sample(
    population: Mapping[str, Sequence[Mutant]], size: int, seed: int
) -> dict[str, list[Mutant]]:
    """At least ``size`` mutants: of each package its share, and ``LEAST`` at least.

    The seed gives each mutant its place in the draw, whatever else there is: code that changes
    moves its own mutants alone, and what is known of the others stays known.
    """
    everything = sum(map(len, population.values()))
    drawn = {}
    for name, mutants in population.items():
        share = math.ceil(size * len(mutants) / everything)
        count = min(len(mutants), max(LEAST, share))
        drawn[name] = sorted(mutants, key=lambda mutant: _place(mutant, seed))[:count]
    return drawn


def _place(mutant: Mutant, seed: int) -> str:
    return hashlib.sha256(f"{seed}/{mutant.key}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Stratum:
    """A package: how many mutants it has, how many were drawn, how many of those died."""

    package: str
    population: int
    drawn: int
    killed: int

    @property
    def rate(self) -> tuple[float, float, float]:
        """The share killed, with its Wilson interval at 95 %."""
        return wilson(self.killed, self.drawn)


def overall(strata: Sequence[Stratum]) -> tuple[float, float, float]:
    """The share killed of the whole, each package by its weight, and its interval at 95 %.

    The stratified estimate (Cochran, Sampling Techniques, 1977, chapter 5), with the correction of
    a finite population; a package of which nothing was tried says nothing. The spread of a package
    is that of its share with two more killed and two more alive (Agresti and Coull, The American
    Statistician, 1998): a few that all died are no certainty.
    """
    tried = [stratum for stratum in strata if stratum.drawn]
    everything = sum(stratum.population for stratum in tried)
    rate, variance = 0.0, 0.0
    for stratum in tried:
        weight, n = stratum.population / everything, stratum.drawn
        p = (stratum.killed + 2) / (n + 4)
        rate += weight * stratum.rate[0]
        variance += weight**2 * (1 - n / stratum.population) * p * (1 - p) / (n + 4)
    half = Z * math.sqrt(variance)
    return rate, max(0.0, rate - half), min(1.0, rate + half)

"""Which tests run which lines: a run of the tests under coverage.py, a context for each test.

What a fixture of a session or a module runs is told of every test that asks for it, not only of the
first, in whose time it happens.
"""

import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

import coverage
import pytest

TESTS = (
    *("tests/unit/domain", "tests/unit/matching", "tests/unit/pooling", "tests/unit/practices"),
    *("tests/unit/cells", "tests/unit/language", "tests/unit/places", "tests/unit/ptce"),
    *("tests/unit/ingest_sectors", "tests/ingest/test_import_and_match_agree.py", "tests/store"),
    *("tests/services", "tests/api", "tests/web"),
    *("territorial_map/domain", "territorial_map/queries", "territorial_map/services"),
)
"""Those of the heart; a mutant that only others would kill counts as alive."""

_IMPORTS = re.compile(r"^from (territorial_map[\w.]*) import (\([^)]*\)|.*)", re.MULTILINE)
HEART = tuple(f"territorial_map/{floor}/" for floor in ("api", "domain", "queries", "services"))
"""Where mutants and faults are made."""

_LEFT_OUT = " and ".join(
    f"not {name}"
    for name in ("libreoffice", "InABrowser", "schemathesis", "costly_process", "slow_questions")
)
"""Tests that cost minutes, or start processes whose time nobody measures."""

OPTIONS = (
    *("-q", "-p", "no:randomly", "-p", "no:cacheprovider", "-p", "benchmarks.mutants.laws"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # third parties are loaded before it
    *("-m", "not browser and not edition", "-k", _LEFT_OUT),
)


Lines = dict[str, list[str]]
"""The tests that run each line, by its number as JSON tells it."""


class Told(TypedDict):
    """What a run found, as it is kept."""

    lines: dict[str, Lines]
    loading: dict[str, list[int]]
    seconds: dict[str, float]


class _Contexts:
    """Tells coverage.py whose lines these are."""

    def __init__(self, measure: coverage.Coverage) -> None:
        self._measure = measure
        self._current = ""
        self.askers: dict[str, set[str]] = defaultdict(set)
        self.seconds: dict[str, float] = defaultdict(float)

    def _switch(self, context: str) -> None:
        self._current = context
        self._measure.switch_context(context)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        begun = time.process_time()
        self._switch(item.nodeid)
        for definitions in getattr(item, "_fixtureinfo").name2fixturedefs.values():  # noqa: B009
            for definition in definitions:
                self.askers[_fixture(definition)].add(item.nodeid)
        result = yield
        self._switch("")
        self.seconds[item.nodeid] = time.process_time() - begun
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> Iterator[None]:
        if fixturedef.scope == "function":
            return (yield)
        before = self._current
        self._switch(_fixture(fixturedef))
        result = yield
        self._switch(before)
        return result


def _fixture(definition: pytest.FixtureDef[object]) -> str:
    return f"fixture {definition.baseid}:{definition.argname}"


@dataclass(frozen=True, slots=True)
class Covering:
    """Tests by module and line; ``seconds`` and ``breadth`` (lines run) of each test."""

    by_line: dict[str, dict[int, frozenset[str]]]
    seconds: dict[str, float]
    breadth: dict[str, int]
    loading: dict[str, frozenset[int]]
    users: dict[str, frozenset[str]]
    testers: dict[str, frozenset[str]]

    def runs_while_loading(self, path: str, lines: tuple[int, int]) -> bool:
        """Whether functions run these lines while the product loads, before any test."""
        return not self.loading.get(path, frozenset()).isdisjoint(range(lines[0], lines[1] + 1))

    def tests_of(self, path: str, lines: tuple[int, int]) -> list[str]:
        """The tests that run these lines, then those of the module; the most particular first.

        Those of files that import the module are before others, and are there though they run
        nothing of it (closed lists, tables). A module that no test runs has those of its users.
        """
        by_line = self.by_line.get(path, {})
        own = {
            test for test in self.seconds if test.partition("::")[0] in self.testers.get(path, ())
        }
        near = {t for n in range(lines[0], lines[1] + 1) for t in by_line.get(n, ())}
        far = (self._tests_in(path) | own) - near
        if not near and not far:
            far = set().union(*map(self._tests_in, self.users.get(path, ())))
        ordered = (
            sorted(tests, key=self._order)
            for tests in (near & own, near - own, far & own, far - own)
        )
        return [test for tests in ordered for test in tests]

    def _tests_in(self, path: str) -> set[str]:
        return {test for tests in self.by_line.get(path, {}).values() for test in tests}

    def _order(self, test: str) -> tuple[float, int, str]:
        return round(self.seconds[test]), self.breadth[test], test


def measure(root: Path, kept: Path, only: Sequence[str] = ()) -> int:
    """Run the tests under measure and keep what they cover; gives pytest's exit code.

    ``only`` are files of tests that are new or changed: what is known of the others stays.
    """
    measured = coverage.Coverage(
        data_file=None, source=[str(root / "territorial_map")], config_file=False
    )
    contexts = _Contexts(measured)
    measured.start()
    found = only or [test for test in TESTS if (root / test).exists()]
    code = pytest.main([*found, *OPTIONS], plugins=[contexts])
    measured.stop()
    if code in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED}:
        told = _told(root, measured.get_data(), contexts)
        if only and kept.exists():
            told = _joined(json.loads(kept.read_text()), told, only)
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(json.dumps(told))
    return int(code)


def _joined(known: Told, found: Told, files: Sequence[str]) -> Told:
    """What was known of other tests, and what was found of these files."""
    return Told(
        lines={
            path: _lines_joined(known["lines"].get(path, {}), found["lines"].get(path, {}), files)
            for path in {**known["lines"], **found["lines"]}
        },
        loading=known["loading"] | found["loading"],
        seconds={t: s for t, s in known["seconds"].items() if not t.startswith(tuple(files))}
        | found["seconds"],
    )


def _lines_joined(known: Lines, found: Lines, files: Sequence[str]) -> Lines:
    others = {n: [t for t in known[n] if not t.startswith(tuple(files))] for n in known}
    return {n: [*others.get(n, ()), *found.get(n, ())] for n in {**others, **found}}


def _told(root: Path, data: coverage.CoverageData, contexts: _Contexts) -> Told:
    lines: dict[str, Lines] = {}
    loading: dict[str, list[int]] = {}
    for file in data.measured_files():
        path = Path(file).relative_to(root).as_posix()
        if not path.startswith(HEART):
            continue
        told = data.contexts_by_lineno(file)
        lines[path] = {str(n): sorted(_tests(told[n], contexts.askers)) for n in told}
        loading[path] = [n for n in told if "" in told[n]]
    return Told(lines=lines, loading=loading, seconds=contexts.seconds)


def _tests(contexts: list[str], askers: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    for context in filter(None, contexts):
        found |= askers[context] if context.startswith("fixture ") else {context}
    return found


def read_covering(kept: Path) -> Covering:
    """What the last run of the tests covered."""
    told = json.loads(kept.read_text())
    by_line = {
        path: {int(line): frozenset(map(sys.intern, tests)) for line, tests in lines.items()}
        for path, lines in told["lines"].items()
    }
    breadth: dict[str, int] = defaultdict(int)
    for lines in by_line.values():
        for tests in lines.values():
            for test in tests:
                breadth[test] += 1
    loading = {path: frozenset(lines) for path, lines in told["loading"].items()}
    users, testers = _importers("territorial_map"), _importers("tests")
    return Covering(by_line, told["seconds"], breadth, loading, users, testers)


def _importers(folder: str) -> dict[str, frozenset[str]]:
    """The files of a folder that import each module, by their paths."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in Path(folder).rglob("*.py"):
        for package, names in _IMPORTS.findall(path.read_text(encoding="utf-8")):
            module = package.replace(".", "/")
            for used in (module, *(f"{module}/{name}" for name in re.findall(r"\w+", names))):
                found[f"{used}.py"].add(path.as_posix())
    return {used: frozenset(paths) for used, paths in found.items()}


if __name__ == "__main__":
    sys.exit(measure(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]))

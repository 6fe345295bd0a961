"""Refuses assertions that cannot fail: ``assert all(...)`` and loops over what may be empty.

A test that looks at every answer proves nothing when there is no answer. Before such a look an
assertion must name what is looked through (``assert found``, ``assert len(found) == 3``, ``assert
ids == {...}``); what is written out in the test, a constant or a closed list needs none.

Run by ``make lint``: ``python -m tests.lint_assertions tests``.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_TRANSPARENT = frozenset(
    [
        "chain",
        "dict",
        "enumerate",
        "filter",
        "flatten",
        "isinstance",
        "iter",
        "len",
        "list",
        "map",
        "pairwise",
        "product",
        "range",
        "reversed",
        "set",
        "sorted",
        "sum",
        "tuple",
        "zip",
        "frozenset",
        "str",
        "int",
    ]
)
"""Calls that hand on what they are given: they say nothing of who is looked through."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An assertion that holds of nothing at all."""

    path: Path
    line: int
    test: str
    looked_through: str

    def __str__(self) -> str:
        return (
            f"{self.path}:{self.line}: {self.test} holds when `{self.looked_through}` is empty: "
            "assert before that it is not"
        )


def refusals(path: Path, source: str) -> Iterator[Refusal]:
    """Every assertion of a module's tests that cannot fail on an empty answer."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield from _of_test(path, node)


def _of_test(path: Path, test: ast.FunctionDef) -> Iterator[Refusal]:
    given = _Given(test)
    for looked in _looks(test):
        if not given.is_surely_there(looked.through, looked.line):
            told = ast.unparse(looked.through)
            yield Refusal(path, looked.line, test.name, told)


@dataclass(frozen=True, slots=True)
class _Look:
    """An assertion about every one of some things."""

    line: int
    through: ast.expr


def _looks(test: ast.FunctionDef) -> Iterator[_Look]:
    for node in ast.walk(test):
        if isinstance(node, ast.Assert):
            for comprehension in _universals(node.test):
                yield _Look(node.lineno, comprehension.generators[0].iter)
        elif isinstance(node, ast.For) and any(isinstance(n, ast.Assert) for n in ast.walk(node)):
            yield _Look(node.lineno, node.iter)


def _universals(test: ast.expr) -> Iterator[ast.GeneratorExp | ast.ListComp]:
    """``all(... for ...)``, and ``not any(... for ...)`` which says the same."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        for part in test.values:
            yield from _universals(part)
    name, call = "all", test
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        name, call = "any", test.operand
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == name:
        for argument in call.args:
            if isinstance(argument, ast.GeneratorExp | ast.ListComp):
                yield argument


class _Given:
    """What a test asserts of its values, in the order of its lines."""

    def __init__(self, test: ast.FunctionDef) -> None:
        self._made: dict[str, ast.expr] = {}
        self._loops: dict[str, ast.expr] = {}
        self._asserted: list[tuple[int, ast.expr]] = []
        self._written = {name for call in test.decorator_list for name in _parametrized(call)}
        for node in ast.walk(test):
            self._take(node)

    def _take(self, node: ast.AST) -> None:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                for name in _names(target):
                    self._made.setdefault(name, node.value)
        elif isinstance(node, ast.For):
            for name in _names(node.target):
                self._loops.setdefault(name, node.iter)
        elif isinstance(node, ast.Assert) and not any(_universals(node.test)):
            self._asserted.append((node.lineno, node.test))
        elif isinstance(node, ast.Call) and _called(node) == "assume":
            self._asserted += [(node.lineno, argument) for argument in node.args]

    def is_surely_there(self, through: ast.expr, line: int) -> bool:
        """Whether something is looked through: by its very text, or by an assertion before."""
        if _is_written_out(through, self._made) or _names(through) & self._written:
            return True
        wanted = self._sources(through)
        return any(
            at < line and wanted & self._origins(asserted) for at, asserted in self._asserted
        )

    def _origins(self, asserted: ast.expr) -> set[str]:
        """The names of an assertion, and of what they were made from: it needs them all."""
        found = self._sources(asserted)
        return found | {
            name for one in found & self._made.keys() for name in _names(self._made[one])
        }

    def _sources(self, value: ast.expr) -> set[str]:
        """The names that a value is made from; a loop's name stands for what it goes through."""
        found = _names(value) - _TRANSPARENT
        return found | {
            name for one in found & self._loops.keys() for name in _names(self._loops[one])
        }


def _is_written_out(value: ast.expr, made: dict[str, ast.expr]) -> bool:
    """Whether something is there by the text of the test alone: a display, a constant, a class."""
    match value:
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            written = bool(parts)
        case ast.Dict(keys=keys):
            written = bool(keys)
        case ast.Constant(value=constant):
            written = bool(constant)
        case ast.Name(id=name):
            written = name.lstrip("_")[:1].isupper() or (
                name in made and _is_written_out(made[name], {})
            )
        case ast.Attribute(attr=attribute):
            written = attribute.isupper()
        case ast.Call():
            written = _is_written_call(value, made)
        case _:
            written = False
    return written


def _is_written_call(call: ast.Call, made: dict[str, ast.expr]) -> bool:
    function = call.func
    if isinstance(function, ast.Attribute) and function.attr in {
        "items",
        "values",
        "keys",
        "split",
    }:
        return _is_written_out(function.value, made)
    if not isinstance(function, ast.Name) or function.id not in _TRANSPARENT:
        return False
    values = [argument for argument in call.args if not isinstance(argument, ast.Lambda)]
    if function.id == "range":
        return all(isinstance(value, ast.Constant) for value in values)
    if function.id in {"map", "filter"}:
        values = values[1:]
    return bool(values) and all(_is_written_out(value, made) for value in values)


def _parametrized(decorator: ast.expr) -> list[str]:
    """The arguments of a test that ``pytest.mark.parametrize`` writes out."""
    if isinstance(decorator, ast.Call) and ast.unparse(decorator.func).endswith(".parametrize"):
        return re.findall(r"\w+", ast.unparse(decorator.args[0]))
    return []


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _names(value: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(value) if isinstance(node, ast.Name)}


def main(folders: Iterable[str]) -> int:
    """Print the refusals of every test module under the folders; 1 when there is any."""
    found = [
        refusal
        for folder in folders
        for path in sorted(Path(folder).rglob("test_*.py"))
        for refusal in refusals(path, path.read_text(encoding="utf-8"))
    ]
    for refusal in found:
        print(refusal)  # noqa: T201 - the answer of a command
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

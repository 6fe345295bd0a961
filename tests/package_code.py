"""The package's own code as syntax trees, read once for every test that looks at it."""

import ast
from functools import cache
from pathlib import Path

import territorial_map

ROOT = Path(territorial_map.__file__).parent


@cache
def modules() -> dict[str, ast.Module]:
    """The tree of each module, by its path within the package."""
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(ROOT.rglob("*.py"))
    }


@cache
def calls() -> dict[str, frozenset[str]]:
    """The names that each module calls, of functions and of methods."""
    return {path: frozenset(map(called, _calls_of(tree))) for path, tree in modules().items()}


def called(call: ast.Call) -> str:
    """The last word of what is called; blank where it has no name."""
    told = call.func
    if isinstance(told, ast.Attribute):
        return told.attr
    return told.id if isinstance(told, ast.Name) else ""


def _calls_of(tree: ast.Module) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]

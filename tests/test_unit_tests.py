"""Unit tests hold what they try in memory: what tries files stands in a folder that says so."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

UNIT = Path(__file__).parent / "unit"
WRITERS = {
    *("tmp_path", "tmp_path_factory", "tempfile", "write_text", "write_bytes", "mkdir", "mkdtemp"),
    *("touch", "copytree", "copyfile", "copy2"),
}


def _writers(tree: ast.AST) -> Iterator[str]:
    """The names in a module that give a folder to write in, or write."""
    for node in ast.walk(tree):
        name = getattr(node, "attr", getattr(node, "id", getattr(node, "arg", None)))
        if isinstance(name, str) and name in WRITERS:
            yield name


def test_unit_tests_write_no_file() -> None:
    modules = sorted(UNIT.rglob("*.py"))
    found = {
        path.relative_to(UNIT).as_posix(): names
        for path in modules
        if (names := sorted(set(_writers(ast.parse(path.read_text(encoding="utf-8"))))))
    }

    assert len(modules) > 50
    assert found == {}


@pytest.mark.parametrize(
    "code",
    [
        "def test_it(tmp_path): ...",
        "Path('list.csv').write_text('')",
        "import tempfile\ntempfile.mkdtemp()",
    ],
)
def test_a_module_that_writes_is_seen(code: str) -> None:
    assert list(_writers(ast.parse(code)))

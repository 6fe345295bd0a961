"""Nothing of the package is named and used nowhere: what is forgotten is called or taken out."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = ("territorial_map", "tests", "benchmarks", "data")
_WORD = re.compile(r"\w+")


def named(tree: ast.Module) -> Iterator[str]:
    """Functions and classes without a decorator, and constants, at the top of a module."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            if not node.decorator_list:
                yield node.name
        elif isinstance(node, ast.Assign):
            yield from (each.id for each in node.targets if isinstance(each, ast.Name))


def unused(texts: dict[Path, str], package: Path) -> list[str]:
    """The names of a package's modules that stand nowhere but where they are made."""
    told = Counter(word for text in texts.values() for word in _WORD.findall(text))
    return [
        f"{path.name}: {name}"
        for path, text in texts.items()
        if package in path.parents
        for name in named(ast.parse(text))
        if told[name] == 1 and not name.startswith("__")
    ]


def test_every_name_of_a_module_is_used_somewhere() -> None:
    paths = [ROOT / "pyproject.toml", *(p for f in FOLDERS for p in (ROOT / f).rglob("*.py"))]
    texts = {path: path.read_text(encoding="utf-8") for path in paths}

    assert len(texts) > 1_000
    assert unused(texts, ROOT / "territorial_map") == []


def test_a_name_that_stands_alone_is_found() -> None:
    package = Path("package")
    texts = {
        package / "a.py": "def forgotten(): ...\ndef used(): ...\nALONE = 1\n",
        Path("test_a.py"): "used()\n",
    }

    assert unused(texts, package) == ["a.py: forgotten", "a.py: ALONE"]

"""What imports what is written where everybody sees it: no import hides from the contracts."""

import ast
from pathlib import Path

import territorial_map

ROOT = Path(territorial_map.__file__).parent


def _trees() -> dict[str, ast.Module]:
    return {
        str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(ROOT.rglob("*.py"))
    }


def test_no_module_is_imported_by_a_name_in_a_text() -> None:
    names = {"import_module", "__import__"}
    trees = _trees()
    assert len(trees) > 500

    hidden = [
        f"{path}:{node.lineno}"
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and node.id in names)
        or (isinstance(node, ast.Attribute) and node.attr in names)
    ]

    assert hidden == []


def test_no_module_of_ours_is_imported_for_types_alone() -> None:
    trees = _trees()
    kept_for_types = [
        (path, node)
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
    ]

    hidden = [
        f"{path}:{inner.lineno}"
        for path, node in kept_for_types
        for inner in ast.walk(node)
        if isinstance(inner, ast.ImportFrom) and (inner.module or "").startswith("territorial_map")
    ]

    assert kept_for_types
    assert hidden == []

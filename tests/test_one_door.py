"""What is read or opened once is named in one place: the rest is handed what it needs."""

import ast
from collections.abc import Iterator
from pathlib import Path

import territorial_map

ROOT = Path(territorial_map.__file__).parent


def _users(name: str) -> set[str]:
    """The modules that name something otherwise than to import or define it."""
    return {
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("*.py")
        if any(_named(ast.parse(path.read_text(encoding="utf-8")), name))
    }


def _named(tree: ast.Module, name: str) -> Iterator[bool]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            yield isinstance(called, ast.Name) and called.id == name
            yield isinstance(called, ast.Attribute) and called.attr == name


def test_the_folders_of_the_product_are_found_by_who_starts_it() -> None:
    """Bootstrap and commands; the settings define it, and their defaults ask it."""
    users = _users("data_folder")

    assert "bootstrap.py" in users
    others = {user for user in users if not user.startswith("cli/")}
    assert others <= {"bootstrap.py", "settings.py"}


def test_knowledge_is_loaded_by_who_starts_the_product() -> None:
    assert _users("load_knowledge") == {"bootstrap.py", "cli/console.py"}


def test_the_ledger_is_opened_by_who_starts_the_product() -> None:
    assert _users("Ledger") == {"bootstrap.py", "cli/console.py"}


def test_a_site_is_put_together_in_one_place() -> None:
    assert _users("Site") == {"bootstrap.py"}


def test_no_file_of_the_product_is_read_when_a_module_is_imported() -> None:
    """No module opens a file outside a function: importing the web reads no rule and no text."""
    readers = {"read_text", "read_bytes", "open", "load"}
    reading = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted(ROOT.rglob("*.py"))
        for node in _at_import(ast.parse(path.read_text(encoding="utf-8")).body)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute | ast.Name)
        and (node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id) in readers
    ]

    assert reading == []


def _at_import(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """Everything of a module that runs when it is imported."""
    for statement in body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(statement, ast.ClassDef):
            yield from _at_import(statement.body)
        else:
            yield from ast.walk(statement)

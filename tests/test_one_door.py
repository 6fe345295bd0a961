"""What is read or opened once is named in one place: the rest is handed what it needs."""

import ast
from collections.abc import Iterator

from tests.package_code import called, calls, modules


def _users(name: str) -> set[str]:
    """The modules that call something by its name."""
    return {path for path, named in calls().items() if name in named}


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
        f"{path}:{node.lineno}"
        for path, tree in modules().items()
        for node in _at_import(tree.body)
        if isinstance(node, ast.Call) and called(node) in readers
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

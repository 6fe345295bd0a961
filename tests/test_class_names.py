"""One class, one name: two things that differ are not called alike."""

import ast
from collections import defaultdict

from tests.package_code import modules

# A name that several modules may use, and why it tells nobody anything wrong.
SHARED = {
    "Sheet": "of an organisation, and of a workbook: each is called so by who uses it",
}


def _classes() -> dict[str, list[str]]:
    """The modules that define each class, private ones included."""
    found = defaultdict(list)
    for path, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                found[node.name].append(path)
    return found


def test_classes_that_differ_have_different_names() -> None:
    classes = _classes()
    assert len(classes) > 300

    alike = {name: where for name, where in classes.items() if len(where) > 1}

    assert {name: alike[name] for name in alike if name not in SHARED} == {}


def test_no_shared_name_is_allowed_that_nothing_shares() -> None:
    classes = _classes()

    assert {name for name in SHARED if len(classes.get(name, ())) < 2} == set()

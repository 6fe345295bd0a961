"""Assertions that hold of nothing are refused; those that something makes fail are not."""

from pathlib import Path
from textwrap import indent

import pytest

from tests.lint_assertions import refusals


def refused(body: str) -> list[str]:
    """What is refused as looked through, of a test with this body."""
    source = "def test_synthetic():\n" + indent(body, "    ")
    return [refusal.looked_through for refusal in refusals(Path("test_synthetic.py"), source)]


@pytest.mark.parametrize(
    "body",
    [
        "found = ask()\nassert all(one.ok for one in found)",
        "found = ask()\nassert not any(one.wrong for one in found)",
        "found = ask()\nassert 1 == 1 and all([one.ok for one in found])",
        "found = ask()\nfor one in found:\n    assert one.ok",
        "other = ask()\nfound = ask()\nassert other\nfor one in found:\n    assert one.ok",
        "found = ask()\nfor one in found:\n    assert one.ok\nassert found",
        "found = ask()\nassert all(o.there for o in found)\nassert all(o.ok for o in found)",
    ],
)
def test_what_holds_of_nothing_is_refused(body: str) -> None:
    assert "found" in refused(body)


@pytest.mark.parametrize(
    "body",
    [
        "found = ask()\nassert found\nassert all(one.ok for one in found)",
        "found = ask()\nassert len(found) == 3\nfor one in found:\n    assert one.ok",
        "found = ask()\nassume(found)\nfor one in found:\n    assert one.ok",
        "for one in (1, 2):\n    assert ask(one)",
        "for one in CODES:\n    assert ask(one)",
        "for a, b in zip([1], (2,), strict=True):\n    assert ask(a, b)",
        "for one in range(3):\n    assert ask(one)",
        "found = ask()\nassert ids(found) == {'a'}\nfor one in sorted(found):\n    assert one.ok",
    ],
)
def test_what_something_makes_fail_is_left_alone(body: str) -> None:
    assert refused(body) == []


def test_only_tests_are_looked_at() -> None:
    helper = "def helper(found):\n    for one in found:\n        assert one.ok\n"

    assert list(refusals(Path("test_synthetic.py"), helper)) == []

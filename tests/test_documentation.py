"""What is written about the product is true: settings, commands, decisions, releases."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
import typer

from territorial_map.cli import app
from territorial_map.settings import PREFIX, Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_setting_is_documented() -> None:
    documented = set(re.findall(rf"`({PREFIX}[A-Z_]+)`", README))

    assert documented == {PREFIX + field.name.upper() for field in fields(Settings)}


def test_every_command_is_documented() -> None:
    group = typer.main.get_command(app)
    documented = set(re.findall(r"^\| `territorial-map ([a-z-]+)", README, flags=re.MULTILINE))

    assert documented == set(getattr(group, "commands", {}))


def test_examples_of_docstrings_are_tried_with_the_tests(pytestconfig: pytest.Config) -> None:
    assert set(pytestconfig.getini("testpaths")) == {"tests", "territorial_map"}
    assert "--doctest-modules" in pytestconfig.getini("addopts")


def test_decisions_are_numbered_one_after_the_other() -> None:
    decisions = sorted((ROOT / "docs" / "adr").glob("*.md"))
    numbers = [int(path.name[:4]) for path in decisions]
    titles = [path.read_text(encoding="utf-8").splitlines()[0] for path in decisions]

    assert numbers == list(range(1, len(decisions) + 1))
    assert [title.partition(".")[0] for title in titles] == [f"# {number}" for number in numbers]


def test_a_link_to_a_decision_leads_to_one() -> None:
    known = {path.name[:4] for path in (ROOT / "docs" / "adr").glob("*.md")}
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    named = {
        (page.name, number)
        for page in pages
        for number in re.findall(r"docs/adr/(\d{4})", page.read_text(encoding="utf-8"))
    }

    assert named
    assert {link for link in named if link[1] not in known} == set()


def test_releases_are_dated_in_order_and_the_last_is_the_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    headings = re.findall(r"^## (.+)$", CHANGELOG, flags=re.MULTILINE)
    releases = [re.fullmatch(r"(\d+\.\d+\.\d+) — (\d{4}-\d{2}-\d{2})", one) for one in headings]
    released = [found.groups() for found in releases if found]

    assert [one for one, found in zip(headings, releases, strict=True) if not found] in (
        [],
        ["Unreleased"],
    )
    assert released == sorted(released, key=lambda one: (one[1], one[0]))
    assert released[-1][0] == project["version"]


def test_every_trap_of_the_refresh_is_shown_by_tests_that_exist() -> None:
    page = (ROOT / "docs" / "refresh.md").read_text(encoding="utf-8")
    table = page.partition("| trap |")[2].partition("\n\n")[0].splitlines()[2:]
    tests = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "tests").rglob("test_*.py"))
    written = set(re.findall(r"^(?:async )?def (test_\w+)", tests, flags=re.MULTILINE))
    shown = {row.split(" | ")[0]: re.findall(r"`(test_\w+)`", row) for row in table}

    assert len(shown) > 30
    assert [trap for trap, named in shown.items() if not named] == []
    assert {name for named in shown.values() for name in named} - written == set()


SOURCES = sorted((ROOT / "territorial_map" / "ingest" / "sources").glob("*/__init__.py"))


@pytest.mark.parametrize("importer", SOURCES, ids=lambda path: path.parent.name)
def test_every_importer_tells_its_licence_rhythm_traps_and_fixture(importer: Path) -> None:
    page = importer.with_name("README.md").read_text(encoding="utf-8")
    fixture = page.partition("## Fixture")[2]
    made_by = re.findall(r"`((?:tests|benchmarks)/[\w./-]+)`", fixture)

    assert {word for word in ("**Licence**", "**Rhythm**", "## Traps") if word not in page} == set()
    assert made_by
    assert [path for path in made_by if not (ROOT / path).is_file()] == []

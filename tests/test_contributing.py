"""What CONTRIBUTING and the glossary say of the code is so."""

import ast
import re
from pathlib import Path

import pytest

import territorial_map
from territorial_map.domain.dimensions import DIMENSIONS
from territorial_map.domain.pooling.criteria.catalogue import CRITERIA
from territorial_map.ingest.sources.catalogue import IMPORTERS
from territorial_map.ingest.sources.generic import GENERIC, MAPPED
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.web.base.facets import GROUPS
from territorial_map.web.page_list import PAGES

ROOT = Path(__file__).parent.parent
PACKAGE = Path(territorial_map.__file__).parent
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")

# What stands between angle brackets: an addition that was made already.
MADE = {
    "<page>": "network",
    "<code>": "kml",
    "<criterion>": "size",
    "<source>": "finess",
}
ADDITIONS = re.findall(
    r"^### (Add [^\n]+)\n(.*?)(?=^### |\Z)", CONTRIBUTING, re.MULTILINE | re.DOTALL
)


def test_five_additions_are_told() -> None:
    assert [title for title, _ in ADDITIONS] == [
        "Add a page",
        "Add a filter",
        "Add an export format",
        "Add a pooling criterion",
        "Add an importer",
    ]


@pytest.mark.parametrize(("title", "told"), ADDITIONS, ids=[title for title, _ in ADDITIONS])
def test_the_files_of_an_addition_are_there(title: str, told: str) -> None:
    files = re.findall(r"^\d\. `([^`]+)`", told, re.MULTILINE)
    assert 3 <= len(files) <= 4, title

    for brackets, made in MADE.items():
        files = [file.replace(brackets, made) for file in files]

    assert [file for file in files if not (ROOT / file).exists()] == []


def test_a_page_is_named_by_the_list_of_pages_and_by_no_other_module() -> None:
    named = [
        str(path.relative_to(PACKAGE))
        for path in sorted(PACKAGE.rglob("*.py"))
        if "web.pages.network" in path.read_text(encoding="utf-8") and "network" not in path.parts
    ]

    assert [page.path for page in PAGES if page.path == "/reseau"] == ["/reseau"]
    assert named == ["web/page_list.py"]


def test_a_filter_is_offered_under_the_name_of_its_dimension() -> None:
    known = {dimension.name for dimension in DIMENSIONS}
    offered = {group.name for group in GROUPS}

    assert offered
    assert offered <= known


@pytest.mark.parametrize("code", FORMATS)
def test_a_format_is_named_outside_its_folder_by_the_catalogue_alone(code: str) -> None:
    folder = PACKAGE / "services" / "export_formats"
    module = f"export_formats.{code}"
    naming = [
        path.relative_to(PACKAGE).as_posix()
        for path in sorted(PACKAGE.rglob("*.py"))
        if folder / code not in path.parents
        and re.search(rf"{re.escape(module)}\b", path.read_text(encoding="utf-8"))
    ]

    assert f".{code}" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"    {code},\n" in (folder / "catalogue.py").read_text(encoding="utf-8")
    assert naming == []


@pytest.mark.parametrize("criterion", CRITERIA, ids=[criterion.code for criterion in CRITERIA])
def test_a_pooling_criterion_is_defined_in_the_module_of_its_name(criterion: object) -> None:
    code = getattr(criterion, "code", "")
    folder = PACKAGE / "domain" / "pooling" / "criteria"
    content = (folder / f"{code}.py").read_text(encoding="utf-8")

    assert "PoolingCriterion(" in content
    assert [
        word for word in ("weight=", "label=", "reason=", "lesson=") if word not in content
    ] == []


def test_an_importer_has_a_folder_with_its_licence() -> None:
    own = [one for one in IMPORTERS if one is not GENERIC and one not in MAPPED]
    folder = PACKAGE / "ingest" / "sources"

    assert len(own) > 5
    pages = {path.parent.name for path in folder.glob("*/README.md")}
    assert len(pages) >= len(own)


def test_every_class_of_the_glossary_is_defined_once() -> None:
    named = re.findall(r"`([A-Z]\w+)`", GLOSSARY)
    defined = {
        node.name
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }

    assert len(named) > 30
    assert [name for name in named if name not in defined] == []
